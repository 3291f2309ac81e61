import type { DemoMock } from './mock.js';

const HOUR = 3600;
const REPAINT_MILLISECONDS = 250;

const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' });
const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium', hourCycle: 'h23' });

/** Connects the strip at the foot of the page with the mock: its time, its speed, a step ahead, and a start over. */
export function connectClockStrip(strip: HTMLElement, mock: DemoMock, timeMoved: () => void): void {
  const { engine } = mock;
  const now = find<HTMLTimeElement>(strip, '#now');
  const [day, hour] = [find(strip, '#now-day'), find(strip, '#now-hour')];
  const rates = [...strip.querySelectorAll<HTMLButtonElement>('[data-rate]')];

  const showRate = (): void => {
    const { rate } = engine.state();
    for (const button of rates) button.setAttribute('aria-pressed', String(Number(button.dataset.rate) === rate));
  };
  const showNow = (): void => {
    const instant = engine.now;
    now.dateTime = new Date(instant).toISOString();
    day.textContent = date.format(instant);
    hour.textContent = time.format(instant);
  };
  const show = (): void => {
    const { scenario, seed } = engine.state();
    find(strip, '#scenario').textContent = `${scenario} · seed ${seed}`;
    showRate();
    showNow();
  };

  for (const button of rates) {
    button.addEventListener('click', () => mock.clock({ rate: Number(button.dataset.rate) }));
  }
  find(strip, '#advance').addEventListener('click', () => {
    mock.clock({ advance: HOUR });
    timeMoved();
  });
  find(strip, '#reset').addEventListener('click', () => {
    mock.reset();
    timeMoved();
  });
  engine.subscribe(({ type }) => {
    if (type === 'clock' || type === 'reset') show();
  });
  setInterval(showNow, REPAINT_MILLISECONDS);
  show();
}

/** Says something about the mock; an empty text takes it back. */
export function tellInStrip(strip: HTMLElement, note: string): void {
  find(strip, '#note').textContent = note;
}

function find<E extends HTMLElement>(root: HTMLElement, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (found === null) throw new Error(`Failed to run the demo: the page has no ${selector}.`);
  return found;
}
