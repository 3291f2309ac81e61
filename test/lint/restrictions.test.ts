import { describe, expect, it } from 'vitest';
import { lint } from './virtual-file.js';

const table = 'src/components/callback-table/callback-table.ts';
const engine = 'mock-server/engine/step.ts';

const forbidden: [file: string, code: string, why: RegExp][] = [
  [engine, 'export const now = Date.now();', /Time is an argument/],
  [engine, 'export const now = new Date();', /Time is an argument/],
  [engine, 'export const now = performance.now();', /Time is an argument/],
  [engine, 'export const dice = Math.random();', /Chance is an argument/],
  [engine, 'export const id = crypto.randomUUID();', /Chance is an argument/],
  [engine, 'setTimeout(() => {}, 1);', /Nothing waits here/],
  [engine, `export const page = fetch('/');`, /Nothing here knows a network/],
  [engine, `export const text = (1).toLocaleString();`, /no locale/],
  [engine, `export const order = 'a'.localeCompare('b');`, /no locale/],
  [engine, `export const zone = new Intl.DateTimeFormat();`, /no locale/],
  [engine, `export const hour = new Date(0).getHours();`, /no local time zone/],
  [engine, `export const key = '_callback_state';`, /Names of the GMS wire/],
  ['src/domain/query.ts', 'export const now = Date.now();', /Time is an argument/],
  ['src/record-index/index-records.ts', 'export const now = new Date();', /Time is an argument/],
  [table, `export const key = { _customer_number: '1' };`, /Names of the GMS wire/],
  [table, `export const number = (record: { _customer_number: string }) => record._customer_number;`, /GMS wire/],
  ['src/controllers/list.ts', `export const path = \`_desired_time\`;`, /Names of the GMS wire/],
  [table, `export const fill = (node: Element) => { node.innerHTML = ''; };`, /Markup comes from Lit templates/],
  [table, `import { unsafeHTML } from 'lit/directives/unsafe-html.js';`, /break the page policy/],
  [table, `import { styleMap } from 'lit/directives/style-map.js';`, /break the page policy/],
  [table, 'export const view = html`<p style="color: red"></p>`;', /No style attribute/],
  [table, 'export const view = html`<style>p { color: red }</style>`;', /No style attribute/],
  [table, `export const tell = (node: Element) => node.dispatchEvent(new Event('x'));`, /emit\(\)/],
  [table, `console.log('x');`, /console/],
  [table, `export const mode = process.env;`, /runs in browsers/],
  ['test/engine/step.test.ts', 'setTimeout(() => {}, 1);', /Tests do not sleep/],
  [table, `${'\n'.repeat(400)}export {};`, /too many lines/],
];

const allowed: [file: string, code: string][] = [
  [engine, 'export const at = new Date(0).toISOString();'],
  ['src/wire/record.ts', `export const key = '_callback_state';`],
  ['src/domain/keys.ts', `export const key = '_callback_state';`],
  ['mock-server/http/handlers.ts', `export const key = '_callback_state';`],
  ['src/internal/emit.ts', `export const tell = (node: Element) => node.dispatchEvent(new Event('x'));`],
  ['src/internal/define.ts', `console.error('x');`],
  [table, 'export const view = html`<p part="x"></p>`;'],
];

describe('restrictions', () => {
  it.each(forbidden)('%s may not hold %s', async (file, code, why) => {
    const messages = await lint(file, code);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.join('\n')).toMatch(why);
  });

  it.each(allowed)('%s may hold %s', async (file, code) => {
    expect(await lint(file, code)).toEqual([]);
  });
});
