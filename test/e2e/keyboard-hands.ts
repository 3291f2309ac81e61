import type { Locator, Page } from 'playwright';
import { radio } from './hands.js';
import type { Hands, Role } from './hands.js';

/** Farther away than this by Tab or arrow nobody goes. */
const FARTHEST = 120;

/** What a pointer would leave behind. */
const POINTER_EVENTS = ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel'];

/** Hands that have only a keyboard: whatever they want they reach by Tab and arrows, and they know where they are by role and name. */
export class KeyboardHands implements Hands {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async on(page: Page): Promise<KeyboardHands> {
    await page.evaluate((types) => {
      const pointed: string[] = [];
      for (const type of types) addEventListener(type, () => pointed.push(type), { capture: true });
      Object.assign(window, { pointed });
    }, POINTER_EVENTS);
    return new KeyboardHands(page);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.#reach(this.#find('button', name));
    await this.#keys('Enter');
  }

  async choose(name: string | RegExp, group?: RegExp): Promise<void> {
    const wanted = radio(this.#page, name, group);
    const shared = await wanted.getAttribute('name');
    await this.#reach(this.#page.locator(`input[type="radio"][name="${shared ?? ''}"]`));
    // The first arrow may only choose what has the focus.
    if (await has(wanted)) await this.#keys('Space');
    else await this.#walk('ArrowDown', wanted);
  }

  async select(label: string, option: string): Promise<void> {
    const list = this.#find('combobox', label);
    await this.#reach(list);
    await this.#keys('Home');
    const isChosen = (): Promise<boolean> =>
      list.evaluate((element, text) => (element as HTMLSelectElement).selectedOptions[0]?.label === text, option);
    for (let step = 0; !(await isChosen()); step += 1) {
      if (step === FARTHEST) throw new Error(`The list ${label} has no ${option}.`);
      await this.#keys('ArrowDown');
    }
  }

  async write(label: string, text: string): Promise<void> {
    await this.#reach(this.#page.getByLabel(label, { exact: true }));
    await this.#keys('Control+a', 'Delete');
    await this.#page.keyboard.type(text);
  }

  async writeDigits(label: string, digits: string): Promise<void> {
    await this.#reach(this.#page.getByLabel(label, { exact: true }));
    await this.#page.keyboard.type(digits);
  }

  async lookUp(label: string, text: string, option: string): Promise<void> {
    const field = this.#find('combobox', label);
    await this.#reach(field);
    await this.#keys('Control+a');
    await this.#page.keyboard.type(text);
    const wanted = this.#page.getByRole('listbox').getByRole('option', { name: option, selected: true });
    for (let step = 0; (await wanted.count()) === 0; step += 1) {
      if (step === FARTHEST) throw new Error(`The list ${label} has no ${option}.`);
      await this.#keys('ArrowDown');
    }
    await this.#keys('Enter');
  }

  async takeDay(name: RegExp): Promise<void> {
    await this.#reach(this.#page.getByRole('dialog').getByRole('gridcell'));
    await this.#walk('ArrowRight', this.#find('gridcell', name));
    await this.#keys('Enter');
  }

  async openRow(): Promise<void> {
    await this.#toRow();
    await this.#keys((await this.#find('button', /^Edit callback/).count()) === 1 ? 'e' : 'r');
  }

  async dismiss(): Promise<void> {
    await this.#keys('Escape');
  }

  async isHonest(): Promise<void> {
    const pointed = await this.#page.evaluate(() => (window as unknown as { pointed: string[] }).pointed);
    if (pointed.length > 0) throw new Error(`A pointer was used: ${pointed.join(', ')}.`);
  }

  async #toRow(): Promise<void> {
    const grid = this.#page.getByRole('grid');
    await this.#reach(grid);
    await this.#walk('ArrowDown', grid.getByRole('gridcell'));
  }

  /** Presses Tab until the focus is on one of these. */
  async #reach(wanted: Locator): Promise<void> {
    await wanted.first().waitFor();
    await this.#walk('Tab', wanted);
  }

  /** Presses a key until the focus is on one of these. */
  async #walk(key: string, wanted: Locator): Promise<void> {
    for (let step = 0; !(await has(wanted)); step += 1) {
      if (step === FARTHEST) throw new Error(`${key} does not lead to ${String(wanted)}.`);
      await this.#keys(key);
    }
  }

  async #keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  #find(role: Role, name: string | RegExp): Locator {
    return this.#page.getByRole(role, { name, exact: true });
  }
}

/** Whether one of these has the focus, or something in it. */
function has(wanted: Locator): Promise<boolean> {
  return wanted.evaluateAll((elements) => elements.some((element) => element.matches(':focus-within')));
}
