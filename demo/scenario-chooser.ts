import type { MockEngine } from '../mock-server/browser.js';
import { find } from './find.js';
import { addressOf } from './parameters.js';

/** Whether the paragraph about the scenario is open, for as long as the visit lasts. */
const KEY = 'demo-about-scenario';

/** Lets a visitor choose how the mock begins, and tells what is special about it. */
export function connectScenarioChooser(strip: HTMLElement, engine: MockEngine): void {
  const select = find<HTMLSelectElement>(strip, '#scenario');
  const [about, words] = [find(strip, '#about'), find(strip, '#about-words')];
  const scenarios = engine.scenarios();
  select.replaceChildren(...scenarios.map(({ name }) => new Option(name)));

  const show = (): void => {
    const state = engine.state();
    // A scenario file may come from a mock that knows more of them.
    if (!scenarios.some(({ name }) => name === state.scenario)) select.add(new Option(state.scenario));
    select.value = state.scenario;
    const description = scenarios.find(({ name }) => name === state.scenario)?.description ?? '';
    words.textContent = `${description} Seed ${state.seed}.`.trim();
  };
  const open = (isOpen: boolean): void => {
    sessionStorage.setItem(KEY, String(isOpen));
    about.setAttribute('aria-expanded', String(isOpen));
    words.hidden = !isOpen;
  };

  select.addEventListener('change', () => {
    open(true);
    location.assign(addressOf({ scenario: select.value }, location.search));
  });
  about.addEventListener('click', () => open(about.ariaExpanded !== 'true'));
  engine.subscribe(({ type }) => {
    if (type === 'reset' || type === 'restored') show();
  });
  open(sessionStorage.getItem(KEY) === 'true');
  show();
}
