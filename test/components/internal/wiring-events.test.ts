import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/components/report-dialog/define.js';
import type { ReportDialogElement } from '../../../src/components/report-dialog/define.js';
import { listen } from '../../support/find.js';

type Wiring =
  | 'editor-close'
  | 'options-change'
  | 'options-close'
  | 'cancel-dialog-close'
  | 'cancel-dialog-undo'
  | 'cancel-dialog-send'
  | 'report-dialog-close';

/** The page's own event map knows none of them; the compiler refuses this line otherwise. */
const wiringInThePage: [Extract<keyof GlobalEventHandlersEventMap, Wiring>] extends [never] ? 0 : 1 = 0;

describe('wiring events', () => {
  it('reach whoever listens on the element and nobody outside', async () => {
    const holder = await fixture<HTMLElement>(html`<div><report-dialog open></report-dialog></div>`);
    const dialog = holder.firstElementChild as ReportDialogElement;
    const own = listen(dialog, 'report-dialog-close');
    const outside = listen(holder, 'report-dialog-close');
    dialog.renderRoot.querySelector<HTMLElement>('[part="close"]')?.click();
    await dialog.updateComplete;
    expect([own.length, outside.length]).to.deep.equal([1, wiringInThePage]);
  });
});
