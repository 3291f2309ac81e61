import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ReportDialogElement, ReportRequestEvent } from '../../../src/components/report-dialog/define.js';
import '../../../src/components/report-dialog/define.js';
import { CallbackError } from '../../../src/domain/errors.js';
import type { BulkCancelResult } from '../../../src/domain/report.js';
import { button, description, focused, hasButton, listen, press, words } from '../../support/find.js';

const wholly: BulkCancelResult = { reason: '', outcomes: [{ id: '1', outcome: 'done' }], raw: [] };
const partly: BulkCancelResult = {
  reason: '',
  outcomes: [
    { id: '1', outcome: 'done' },
    { id: '2', outcome: 'skipped', code: 'FAILURE_MISSING' },
  ],
  raw: [],
};

async function openReports(properties: Partial<ReportDialogElement> = {}): Promise<ReportDialogElement> {
  const element = await fixture<ReportDialogElement>(html`<report-dialog></report-dialog>`);
  Object.assign(element, { open: true, ...properties });
  await element.updateComplete;
  return element;
}

describe('report-dialog', () => {
  it('offers the export alone while nothing has been cancelled', async () => {
    const element = await openReports();
    expect(words(element.shadowRoot?.querySelector('h2'))).to.equal('Download Reports');
    expect(words(element.shadowRoot?.querySelector('h3'))).to.equal('Report Type');
    expect(words(element.shadowRoot)).to.contain('Export Cancelled Callbacks');
    expect(words(element.shadowRoot)).not.to.contain('Cancellation Summary Report');
    expect(focused(element)).to.equal('Export');
  });

  it('marks the summary green when every callback was cancelled', async () => {
    const element = await openReports({ summary: wholly });
    expect(element.shadowRoot?.querySelector('.mark')?.classList.contains('positive')).to.equal(true);
    expect(words(element.shadowRoot)).to.contain('1 callback was cancelled.');
  });

  it('marks the summary red, and says how many, when one was not', async () => {
    const element = await openReports({ summary: partly });
    expect(element.shadowRoot?.querySelector('.mark')?.classList.contains('negative')).to.equal(true);
    expect(words(element.shadowRoot)).to.contain('1 cancelled, 1 skipped, 0 failed.');
  });

  for (const [name, detail] of [
    ['Export', { report: 'cancelled', refresh: false }],
    ['Get an updated report', { report: 'cancelled', refresh: true }],
    ['Download', { report: 'summary', refresh: false }],
  ] as const) {
    it(`fires report-request for ${name}`, async () => {
      const element = await openReports({ summary: wholly });
      const events = listen<ReportRequestEvent>(document, 'report-request');
      await press(element, name);
      expect(events.map(({ detail: given, cancelable }) => ({ given, cancelable }))).to.deep.equal([
        { given: detail, cancelable: true },
      ]);
      expect(element.open).to.equal(true);
    });
  }

  it('asks for nothing else while a report is being made, and says why', async () => {
    const element = await openReports({ summary: wholly, busy: true });
    const events = listen(element, 'report-request');
    for (const name of ['Export', 'Get an updated report', 'Download']) {
      await press(element, name);
      expect(description(element, button(element, name))).to.equal('Making the report');
    }
    expect(events).to.have.lengthOf(0);
  });

  it('says why the report could not be made', async () => {
    const element = await openReports({ problem: new CallbackError('unavailable', 'Failed to export: 503.') });
    expect(words(element.shadowRoot?.querySelector('[role=alert]'))).to.contain('not available right now');
  });

  it('closes with Esc and with Close, and tells its owner', async () => {
    const element = await openReports();
    const closes = listen(element, 'report-dialog-close');
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect([element.open, closes.length]).to.deep.equal([false, 1]);
    element.open = true;
    await element.updateComplete;
    element.shadowRoot?.querySelector<HTMLButtonElement>('footer button')?.click();
    expect([element.open, closes.length]).to.deep.equal([false, 2]);
  });

  it('fires nothing when its properties are set', async () => {
    const events = [listen(document, 'report-request'), listen(document, 'report-dialog-close')];
    const element = await openReports();
    element.summary = partly;
    element.open = false;
    await element.updateComplete;
    expect(events.flat()).to.have.lengthOf(0);
    expect(hasButton(element, 'Export')).to.equal(true);
  });
});

for (const scheme of ['light', 'dark']) {
  describe(`report-dialog: accessible, ${scheme}`, () => {
    before(() => document.documentElement.style.setProperty('color-scheme', scheme));
    after(() => document.documentElement.style.removeProperty('color-scheme'));

    for (const [name, properties] of Object.entries({
      'nothing cancelled': {},
      'everything cancelled': { summary: wholly },
      'something not cancelled': { summary: partly },
      'under way': { summary: wholly, busy: true },
      failed: { problem: new CallbackError('unavailable', 'Failed to export: 503.') },
    } satisfies Record<string, Partial<ReportDialogElement>>)) {
      it(name, async () => {
        await expect(await openReports(properties)).to.be.accessible();
      });
    }
  });
}
