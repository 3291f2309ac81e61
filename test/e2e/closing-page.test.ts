import type { Dialog } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startHttpServer } from '../../mock-server/node.js';
import type { MockHttpServer } from '../../mock-server/node.js';
import { Demo } from './demo-page.js';
import type { DemoPage } from './demo-page.js';

let demo: Demo;
let mock: MockHttpServer;
let portal: DemoPage;
/** What the browser asked before it left the page. */
let questions: string[];

beforeAll(async () => {
  demo = await Demo.start();
});

beforeEach(async () => {
  // A server beside the page, whose log is still there when the page is not.
  mock = await startHttpServer({ port: 0, scenario: 'seed', now: '2026-03-09T09:00:00Z', rate: 0 });
  questions = [];
});

afterEach(async () => {
  await portal.close();
  await mock.close();
});

afterAll(async () => {
  await demo.stop();
});

/** Opens the page; nothing is sent by itself before the test is over, unless the delay says otherwise. */
async function open(undoDelay = '3600'): Promise<DemoPage> {
  const opened = await demo.open({ 'base-url': `${mock.url}/genesys`, range: 'next-7-days', 'undo-delay': undoDelay });
  await opened.waitForRows();
  return opened;
}

/** Opens the form of the callback to 5114 and sends it; what was asked for waits. */
async function ask(forWhat: 'Reschedule' | 'Cancel Callback', on = portal): Promise<void> {
  await on.row('5114').hover();
  await on
    .row('5114')
    .getByRole('button', { name: /^Edit callback/ })
    .click();
  await on.dialog.getByRole('radio', { name: forWhat }).check();
  if (forWhat === 'Reschedule') await on.dialog.getByLabel('Desired Date').fill('2026-03-12');
  await on.dialog.getByRole('button', { name: 'Continue' }).click();
  await on.dialog.waitFor({ state: 'hidden' });
}

function whenAsked(answer: (question: Dialog) => Promise<void>): void {
  portal.page.on('dialog', (question) => {
    questions.push(question.type());
    void answer(question);
  });
}

/** The requests to change or to cancel a callback that have reached the server. */
function changes(): readonly string[] {
  return mock.engine
    .log()
    .flatMap((entry) => (entry.type === 'request' && ['PUT', 'DELETE'].includes(entry.method) ? [entry.method] : []));
}

const pending = () => portal.page.getByRole('region', { name: 'Not sent yet' });

describe('a change that waits to be sent', () => {
  for (const forWhat of ['Cancel Callback', 'Reschedule'] as const) {
    it(`is dropped when the page is reloaded all the same (${forWhat})`, async () => {
      portal = await open();
      await ask(forWhat);
      await pending().waitFor();
      whenAsked((question) => question.accept());
      await portal.page.reload();
      await portal.waitForRows();
      expect(questions).toEqual(['beforeunload']);
      expect(changes()).toEqual([]);
      await portal.row('5114').filter({ hasText: 'SCHEDULED' }).filter({ hasText: '3/9/2026' }).waitFor();
    });
  }

  it('is dropped when the page is closed all the same', async () => {
    portal = await open();
    await ask('Cancel Callback');
    await pending().waitFor();
    whenAsked((question) => question.accept());
    const closed = portal.page.waitForEvent('close');
    await portal.page.close({ runBeforeUnload: true });
    await closed;
    // What the page had still sent would have reached the server before this.
    await fetch(`${mock.url}/mock/state`);
    expect(questions).toEqual(['beforeunload']);
    expect(changes()).toEqual([]);
  });

  it('is not sent between the question and the going of a page that takes its time', async () => {
    portal = await open('3');
    let answerReload = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answerReload = resolve));
    await portal.page.route('**', async (route) => {
      if (route.request().isNavigationRequest()) await answered;
      await route.continue();
    });
    await ask('Cancel Callback');
    // Pointed at, it waits for the question; afterwards nobody points at it any more.
    await pending().hover();
    whenAsked((question) => question.accept());
    const reloaded = portal.page.reload();
    await expect.poll(() => questions).toEqual(['beforeunload']);
    await portal.page.mouse.move(0, 0);
    // Another page, in which as much time passes.
    const other = await open('3');
    await ask('Reschedule', other);
    await expect.poll(changes, { timeout: 20_000 }).toEqual(['PUT']);
    await other.close();
    answerReload();
    await reloaded;
    await portal.waitForRows();
    expect(changes()).toEqual(['PUT']);
  });

  it('still waits for somebody who stays, and can be undone by keyboard', async () => {
    portal = await open();
    await ask('Cancel Callback');
    await pending().waitFor();
    whenAsked((question) => question.dismiss());
    await portal.page.close({ runBeforeUnload: true });
    await expect.poll(() => questions).toEqual(['beforeunload']);
    await portal.page.keyboard.press('Control+z');
    await portal.page.getByText('nothing was sent').waitFor();
    expect(await pending().count()).toBe(0);
    expect(changes()).toEqual([]);
  });

  it('lets the page go without a question once it is undone', async () => {
    portal = await open();
    await ask('Cancel Callback');
    await pending().getByRole('button', { name: 'Undo' }).click();
    whenAsked((question) => question.accept());
    await portal.page.reload();
    await portal.waitForRows();
    expect(questions).toEqual([]);
    expect(changes()).toEqual([]);
  });

  it('is sent at once, and once, when the portal shows another page of its own', async () => {
    portal = await open();
    await ask('Cancel Callback');
    await pending().waitFor();
    whenAsked((question) => question.accept());
    await portal.page.getByRole('link', { name: 'Services' }).click();
    await expect.poll(changes).toEqual(['DELETE']);
    await portal.page.getByRole('link', { name: 'Callback' }).click();
    await portal.row('5114').filter({ hasText: 'COMPLETED' }).waitFor();
    expect(questions).toEqual([]);
    expect(changes()).toEqual(['DELETE']);
  });

  it('is sent once when its time is up', async () => {
    portal = await open('1');
    await ask('Reschedule');
    await portal.page.getByText('Callback rescheduled.').waitFor();
    await portal.row('5114').filter({ hasText: '3/12/2026' }).waitFor();
    expect(changes()).toEqual(['PUT']);
  });
});
