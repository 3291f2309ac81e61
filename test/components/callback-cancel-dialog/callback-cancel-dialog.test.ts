import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type {
  CallbackCancelDialogElement,
  CallbackCancelRequestEvent,
} from '../../../src/components/callback-cancel-dialog/define.js';
import '../../../src/components/callback-cancel-dialog/define.js';
import type { CallbackRecord } from '../../../src/domain/callback.js';
import { CallbackError } from '../../../src/domain/errors.js';
import type { BulkCancelResult } from '../../../src/domain/report.js';
import { button, description, focused, hasButton, listen, press, words } from '../../support/find.js';
import { makeRecord } from '../../support/records.js';

const scheduled = makeRecord({ id: '1', customerNumber: '5510' });
const queued = makeRecord({ id: '2', customerNumber: '5511', state: 'QUEUED' });
const processing = makeRecord({ id: '3', customerNumber: '5512', state: 'PROCESSING' });
const completed = makeRecord({ id: '4', customerNumber: '5513', state: 'COMPLETED', reason: 'AGENT_CONNECTED' });
const selection: readonly CallbackRecord[] = [scheduled, processing, queued, completed];

const partly: BulkCancelResult = {
  reason: 'CANCELLED_BY_ADMIN',
  outcomes: [
    { id: '1', outcome: 'done' },
    { id: '2', outcome: 'skipped', code: 'FAILURE_MISSING' },
    { id: '9', outcome: 'failed', code: 'BROKEN' },
  ],
  raw: [],
};
const wholly: BulkCancelResult = { ...partly, outcomes: [{ id: '1', outcome: 'done' }] };

async function openDialog(properties: Partial<CallbackCancelDialogElement> = {}): Promise<CallbackCancelDialogElement> {
  const element = await fixture<CallbackCancelDialogElement>(html`<callback-cancel-dialog></callback-cancel-dialog>`);
  Object.assign(element, { records: selection, timeZone: 'Europe/Berlin', open: true, ...properties });
  await element.updateComplete;
  return element;
}

function rows(element: Element, labelledBy: string): readonly string[] {
  return [...(element.shadowRoot?.querySelectorAll(`[role=region][aria-labelledby~=${labelledBy}] li`) ?? [])].map(
    words,
  );
}

