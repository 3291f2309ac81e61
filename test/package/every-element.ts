/** A page that shows one state of one element at a time, whichever copy of the library it is bundled with. */
import type { LitElement } from 'lit';
import { EVERY_FACT } from '../support/diagnostics.js';
import { makeRecord, makeRecords } from '../support/records.js';

/** What can be seen of a state, as far as a script can tell. */
export interface Sight {
  /** What a person reads, with its line breaks. */
  readonly text: string;
  /** The rules in force, as the browser understood them. */
  readonly rules: readonly string[];
}

const records = makeRecords(60);
const queued = makeRecord({
  id: 'queued',
  state: 'QUEUED',
  customerNumber: '+33639980142',
  properties: { _LOB: 'One' },
});
const keys = [{ key: '_LOB', alias: 'Line Of Business' }];
const table = {
  records: [queued, ...records],
  total: 2_314,
  selectedIds: new Set(['queued']),
  expandedIds: new Set(['queued']),
  diagnostics: new Map([['queued', EVERY_FACT]]),
  sort: [
    { field: 'state', direction: 'ascending' },
    { field: 'desiredTime', direction: 'descending' },
  ],
  columns: [
    ...['state', 'time', 'phone', 'service'].map((kind) => ({ id: kind, kind })),
    { id: 'line', kind: 'property', keys },
    { id: 'fields', kind: 'custom-fields', keys },
  ],
  pageSize: 20,
};
const problem = { code: 'unavailable', details: { serverMessage: 'Maintenance until noon' } };

/** Each state by its name: element, properties, width of the page. */
export const states: Readonly<Record<string, readonly [tag: string, properties?: object, width?: string]>> = {
  'a table': ['callback-table', table],
  'a narrow table': ['callback-table', table, '400px'],
  'a readonly table': ['callback-table', { ...table, readonly: true, interaction: 'table' }],
  'a table in vain': ['callback-table', { records, search: { field: 'customerNumber', text: 'nobody' } }],
  'an empty table': ['callback-table'],
  'a loading table': ['callback-table', { loading: true }],
  'a stale table': ['callback-table', { ...table, problem }],
  'a failed table': ['callback-table', { problem }],
  'an editor': ['callback-editor', { open: true }],
  'an editor of a callback': ['callback-editor', { open: true, record: queued }],
  'a cancel dialog': ['callback-cancel-dialog', { open: true, records }],
  'advanced options': ['advanced-options', { open: true }],
  'a report dialog': ['report-dialog', { open: true }],
  services: ['callback-services'],
  'a panel': ['callback-panel'],
};

/** The element, and every element of ours below it. */
function family(element: Element): readonly Element[] {
  const root = element.shadowRoot;
  if (root === null) return [];
  return [element, ...Array.from(root.querySelectorAll('*')).flatMap(family)];
}

async function settled(elements: readonly Element[]): Promise<void> {
  for (const element of elements) await (element as LitElement).updateComplete;
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Values with variables are kept by browsers as they are written. */
function withoutLayout(rule: string): string {
  // Where a rule takes an attribute's text, the browser keeps the quotes as they were written.
  return rule.replaceAll(/\s+/g, ' ').replaceAll(', ', ',').replaceAll("'", '"');
}

/** Shows one state in the place of the one before. @public */
export async function show(state: string): Promise<Sight> {
  const [tag = '', properties = {}, width = ''] = states[state] ?? [];
  const element = Object.assign(document.createElement(tag), properties);
  document.body.style.inlineSize = width;
  document.body.replaceChildren(element);
  await settled([element]);
  const all = family(element);
  await settled(all);
  const roots = all.flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return {
    text: roots
      .flatMap((root) => Array.from(root.children))
      .map((child) => (child.checkVisibility() ? (child as HTMLElement).innerText : ''))
      .join('\n'),
    rules: roots
      .flatMap((root) => root.adoptedStyleSheets)
      .flatMap((sheet) => Array.from(sheet.cssRules, ({ cssText }) => withoutLayout(cssText))),
  };
}
