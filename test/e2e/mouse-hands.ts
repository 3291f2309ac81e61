import type { Locator, Page } from 'playwright';
import { radio } from './hands.js';
import type { Hands, Role } from './hands.js';

/** Keys with which somebody works who has no mouse. */
const LEADING_KEY = /^(Tab|Enter|Escape|Arrow.+|Home|End|Page.+)$/;

/** Hands that point and press; only texts are typed. */
export class MouseHands implements Hands {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async on(page: Page): Promise<MouseHands> {
    await page.evaluate(() => {
      const pressed: string[] = [];
      addEventListener('keydown', ({ key }) => pressed.push(key), { capture: true });
      Object.assign(window, { pressed });
    });
    return new MouseHands(page);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.#find('button', name).click();
  }

  async choose(name: string | RegExp, group?: RegExp): Promise<void> {
    await radio(this.#page, name, group).click();
  }

  /** The list that opens is no part of the page and cannot be pressed by a test: its option is taken as if it had been. */
  async select(label: string, option: string): Promise<void> {
    await this.#find('combobox', label).selectOption({ label: option });
  }

  async write(label: string, text: string): Promise<void> {
    const field = this.#page.getByLabel(label, { exact: true });
    await field.click();
    if ((await field.inputValue()) !== '') await field.click({ clickCount: 3 });
    await this.#page.keyboard.type(text);
  }

  async writeDigits(label: string, digits: string): Promise<void> {
    // Its first part is at its left.
    await this.#page.getByLabel(label, { exact: true }).click({ position: { x: 18, y: 12 } });
    await this.#page.keyboard.type(digits);
  }

  async lookUp(label: string, text: string, option: string): Promise<void> {
    await this.#find('combobox', label).click({ clickCount: 3 });
    await this.#page.keyboard.type(text);
    await this.#page.getByRole('listbox').getByRole('option', { name: option }).click();
  }

  async takeDay(name: RegExp): Promise<void> {
    const day = this.#find('gridcell', name);
    const later = this.#find('button', 'Next month');
    for (let month = 0; month < 3 && (await day.count()) === 0; month += 1) await later.click();
    await day.click();
  }

  async openRow(): Promise<void> {
    await this.#find('gridcell', /^SCHEDULED|^COMPLETED|^QUEUED/).hover();
    await this.press(/^(Edit|Reschedule) callback/);
  }

  async dismiss(): Promise<void> {
    await this.#page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  }

  async isHonest(): Promise<void> {
    const pressed = await this.#page.evaluate(() => (window as unknown as { pressed: string[] }).pressed);
    const led = pressed.filter((key) => LEADING_KEY.test(key));
    if (led.length > 0) throw new Error(`Keys were used: ${led.join(', ')}.`);
  }

  #find(role: Role, name: string | RegExp): Locator {
    return this.#page.getByRole(role, { name, exact: true });
  }
}
