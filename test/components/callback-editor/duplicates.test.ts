import { expect } from '@open-wc/testing';
import { eventually } from '../../support/eventually.js';
import type { EditorDuplicatesRequestEvent } from '../../../src/components/callback-editor/callback-editor.js';
import { fill, listen, words } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import { openEditor } from './open-editor.js';

const OWN = makeRecord({ id: 'own', customerNumber: '5510' });
const OTHERS = ['SCHEDULED', 'QUEUED', 'PAUSED', 'ROUTING', 'SCHEDULED'].map((state, at) =>
  makeRecord({ id: `other-${at}`, customerNumber: '5510', state, desiredTime: NOW + at * 3_600_000 }),
);

type Editor = Awaited<ReturnType<typeof openEditor>>;

/** The wishes of every editor of the page: they do not bubble, so they are met on their way down. */
function wishes(): readonly EditorDuplicatesRequestEvent[] {
  const seen: EditorDuplicatesRequestEvent[] = [];
  const keep = (event: Event): void => void seen.push(event as EditorDuplicatesRequestEvent);
  document.addEventListener('editor-duplicates-request', keep, { capture: true });
  return seen;
}

const noteOf = (editor: Editor): Element | null => editor.renderRoot.querySelector('#duplicates');
const lineOf = (editor: Editor): string => words(editor.renderRoot.querySelector('.messages'));

describe('callback-editor: other callbacks of the customer', () => {
  it('are asked for once a number has settled, without saying it', async () => {
    const editor = await openEditor();
    const seen = wishes();
    await fill(editor, 'Customer Number', '55');
    await fill(editor, 'Customer Number', '5510');
    expect(seen).to.have.lengthOf(0);
    await eventually(() => seen.length > 0, 'the wish comes');
    expect(seen.map(({ detail, bubbles, composed }) => [detail, bubbles, composed])).to.deep.equal([
      [{}, false, false],
    ]);
    expect(editor.customerNumber).to.equal('5510');
  });

  it('are not asked for again when the same number is written otherwise, nor for what is no number', async () => {
    const editor = await openEditor();
    const seen = wishes();
    await fill(editor, 'Customer Number', '5510');
    await eventually(() => seen.length > 0, 'the wish comes');
    await fill(editor, 'Customer Number', '55 10');
    await fill(editor, 'Customer Number', '');
    await fill(editor, 'Customer Number', '5520');
    await eventually(() => seen.length > 1, 'the wish for another number comes');
    expect(seen).to.have.lengthOf(2);
  });

  for (const mode of ['edit', 'reschedule-completed'] as const) {
    it(`are asked for when the form opens: ${mode}`, async () => {
      const seen = wishes();
      const editor = await openEditor({ mode, record: OWN });
      await eventually(() => seen.length > 0, 'the wish comes');
      editor.record = { ...OWN };
      await editor.updateComplete;
      expect(seen).to.have.lengthOf(1);
      editor.open = false;
      await editor.updateComplete;
      editor.open = true;
      await eventually(() => seen.length > 1, 'the wish comes again');
    });
  }

  it('are not asked for when the form closes before the number has settled', async () => {
    const editor = await openEditor();
    const seen = wishes();
    await fill(editor, 'Customer Number', '5510');
    editor.open = false;
    await editor.updateComplete;
    editor.mode = 'edit';
    editor.record = OWN;
    editor.open = true;
    await eventually(() => seen.length > 0, 'the wish of the other form comes');
    expect(seen).to.have.lengthOf(1);
  });

  it('are listed, three of them, and the others counted', async () => {
    const editor = await openEditor({ mode: 'reschedule-completed', record: OWN, duplicates: OTHERS });
    const note = noteOf(editor)!;
    expect(words(note)).to.match(/^This customer already has 5 active callbacks:/);
    expect([...note.querySelectorAll('li')].map(words)).to.deep.equal([
      'SCHEDULED, 3/9/2026 10:00:00, callback-sales',
      'QUEUED, 3/9/2026 11:00:00, callback-sales',
      'PAUSED, 3/9/2026 12:00:00, callback-sales',
      'and 2 more callbacks',
    ]);
  });

  it('are others beside the one that is edited', async () => {
    const editor = await openEditor({ mode: 'edit', record: OWN, duplicates: [OWN, OTHERS[0]!] });
    expect(words(noteOf(editor))).to.match(/^This customer has another active callback:/);
    expect(lineOf(editor)).to.equal('');
  });

  it('are announced in a place that is there before they come', async () => {
    const editor = await openEditor({ mode: 'edit', record: OWN });
    const places = (): readonly Element[] => [...editor.renderRoot.querySelectorAll('.dialog-body [role=status]')];
    const before = places();
    editor.duplicates = OTHERS;
    await editor.updateComplete;
    const place = noteOf(editor)!.closest('[role=status]')!;
    expect(before).to.include(place);
  });

  it('are told for the number in the form and for no other', async () => {
    const editor = await openEditor({ duplicates: OTHERS });
    expect(noteOf(editor)).to.equal(null);
    await fill(editor, 'Customer Number', '55-10');
    expect(noteOf(editor)).to.not.equal(null);
    await fill(editor, 'Customer Number', '5511');
    expect(noteOf(editor)).to.equal(null);
  });

  it('are told once more in the foot of a form that would add one when it is filled in, and are no obstacle', async () => {
    const editor = await openEditor({ duplicates: OTHERS.slice(0, 1) });
    await fill(editor, 'Customer Number', '5510');
    expect(lineOf(editor)).to.equal('');
    await fill(editor, 'Service Name', 'Preview');
    expect(lineOf(editor)).to.equal('This adds a second active callback for this customer.');
    const created = listen(document, 'callback-create-request');
    editor.renderRoot.querySelector<HTMLButtonElement>('[part~=submit]')!.click();
    expect(created).to.have.lengthOf(1);
  });

  it('pass an accessibility check', async () => {
    const editor = await openEditor({ mode: 'edit', record: OWN, duplicates: OTHERS });
    await expect(editor).to.be.accessible();
  });
});
