import { expect, fixture, html } from '@open-wc/testing';
import type { CallbackCancelDialogElement } from '../../../src/components/callback-cancel-dialog/define.js';
import '../../../src/components/callback-cancel-dialog/define.js';
import { areApart, isInside, MANY_WORDS, STACKED, UNBROKEN } from '../../support/hostile.js';
import { makeRecord } from '../../support/records.js';

describe('callback-cancel-dialog: texts of any length', () => {
  it('gives each callback a few lines, none over another', async () => {
    const records = [UNBROKEN, MANY_WORDS, STACKED].map((long, index) =>
      makeRecord({ id: String(index), state: 'COMPLETED', reason: long, customerNumber: long, serviceName: long }),
    );
    const element = await fixture<CallbackCancelDialogElement>(html`<callback-cancel-dialog></callback-cancel-dialog>`);
    Object.assign(element, { records, timeZone: 'Europe/Berlin', open: true });
    await element.updateComplete;
    const list = element.shadowRoot!.querySelector('.list')!;
    expect(list.scrollWidth).to.be.at.most(list.clientWidth);
    const rows = [...list.querySelectorAll('li')];
    expect(rows).to.have.lengthOf(3);
    for (const row of rows) {
      expect(row.getBoundingClientRect().height).to.be.below(100);
      const cells = [...row.children];
      for (const [index, cell] of cells.entries()) {
        expect(isInside(cell, row)).to.equal(true);
        for (const other of cells.slice(index + 1)) expect(areApart(cell, other)).to.equal(true);
      }
    }
  });
});
