import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Demo } from './demo-page.js';
import type { DemoPage } from './demo-page.js';

let demo: Demo;
let portal: DemoPage;

beforeAll(async () => {
  demo = await Demo.start();
});

afterEach(async () => {
  await portal.close();
});

afterAll(async () => {
  await demo.stop();
});

/** Fills in the form for a new callback, up to Continue. */
async function create(number: string, service: string, more?: () => Promise<void>): Promise<void> {
  const { dialog } = portal;
  await portal.button('Create Callback').click();
  await dialog.getByLabel('Service Name').selectOption(service);
  await dialog.getByLabel('Customer Number').fill(number);
  await more?.();
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe('a supervisor', () => {
  it('sees rows after opening the page, and the page has nothing to complain about', async () => {
    portal = await demo.open();
    await portal.waitForRows();
    expect(portal.complaints).toEqual([]);
    await portal.page.getByRole('heading', { name: /^\d+ Callback\(s\) Found$/ }).waitFor();
  });

  it('finds a callback by its number', async () => {
    portal = await demo.open({ scenario: 'seed', range: 'next-7-days' });
    await portal.waitForRows();
    await portal.search('5510');
    await portal.waitForRows(2);
    await portal.page.getByRole('heading', { name: '2 Callback(s) Found' }).waitFor();
  });

  it('creates a callback for now, and sees it live until it is completed with its reason', async () => {
    portal = await demo.open();
    await portal.waitForRows();
    await create('+12025550177', 'callback-sales');
    await portal.page.getByText('Callback created in callback-sales.').waitFor();
    await portal.search('2025550177');
    await portal.waitForRows(1);
    const completed = portal.row(/COMPLETED\s*\([A-Z_]+\)/);
    for (let hour = 0; hour < 12 && (await completed.count()) === 0; hour += 1) await portal.passHour();
    await completed.waitFor();
  });

  it('schedules a callback for tomorrow and finds it among the next seven days', async () => {
    portal = await demo.open({ range: 'next-7-days' });
    await portal.waitForRows();
    await create('+12025550178', 'callback-sales', async () => {
      await portal.dialog.getByLabel('Callback type').selectOption('Scheduled');
      await portal.dialog.getByLabel('Desired Date').fill('2026-03-10');
      await portal.dialog.getByLabel('Desired Time').or(portal.dialog.getByLabel('Available Time Slot')).fill('15:30');
    });
    await portal.search('2025550178');
    await portal.row('SCHEDULED').filter({ hasText: '3/10/2026 15:30:00' }).waitFor();
  });

  it('moves a scheduled callback', async () => {
    portal = await demo.open({ scenario: 'seed', range: 'next-7-days' });
    await portal.waitForRows();
    await portal.search('5114');
    await portal.waitForRows(1);
    await portal.row('5114').hover();
    await portal
      .row('5114')
      .getByRole('button', { name: /^Edit callback/ })
      .click();
    await portal.dialog.getByRole('radio', { name: 'Reschedule' }).check();
    await portal.dialog.getByLabel('Desired Date').fill('2026-03-12');
    await portal.dialog.getByRole('button', { name: 'Continue' }).click();
    await portal.row(/5114/).filter({ hasText: '3/12/2026' }).waitFor();
    await portal.page.getByText('Callback rescheduled.').waitFor();
  });

  it('cancels what is selected, and gets both reports', async () => {
    portal = await demo.open({ scenario: 'seed', range: 'next-7-days' });
    await portal.waitForRows();
    await portal.search('5510');
    await portal.waitForRows(2);
    await portal.row().first().getByRole('checkbox').click();
    await portal.button('Cancel Callbacks').click();
    await portal.dialog.getByRole('button', { name: 'Cancel 1 callback' }).click();
    await portal.dialog.getByText('1 callback was cancelled.').waitFor();
    await portal.page.keyboard.press('Escape');
    await portal.row(/COMPLETED\s*\(CANCELLED_BY_ADMIN\)/).waitFor();
    await portal.button('Download Reports').click();
    expect(await download('Export')).toMatch(/^[^\n]*_callback_reason[^\n]*\n[^]*CANCELLED_BY_ADMIN/);
    expect(await download('Download')).toContain('"_ok_title": "Ok"');
  });

  it('reads why a queued callback does not move', async () => {
    portal = await demo.open({ scenario: 'seed' });
    await portal.waitForRows();
    await portal.search('5121');
    await portal.waitForRows(1);
    await portal
      .row('5121')
      .getByRole('button', { name: /queue details/ })
      .click();
    const details = portal.page.getByRole('region', { name: /5121/ });
    await details.getByText('Position in queue').waitFor();
    await details.getByText('Agents Logged in').waitFor();
  });

  it('finds everything as it was after a reload', async () => {
    portal = await demo.open({ range: 'today' });
    await portal.waitForRows();
    await create('+12025550179', 'callback-sales');
    await portal.page.getByText('Callback created').waitFor();
    await portal.page.reload();
    await portal.waitForRows();
    await portal.search('2025550179');
    await portal.waitForRows(1);
    await portal.button('Reset').click();
    await portal.page.getByText(/^0 Callback\(s\) Found$/).waitFor();
  });

  // A page that is left at once has its last 50 ms saved by the browser's good will only.
  it('finds also what was done just before the reload', { retry: 2 }, async () => {
    portal = await demo.open({ scenario: 'seed', range: 'today' });
    await portal.waitForRows();
    await portal.page.evaluate(async () => {
      await fetch('/genesys/1/service/callback/Preview', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ _customer_number: '424242' }),
      });
    });
    await portal.page.reload();
    await portal.waitForRows();
    await portal.search('424242');
    await portal.waitForRows(1);
  });

  it('goes to the services of the server and back', async () => {
    portal = await demo.open();
    await portal.waitForRows();
    await portal.page.getByRole('link', { name: 'Services' }).click();
    await portal.page.getByRole('heading', { name: /^Configured Services/ }).waitFor();
    await portal.page.getByPlaceholder('Search Items').fill('nothing of this name');
    await portal.page.getByText('No services found').waitFor();
    await portal.page.goBack();
    await portal.waitForRows();
  });
});

/** Presses a button of the report dialog and reads the file that comes. */
async function download(name: string): Promise<string> {
  const [file] = await Promise.all([
    portal.page.waitForEvent('download'),
    portal.dialog.getByRole('button', { name, exact: true }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}
