import type { ClockChange } from '../mock-server/browser.js';
import { find } from './find.js';
import type { DemoMock } from './mock.js';

const REPAINT_MILLISECONDS = 250;

const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' });
const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium', hourCycle: 'h23' });

/** Connects the strip at the foot of the page with the mock: its time, its speed, steps and leaps ahead, and a start over. */
export function connectClockStrip(strip: HTMLElement, mock: DemoMock, timeMoved: () => void): void {
  const { engine } = mock;
  const now = find<HTMLTimeElement>(strip, '#now');
  const [day, hour] = [find(strip, '#now-day'), find(strip, '#now-hour')];
  const play = find(strip, '#play');
  const rates = [...strip.querySelectorAll<HTMLButtonElement>('[data-rate]')];

  const showNow = (): void => {
    const instant = engine.now;
    now.dateTime = new Date(instant).toISOString();
    day.textContent = date.format(instant);
    hour.textContent = time.format(instant);
  };
  const show = (): void => {
    const { rate } = engine.state();
    play.textContent = rate === 0 ? 'Play' : 'Pause';
    for (const button of rates) button.setAttribute('aria-pressed', String(Number(button.dataset.rate) === rate));
    showNow();
  };
  const move = (change: ClockChange): void => {
    const { events } = engine.clock(change);
    tellInStrip(strip, events === undefined ? '' : wordsOfStep(events));
    timeMoved();
  };

  play.addEventListener('click', () => engine.clock(engine.state().rate === 0 ? { play: true } : { pause: true }));
  for (const button of rates) {
    button.addEventListener('click', () => engine.clock({ rate: Number(button.dataset.rate) }));
  }
  for (const button of strip.querySelectorAll<HTMLButtonElement>('[data-advance]')) {
    button.addEventListener('click', () => move({ advance: Number(button.dataset.advance) }));
  }
  find(strip, '#step').addEventListener('click', () => move({ step: 1 }));
  find(strip, '#reset').addEventListener('click', () => {
    engine.reset();
    tellInStrip(strip, '');
    timeMoved();
  });
  engine.subscribe(({ type }) => {
    if (type === 'clock' || type === 'reset' || type === 'restored') show();
  });
  setInterval(showNow, REPAINT_MILLISECONDS);
  reserveItsHeight(strip);
  show();
}

/** Says something about the mock; an empty text takes it back. */
export function tellInStrip(strip: HTMLElement, note: string): void {
  find(strip, '#note').textContent = note;
}

type Events = NonNullable<ReturnType<DemoMock['engine']['clock']>['events']>;

function wordsOfStep(events: Events): string {
  if (events.length === 0) return 'Nothing is due: the clock stays where it is.';
  const names = events.map((entry) => {
    if (entry.type !== 'event') return entry.type;
    return entry.to === undefined ? entry.event : `${entry.event} to ${entry.to}`;
  });
  return `Stepped: ${[...new Set(names)].join(', ')}.`;
}

/** What sticks to the foot of the page, and what has the focus, keep clear of the strip, however many lines it needs. */
function reserveItsHeight(strip: HTMLElement): void {
  new ResizeObserver(() => {
    document.documentElement.style.setProperty('--mock-strip', `${strip.offsetHeight}px`);
  }).observe(strip);
}
