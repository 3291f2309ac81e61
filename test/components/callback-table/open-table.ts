import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/components/callback-table/define.js';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import type { CallbackRecord } from '../../../src/domain/callback.js';
import { makeRecord } from '../../support/records.js';

/** A small result with one callback of each kind that matters. Ids are letters, in the order of the records. */
export const RECORDS: readonly CallbackRecord[] = [
  makeRecord({ id: 'a', customerNumber: '+33639980105', serviceName: 'callback-sales' }),
  makeRecord({ id: 'b', customerNumber: '5510', state: 'QUEUED', serviceName: 'Épargne' }),
  makeRecord({ id: 'c', customerNumber: '5520', state: 'COMPLETED', reason: 'CANCELLED_BY_ADMIN', desiredTime: 0 }),
  makeRecord({ id: 'd', customerNumber: '+447700900123', state: 'PROCESSING', properties: { _LOB: 'Primary' } }),
  makeRecord({ id: 'e', customerNumber: '5510', state: 'HIBERNATING' }),
];

/** A table in the page, updated. */
export async function openTable(properties: Partial<CallbackTableElement> = {}): Promise<CallbackTableElement> {
  const table = await fixture<CallbackTableElement>(html`<callback-table></callback-table>`);
  Object.assign(table, { records: RECORDS, timeZone: 'Asia/Kolkata', ...properties });
  await table.updateComplete;
  return table;
}

export function all<T extends HTMLElement = HTMLElement>(table: CallbackTableElement, selector: string): readonly T[] {
  return [...table.renderRoot.querySelectorAll<T>(selector)];
}

export function one<T extends HTMLElement = HTMLElement>(table: CallbackTableElement, selector: string): T {
  const found = table.renderRoot.querySelector<T>(selector);
  if (found === null) throw new Error(`Failed to find ${selector} in the table: there is none.`);
  return found;
}

/** The row of a callback. */
export function row(table: CallbackTableElement, id: string): HTMLTableRowElement {
  const found = all<HTMLTableRowElement>(table, '.row').find((candidate) => candidate.dataset.id === id);
  if (found === undefined) throw new Error(`Failed to find the row of ${id}: it is not shown.`);
  return found;
}

/** Text on the screen, with single spaces. */
export function text(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** Texts of a row's data cells, without the check box and the action. */
export function cells(table: CallbackTableElement, id: string): readonly string[] {
  return [...row(table, id).cells].slice(1, -1).map(text);
}

/** Ids of the rows as they stand on the screen. */
export function shownIds(table: CallbackTableElement): readonly (string | undefined)[] {
  return all(table, '.row').map(({ dataset }) => dataset.id);
}

/** The control of a given accessible name. */
export function named<T extends HTMLElement = HTMLElement>(table: CallbackTableElement, name: string): T {
  const found = all<T>(table, 'button, input, select').find(
    (control) => (control.getAttribute('aria-label') ?? text(control)) === name,
  );
  if (found === undefined) throw new Error(`Failed to find the control "${name}": there is none.`);
  return found;
}

/** The element that has the focus inside the table. */
export function focused(table: CallbackTableElement): Element | null {
  return table.shadowRoot?.activeElement ?? null;
}

/** The id of the row that has the focus, and the number of the cell. */
export function focusedCell(table: CallbackTableElement): readonly [id: string | undefined, cell: number | undefined] {
  const cell = focused(table)?.closest('td, th') as HTMLTableCellElement | null;
  return [cell?.closest('tr')?.dataset.id ?? (cell === null ? undefined : 'head'), cell?.cellIndex];
}

/** Every event of a table from now on, as its name and detail. */
export function recordEvents(table: CallbackTableElement): readonly (readonly [string, unknown])[] {
  const seen: (readonly [string, unknown])[] = [];
  const names = [
    ...['search', 'sort', 'page', 'selection', 'expansion'].map((name) => `callback-${name}-change`),
    ...['edit', 'diagnostics', 'refresh', 'create', 'cancel'].map((name) => `callback-${name}-request`),
  ];
  for (const name of names) {
    table.addEventListener(name, (event) => seen.push([name, (event as CustomEvent<unknown>).detail]));
  }
  return seen;
}

/** Presses keys one after the other, each perhaps with modifiers (`Shift+ArrowDown`), the table updated after each. */
export async function press(table: CallbackTableElement, ...chords: readonly string[]): Promise<void> {
  for (const chord of chords) {
    const keys = chord === '+' ? ['+'] : chord.split('+');
    const modifiers = keys.slice(0, -1);
    for (const modifier of modifiers) await sendKeys({ down: modifier });
    await sendKeys({ press: keys.at(-1)! });
    for (const modifier of modifiers.reverse()) await sendKeys({ up: modifier });
    await table.updateComplete;
  }
}
