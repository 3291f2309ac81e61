import type { Locator } from 'playwright';
import type { Demo, DemoPage } from './demo-page.js';
import { radio } from './hands.js';
import type { Hands, Role } from './hands.js';
import { newNumber, scenarioOf, SERVICE, startOf } from './office-world.js';
import type { Weekend } from './office-world.js';
import { dayNamed, slotNamed } from './wall-names.js';

/** Where nobody of these tasks has an office: a quarter of an hour off every other zone. */
export const BROWSER_ZONE = 'Asia/Kathmandu';

/** A callback on the wire. */
export type WireCallback = Readonly<Record<string, string>>;

/** How a desk is set up. */
export interface DeskOptions {
  /** Whose clock the panel goes by: that of the browser, which is somewhere else, or that of the office. */
  readonly clock: 'browser' | 'office';
  /** Seconds for which a cancellation or a move waits. */
  readonly undoDelay: number;
}

interface LogEntry {
  readonly type: string;
  readonly seq: number;
  readonly method?: string;
  readonly path?: string;
}

/** A supervisor's desk: the portal of an office before a change of its clocks, hands to work with, and a way to see what the server got. */
export class Desk {
  readonly portal: DemoPage;
  readonly hands: Hands;
  readonly weekend: Weekend;
  /** IANA zone of the panel. */
  readonly zone: string;
  #seen = 0;

  private constructor(portal: DemoPage, hands: Hands, { weekend, zone }: { weekend: Weekend; zone: string }) {
    this.portal = portal;
    this.hands = hands;
    this.weekend = weekend;
    this.zone = zone;
  }

  static async open(
    demo: Demo,
    handsOn: (page: DemoPage['page']) => Promise<Hands>,
    weekend: Weekend,
    { clock, undoDelay }: DeskOptions,
  ): Promise<Desk> {
    const portal = await demo.open(
      {
        now: new Date(startOf(weekend)).toISOString(),
        scenario: 'empty',
        range: 'next-7-days',
        'undo-delay': String(undoDelay),
        ...(clock === 'office' && { 'time-zone': weekend.office.zone }),
      },
      { timezoneId: BROWSER_ZONE },
    );
    // Before it shows what it has, nobody listens for a file.
    await portal.page.getByRole('heading', { name: '0 Callback(s) Found' }).waitFor();
    const buffer = Buffer.from(scenarioOf(weekend));
    const file = { name: 'office.json', mimeType: 'application/json', buffer };
    await portal.page.getByLabel('Scenario file').setInputFiles(file);
    await portal.waitForRows();
    const desk = new Desk(portal, await handsOn(portal.page), {
      weekend,
      zone: clock === 'office' ? weekend.office.zone : BROWSER_ZONE,
    });
    await desk.sent();
    return desk;
  }

  get page(): DemoPage['page'] {
    return this.portal.page;
  }

  /** Requests that change something, since this was asked last: `PUT office-callback/118-…`. */
  async sent(): Promise<readonly string[]> {
    const log = await this.#ask<readonly LogEntry[]>(`/mock/log?since=${this.#seen}`);
    this.#seen = log.at(-1)?.seq ?? this.#seen;
    return log
      .filter(({ type, method }) => type === 'request' && method !== 'GET')
      .map(({ method, path }) => `${method ?? ''} ${path ?? ''}`.replace('/genesys/1/service/callback/', ''));
  }

  /** Callbacks of a number, as the server has them. */
  async callbacksOf(number: string): Promise<readonly WireCallback[]> {
    return this.#ask(`/genesys/1/service/callback?_customer_number=${encodeURIComponent(number)}`);
  }

  /** The callback of a number that has one. */
  async callbackOf(number: string): Promise<WireCallback> {
    const [only, ...others] = await this.callbacksOf(number);
    if (only === undefined || others.length > 0) throw new Error(`${number} does not have one callback.`);
    return only;
  }

  /** Somebody else takes both places of a time. */
  async takePlaces(instant: number): Promise<void> {
    const time = new Date(instant).toISOString();
    for (const digits of ['31', '32']) {
      await this.#send('POST', SERVICE, { _customer_number: newNumber(this.weekend, digits), _desired_time: time });
    }
    await this.sent();
  }

  /** Somebody else changes a callback. */
  async changeElsewhere(id: string, change: WireCallback): Promise<void> {
    await this.#send('PUT', `${SERVICE}/${id}`, change);
    await this.sent();
  }

  /** The mock's clock, which stands. */
  get now(): number {
    return startOf(this.weekend);
  }

  radio(name: RegExp): Locator {
    return radio(this.page, name);
  }

  /** Opens the form for a new callback of a service, up to the choice of its time. */
  async beginToSchedule(service: string): Promise<void> {
    await this.hands.press('Create Callback');
    await this.hands.select('Callback type', 'Scheduled');
    await this.hands.select('Service Name', service);
  }

  /** Takes the day of an instant by a clock, that of the panel unless another is named. */
  async takeDay(instant: number, zone = this.zone): Promise<void> {
    await this.hands.takeDay(dayNamed(instant, zone));
  }

  /** Takes day and slot of an instant by a clock. */
  async takeTime(instant: number, zone = this.zone): Promise<void> {
    await this.takeDay(instant, zone);
    await this.hands.choose(slotNamed(instant, zone));
  }

  /** Types day and time where no slots are offered. */
  async typeTime(day: string, time: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    await this.hands.writeDigits('Desired Date', `${month}${date}${year}`);
    await this.hands.writeDigits('Available Time Slot', `${time.replace(':', '')}AM`);
  }

  /** What the slots of the day show, in their order. */
  async slotTimes(): Promise<readonly string[]> {
    const slots = this.page.getByRole('radiogroup', { name: 'Available Time Slot' });
    const radios = slots.getByRole('radio');
    await radios.first().waitFor();
    const names = await radios.evaluateAll((each) =>
      each.map((one) => (one as HTMLInputElement).labels?.[0]?.innerText),
    );
    return names.map((name = '') => name.trim().slice(0, '00:00'.length));
  }

  /** Sends the form, and waits until it has closed. */
  async send(): Promise<void> {
    await this.hands.press('Continue');
    await this.portal.dialog.waitFor({ state: 'hidden' });
  }

  /** Waits until the page says something. */
  async isToldThat(words: string): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: words }).first().waitFor();
  }

  /** Waits until the focus is on something. */
  async hasFocusOn(role: Role, name: string): Promise<void> {
    await this.page.getByRole(role, { name, exact: true }).and(this.page.locator(':focus')).waitFor();
  }

  /** Waits until the focus is somewhere in the only row of the list. */
  async hasFocusInRow(): Promise<void> {
    await this.portal.row().and(this.page.locator(':focus-within')).waitFor();
  }

  /** Looks for the callback of a number, which is the only row then, and opens its form. */
  async openCallback(number: string): Promise<void> {
    await this.hands.write('Search', number);
    await this.portal.waitForRows(1);
    await this.hands.openRow();
  }

  async #ask<T>(path: string): Promise<T> {
    return this.page.evaluate(async (address) => (await fetch(address)).json() as Promise<T>, path);
  }

  async #send(method: string, path: string, body: WireCallback): Promise<void> {
    const status = await this.page.evaluate(
      async ([verb, address, text]) => {
        const headers = { 'Content-Type': 'application/json' };
        return (await fetch(address, { method: verb, headers, body: text })).status;
      },
      [method, `/genesys/1/service/callback/${path}`, JSON.stringify(body)] as const,
    );
    if (status !== 200) throw new Error(`${method} ${path} was answered with ${status}.`);
  }
}
