import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MockEngine } from '../../mock-server/mock-engine.js';
import type { MockSummary, ScenarioFile } from '../../mock-server/mock-engine.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';
import { Demo } from './demo-page.js';
import type { DemoPage } from './demo-page.js';

let demo: Demo;
let portal: DemoPage;
let folder: string;

beforeAll(async () => {
  [demo, folder] = await Promise.all([Demo.start(), mkdtemp(join(tmpdir(), 'scenario-'))]);
});

afterEach(async () => {
  await portal.close();
});

afterAll(async () => {
  await Promise.all([demo.stop(), rm(folder, { recursive: true, force: true })]);
});

/** Presses Save scenario and keeps the file that comes. */
async function save(): Promise<{ readonly path: string; readonly file: ScenarioFile }> {
  const [download] = await Promise.all([portal.page.waitForEvent('download'), portal.button('Save scenario').click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  await portal.page.getByText(`Saved ${download.suggestedFilename()}`).waitFor();
  return { path, file: JSON.parse(await readFile(path, 'utf8')) as ScenarioFile };
}

/** What the page's own mock says of itself, asked as the page would. */
function stateInPage(): Promise<MockSummary> {
  return portal.page.evaluate(async () => (await fetch('/mock/state')).json() as Promise<MockSummary>);
}

/** A supervisor's morning: one callback created, one moved, one cancelled, while time is stepped, flown and stopped. */
async function workForAWhile(): Promise<void> {
  await portal.waitForRows();
  await portal.button('Create Callback').click();
  await portal.dialog.getByLabel('Service Name').selectOption('callback-sales');
  await portal.dialog.getByLabel('Customer Number').fill('+12025550177');
  await portal.dialog.getByRole('button', { name: 'Continue' }).click();
  await portal.page.getByText('Callback created in callback-sales.').waitFor();
  await portal.button('Step').click();
  await portal.page.getByText(/^Stepped: /).waitFor();
  await portal.button('10,000×').click();
  await portal.page.waitForFunction((start) => {
    const shown = document.querySelector<HTMLTimeElement>('#now')?.dateTime ?? '';
    return Date.parse(shown) > start + 3_600_000;
  }, Date.parse('2026-03-09T09:00:00Z'));
  await portal.button('Pause').click();
  await portal.passHour();
  // Until the list shows the hour that has passed, its rows move away under the pointer.
  await portal.page.evaluate(() => document.querySelector('callback-panel')?.refresh());
  await portal
    .row(/SCHEDULED/)
    .first()
    .getByRole('checkbox')
    .click();
  await portal.button('Cancel Callbacks').click();
  await portal.dialog.getByRole('button', { name: 'Cancel 1 callback' }).click();
  await portal.dialog.getByText('1 callback was cancelled.').waitFor();
  await portal.page.keyboard.press('Escape');
}

describe('a scenario recorded from the demo page', () => {
  it('replays in Node to the same hash', async () => {
    portal = await demo.open({ range: 'next-7-days' });
    await workForAWhile();
    const { path, file } = await save();
    expect(new Set(file.commands.map(({ type }) => type))).toEqual(new Set(['create', 'set-rate', 'cancel-many']));
    const state = await stateInPage();
    const engine = new MockEngine({ scenario: 'empty', clock: createSimulatedClock(0) });
    expect(engine.openScenario(file)).toEqual(state);
    const script = fileURLToPath(new URL('../../scripts/mock.js', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, 'replay', path]);
    expect(stdout).toContain(`hash       ${state.hash}`);
    expect(portal.complaints).toEqual([]);
  });

  it('opens again in the page, and survives a reload there', async () => {
    portal = await demo.open({ scenario: 'seed', range: 'next-7-days' });
    await portal.waitForRows();
    await portal.button('+1 d').click();
    const { path } = await save();
    const saved = await stateInPage();
    await portal.button('Reset').click();
    await expect.poll(stateInPage).not.toEqual(saved);
    await portal.page.getByLabel('Scenario file').setInputFiles(path);
    await portal.page.getByText(/^Opened .+: 0 commands\.$/).waitFor();
    expect(await stateInPage()).toEqual(saved);
    await portal.page.reload();
    await portal.page.getByRole('heading', { name: /Callback\(s\) Found$/ }).waitFor();
    expect(await stateInPage()).toEqual(saved);
  });

  it('shows the services of the file that was opened', async () => {
    portal = await demo.open({ scenario: 'seed', range: 'next-7-days' });
    await portal.waitForRows();
    const engine = new MockEngine({ scenario: 'empty', now: Date.parse('2026-03-09T09:00:00Z'), rate: 0 });
    engine.setService('callback-of-the-file', { _service: 'callback' });
    engine.generateRecords({ count: 3, states: ['SCHEDULED'] });
    const buffer = Buffer.from(JSON.stringify(engine.saveScenario()));
    const file = { name: 'made-in-node.json', mimeType: 'application/json', buffer };
    await portal.page.getByLabel('Scenario file').setInputFiles(file);
    await portal.page.getByText('Opened made-in-node.json: 2 commands.').waitFor();
    await portal.row('callback-of-the-file').first().waitFor();
    await portal.button('Create Callback').click();
    await portal.dialog.getByLabel('Service Name').selectOption('callback-of-the-file');
  });

  it.each([
    ['text', 'Hello', /it is no scenario file\. Save one with/],
    ['a later version', JSON.stringify({ format: 'callback-scenario', version: 9 }), /Use a later version/],
  ])('says why %s cannot be opened, and shows what it showed', async (_, text, words) => {
    portal = await demo.open({ scenario: 'seed', range: 'next-7-days' });
    await portal.waitForRows();
    const before = await stateInPage();
    const file = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await portal.page.getByLabel('Scenario file').setInputFiles(file);
    await portal.page.getByRole('status').filter({ hasText: words }).waitFor();
    expect(await stateInPage()).toEqual(before);
    expect(portal.complaints).toEqual([]);
  });
});

describe('the clock of the demo page', () => {
  it('pauses, plays on at its speed, and steps', async () => {
    portal = await demo.open({ rate: '60' });
    await portal.waitForRows();
    await portal.button('Pause').click();
    const { now, rate } = await stateInPage();
    expect(rate).toBe(0);
    await portal.button('Step').click();
    await portal.page.getByText(/^Stepped: /).waitFor();
    expect(Date.parse((await stateInPage()).now)).toBeGreaterThan(Date.parse(now));
    await portal.button('Play').click();
    expect((await stateInPage()).rate).toBe(60);
    expect(await portal.button('60×').getAttribute('aria-pressed')).toBe('true');
  });
});
