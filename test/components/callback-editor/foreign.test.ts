import { expect } from '@open-wc/testing';
import { CallbackError } from '../../../src/domain/errors.js';
import { takeConsole } from '../../support/console.js';
import { fill, press, words } from '../../support/find.js';
import { makeRecord } from '../../support/records.js';
import { openEditor } from './open-editor.js';

describe('callback-editor: what a page of somebody else sets', () => {
  it('reads a foreign error as a failure of the server, and stays alive', async () => {
    const editor = await openEditor({ busy: true });
    Object.assign(editor, { problem: new TypeError('Failed to fetch'), busy: false });
    await editor.updateComplete;
    expect(words(editor.shadowRoot)).to.contain('The server failed.');
    expect(takeConsole().join('\n')).to.contain('which is not a CallbackError');
    await fill(editor, 'Customer Number', '5510');
    await press(editor, 'Cancel');
    expect(words(editor.shadowRoot)).to.contain('Close and lose what you entered?');
  });

  for (const [name, availability] of [
    ['a list', [{ start: 1, free: 1 }]],
    ['a map', new Map([[1, 1]])],
    ['slots without a service and time', { slots: [] }],
  ] as const) {
    it(`takes ${name} for no slots, says so once, and any time may be given`, async () => {
      const editor = await openEditor({ mode: 'edit', record: makeRecord() });
      Object.assign(editor, { availability });
      await editor.updateComplete;
      expect(words(editor.shadowRoot)).to.contain('Any time may be given.');
      const said = takeConsole();
      expect(said.length <= 1 && said.every((line) => line.includes('Failed to offer free slots'))).to.equal(true);
    });
  }

  it('tells an answer whose slots cannot be read as a failure, and any time may be given', async () => {
    const editor = await openEditor({ mode: 'edit', record: makeRecord() });
    const { serviceName } = makeRecord();
    const range = { start: 0, end: Date.UTC(2030, 0) };
    Object.assign(editor, {
      availability: { serviceName, range, loading: false, answer: { slots: [{ at: 'noon' }] } },
    });
    await editor.updateComplete;
    expect(words(editor.shadowRoot)).to.contain('cannot be read');
  });

  it("shows the server's own words under what it did not do", async () => {
    const problem = new CallbackError('server-error', 'Failed to cancel: 500.', {
      serverMessage: 'ORS cannot be reached.',
    });
    const editor = await openEditor({ mode: 'edit', record: makeRecord(), outcome: 'not-done', problem });
    expect(words(editor.shadowRoot)).to.contain('The server said: ORS cannot be reached.');
  });

  it('says in so many words what is off when the server does not offer it', async () => {
    const record = makeRecord({ state: 'COMPLETED' });
    const refusals = { 'reschedule-completed': 'The connected server does not offer this.' };
    const editor = await openEditor({ mode: 'reschedule-completed', record, refusals });
    expect(words(editor.shadowRoot?.querySelector('.messages'))).to.contain(
      'The connected server does not offer this.',
    );
  });
});
