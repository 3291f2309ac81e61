import { expect } from '@open-wc/testing';
import { areApart, isInside, MANY_WORDS, STACKED, UNBROKEN } from '../../support/hostile.js';
import { makeRecord } from '../../support/records.js';
import { openEditor } from './open-editor.js';

describe('callback-editor: texts of any length', () => {
  for (const mode of ['edit', 'reschedule-completed'] as const) {
    it(`keeps its facts, fields and buttons on the screen (${mode})`, async () => {
      for (const long of [UNBROKEN, MANY_WORDS]) {
        const record = makeRecord({
          state: mode === 'edit' ? 'PROCESSING' : 'COMPLETED',
          customerNumber: long,
          serviceName: long,
          properties: { [long]: long, [STACKED]: STACKED },
        });
        const editor = await openEditor({ mode, record, lookupKeys: [long, STACKED] });
        if (mode === 'edit') {
          editor.shadowRoot!.querySelector<HTMLInputElement>('input[value="edit-properties"]')?.click();
          await editor.updateComplete;
        }
        const dialog = editor.shadowRoot!.querySelector('dialog')!;
        const body = dialog.querySelector('.dialog-body')!;
        expect(body.scrollWidth).to.be.at.most(body.clientWidth);
        expect(body.scrollHeight).to.be.below(1600);
        expect(isInside(dialog.querySelector('.dialog-foot')!, dialog)).to.equal(true);
        for (const row of dialog.querySelectorAll('.row')) {
          expect(areApart(row.querySelector('label')!, row.querySelector('input')!)).to.equal(true);
          expect(row.getBoundingClientRect().height).to.be.below(100);
        }
      }
    });
  }
});