describe('callback-cancel-dialog: the question', () => {
  it('is an alert dialog called Cancel Callbacks Confirmation', async () => {
    const element = await openDialog();
    expect(element.shadowRoot?.querySelector('dialog')?.getAttribute('role')).to.equal('alertdialog');
    expect(words(element.shadowRoot?.querySelector('h2'))).to.equal('Cancel Callbacks Confirmation');
    expect(words(element.shadowRoot?.querySelector('h3'))).to.equal('Callbacks to Cancel in Current Page');
  });

  it('says before anything happens what will be cancelled, and what not and why', async () => {
    const element = await openDialog();
    expect(rows(element, 'cancellable')).to.deep.equal([
      '3/9/2026 10:30:00 5510 callback-sales SCHEDULED',
      '3/9/2026 10:30:00 5511 callback-sales QUEUED',
    ]);
    expect(rows(element, 'skipped-in-conversation')).to.have.lengthOf(1);
    expect(rows(element, 'skipped-already-completed')).to.deep.equal([
      '3/9/2026 10:30:00 5513 callback-sales COMPLETED (AGENT_CONNECTED)',
    ]);
    const text = words(element.shadowRoot);
    expect(text).to.contain('2 callbacks will be cancelled').and.to.contain('1 callback will be skipped');
    expect(text).to.contain('An agent is handling this callback now').and.to.contain('This callback is completed.');
  });

  it('gives the focus to the button that keeps them', async () => {
    expect(focused(await openDialog())).to.equal('Keep callbacks');
  });

  it('fires callback-cancel-request with the ids that can be cancelled, and stays open', async () => {
    const element = await openDialog();
    const events = listen<CallbackCancelRequestEvent>(document, 'callback-cancel-request');
    await press(element, 'Cancel 2 callbacks');
    expect(events.map(({ detail, cancelable }) => ({ detail, cancelable }))).to.deep.equal([
      { detail: { stage: 'submit', ids: ['1', '2'], scope: 'selection' }, cancelable: true },
    ]);
    expect(element.open).to.equal(true);
  });

  it('fires nothing when its properties are set', async () => {
    const events = [listen(document, 'callback-cancel-request'), listen(document, 'cancel-dialog-close')];
    const element = await openDialog({ busy: true });
    element.result = partly;
    element.open = false;
    await element.updateComplete;
    expect(events.flat()).to.have.lengthOf(0);
  });

  it('says why there is nothing to confirm', async () => {
    const element = await openDialog({ records: [completed] });
    const events = listen(element, 'callback-cancel-request');
    const confirm = button(element, 'Cancel 0 callbacks');
    expect(description(element, confirm)).to.equal('None of these callbacks can be cancelled.');
    confirm.click();
    expect(events).to.have.lengthOf(0);
  });

  it('lists a full page of 250, and of more than it can show says how many', async () => {
    const many = (count: number): readonly CallbackRecord[] =>
      Array.from({ length: count }, (_, index) => makeRecord({ id: `${index}` }));
    const page = await openDialog({ records: many(250) });
    expect(rows(page, 'cancellable')).to.have.lengthOf(250);
    const all = await openDialog({ records: many(1_240) });
    expect(rows(all, 'cancellable')).to.have.lengthOf(500);
    expect(words(all.shadowRoot)).to.contain('and 740 more callbacks');
    expect(hasButton(all, 'Cancel 1,240 callbacks')).to.equal(true);
  });

  it('keeps the dialog with the reason when the whole of it failed', async () => {
    const element = await openDialog({ problem: new CallbackError('forbidden', 'Failed to cancel: not allowed.') });
    const alert = words(element.shadowRoot?.querySelector('[role=alert]'));
    expect(alert).to.contain('You do not have permission').and.to.contain('Nothing was changed.');
    expect(hasButton(element, 'Cancel 2 callbacks')).to.equal(true);
  });
});

describe('callback-cancel-dialog: while it waits to be sent', () => {
  const pending = { total: 8000, remaining: 7200, held: true };

  it('says that nothing has been sent, and when it is, and keeps the plan in sight', async () => {
    const element = await openDialog({ pending });
    const text = words(element.shadowRoot?.querySelector('.dialog-body'));
    expect(text).to.contain('Nothing has been sent yet. Cancelling 2 callbacks in 8 s');
    expect(rows(element, 'cancellable')).to.have.lengthOf(2);
  });

  it('asks its owner to take it back, or to send it, and does neither itself', async () => {
    const element = await openDialog({ pending });
    const events = ['cancel-dialog-undo', 'cancel-dialog-send'].map((name) => listen(element, name));
    await press(element, 'Undo');
    await press(element, 'Send now');
    expect(events.map(({ length }) => length)).to.deep.equal([1, 1]);
    expect(element).to.include({ open: true, pending });
  });

  it('moves the focus to Undo, and a second press of a double click sends nothing', async () => {
    const element = await openDialog();
    const requests = listen(element, 'callback-cancel-request');
    const sends = listen(element, 'cancel-dialog-send');
    element.pending = pending;
    await element.updateComplete;
    expect(focused(element)).to.equal('Undo');
    button(element, 'Send now').dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
    element.shadowRoot?.querySelector('form')?.requestSubmit();
    expect([requests.length, sends.length]).to.deep.equal([0, 0]);
  });
});

