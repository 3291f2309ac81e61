import { nextFrame } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import type { CallbackRecord } from '../../../src/domain/callback.js';
import { makeRecord } from '../../support/records.js';
import { all, one } from './open-table.js';

/** A row on the screen. */
export interface SeenRow {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
}

/** Records whose rows all have one line, with their numbers as ids. Cheap enough for a million. */
export function plainRecords(count: number): readonly CallbackRecord[] {
  const record = makeRecord();
  return Array.from({ length: count }, (_, at) => ({ ...record, id: String(at) }));
}

/** The next frame as it is drawn: what observers do in it has been done. */
export async function drawn(): Promise<void> {
  await nextFrame();
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Rows of which something can be seen below the titles, from top to bottom; details count as part of their row. */
export function rowsInSight(
  table: CallbackTableElement,
  frame: Element = document.documentElement,
): readonly SeenRow[] {
  const { top, bottom } = extent(table, frame);
  return shownRows(table).filter((row) => row.bottom > top && row.top < bottom);
}

/** The row of a callback wherever it is; undefined when it is not rendered. */
export function shownRow(table: CallbackTableElement, id: string): SeenRow | undefined {
  return shownRows(table).find((row) => row.id === id);
}

/** What of the screen should show rows and does not, in words; empty when nothing. */
export function holes(table: CallbackTableElement, frame: Element = document.documentElement): string {
  const { top, bottom } = extent(table, frame);
  let filled = Math.max(top, one(table, 'tbody').getBoundingClientRect().top);
  const end = Math.min(bottom, one(table, 'tbody').getBoundingClientRect().bottom);
  const found: string[] = [];
  for (const row of [...rowsInSight(table, frame), { top: end, bottom: end }]) {
    if (row.top > filled + 1) found.push(`${filled.toFixed()} to ${row.top.toFixed()}`);
    filled = Math.max(filled, row.bottom);
  }
  return found.join(', ');
}

/** Scrolls and tells how far a row in the middle of the screen moved in the frame drawn next. */
export async function scrollBy(table: CallbackTableElement, pixels: number): Promise<number> {
  const before = rowsInSight(table);
  const row = before[Math.floor(before.length / 2)] as SeenRow;
  window.scrollBy({ top: pixels, behavior: 'instant' });
  await drawn();
  return row.top - (shownRow(table, row.id)?.top ?? Number.NaN);
}

/** Scrolls to a part of the whole page: 0 = the beginning, 1 = the end. */
export async function scrollToPart(part: number): Promise<void> {
  window.scrollTo({ top: document.documentElement.scrollHeight * part, behavior: 'instant' });
  await drawn();
}

function extent(table: CallbackTableElement, frame: Element): { readonly top: number; readonly bottom: number } {
  const box = frame.getBoundingClientRect();
  const titles = one(table, 'thead').getBoundingClientRect();
  return { top: Math.max(0, box.top, titles.bottom), bottom: Math.min(window.innerHeight, box.bottom) };
}

function shownRows(table: CallbackTableElement): readonly SeenRow[] {
  return all(table, 'tr.row').map((row) => {
    const next = row.nextElementSibling;
    const last = next?.classList.contains('detail') === true ? next : row;
    return {
      id: row.dataset.id ?? '',
      top: row.getBoundingClientRect().top,
      bottom: last.getBoundingClientRect().bottom,
    };
  });
}