describe('callback-cancel-dialog: progress and result', () => {
  it('shows how far it has come and cannot be confirmed again', async () => {
    const element = await openDialog({ busy: true, progress: { done: 1, total: 2 } });
    const bar = element.shadowRoot?.querySelector('progress');
    expect([bar?.value, bar?.max]).to.deep.equal([1, 2]);
    expect(words(element.shadowRoot)).to.contain('Cancelling: 1 of 2');
    expect(hasButton(element, 'Cancel 2 callbacks')).to.equal(false);
    expect(words(element.shadowRoot)).to.contain('Closing this window does not stop it.');
  });

  it('hands the focus on when the button that had it goes', async () => {
    const element = await openDialog();
    await sendKeys({ press: 'Tab' });
    expect(focused(element)).to.equal('Cancel 2 callbacks');
    element.busy = true;
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.id).to.equal('keep');
  });

  it('accounts for what the plan had left out', async () => {
    const element = await openDialog({ result: { ...partly, outcomes: partly.outcomes.slice(0, 2) } });
    const help = [...(element.shadowRoot?.querySelectorAll('.help') ?? [])].map(words);
    expect(help).to.deep.equal([
      '1 callback was left as it was. An agent is handling this callback now, so it can no longer be cancelled.',
      '1 callback was left as it was. This callback is completed. Reschedule it to call the customer again.',
    ]);
  });

  it('says that everything was cancelled', async () => {
    const element = await openDialog({ result: wholly });
    expect(words(element.shadowRoot?.querySelector('.verdict'))).to.equal('1 callback was cancelled.');
    expect(rows(element, 'missed')).to.have.lengthOf(0);
  });

  it('counts and lists what was not cancelled, with the word of the server', async () => {
    const element = await openDialog({ result: partly });
    expect(words(element.shadowRoot?.querySelector('.counts'))).to.equal('1 cancelled 1 skipped 1 failed');
    expect(rows(element, 'missed')).to.deep.equal([
      '3/9/2026 10:30:00 5511 Can no longer be cancelled FAILURE_MISSING',
      '9 No answer: refresh the list and look again BROKEN',
    ]);
    expect(hasButton(element, 'Cancel 2 callbacks')).to.equal(false);
  });
});

describe('callback-cancel-dialog: keyboard and closing', () => {
  it('keeps the callbacks with Enter, with Esc and with the cross', async () => {
    for (const leave of [() => sendKeys({ press: 'Enter' }), () => sendKeys({ press: 'Escape' })]) {
      const element = await openDialog();
      const requests = listen(element, 'callback-cancel-request');
      const closes = listen(element, 'cancel-dialog-close');
      await leave();
      await element.updateComplete;
      expect(element.open).to.equal(false);
      expect([requests.length, closes.length]).to.deep.equal([0, 1]);
    }
    const element = await openDialog();
    await press(element, 'Close');
    expect(element.open).to.equal(false);
  });

  it('lets the lists be scrolled with the keyboard', async () => {
    const element = await openDialog();
    const list = element.shadowRoot?.querySelector<HTMLElement>('.list');
    expect(list?.tabIndex).to.equal(0);
    expect(list?.getAttribute('role')).to.equal('region');
  });

  it('stays open when it is moved and closes when it is removed', async () => {
    const element = await openDialog();
    const inside = element.shadowRoot?.querySelector('dialog');
    const other = await fixture<HTMLElement>(html`<section></section>`);
    other.append(element);
    await element.updateComplete;
    expect(inside?.matches(':modal')).to.equal(true);
    element.remove();
    expect(inside?.open).to.equal(false);
  });
});

for (const scheme of ['light', 'dark']) {
  describe(`callback-cancel-dialog: accessible, ${scheme}`, () => {
    before(() => document.documentElement.style.setProperty('color-scheme', scheme));
    after(() => document.documentElement.style.removeProperty('color-scheme'));

    const states: Readonly<Record<string, Partial<CallbackCancelDialogElement>>> = {
      'the question': {},
      'nothing to cancel': { records: [completed] },
      'waiting to be sent': { pending: { total: 8000, remaining: 7200, held: true } },
      progress: { busy: true, progress: { done: 1, total: 2 } },
      'a whole result': { result: wholly },
      'a partial result': { result: partly },
      'a failure': { problem: new CallbackError('timeout', 'Failed to cancel: no answer.') },
    };
    for (const [name, properties] of Object.entries(states)) {
      it(name, async () => {
        await expect(await openDialog(properties)).to.be.accessible();
      });
    }
  });
}
