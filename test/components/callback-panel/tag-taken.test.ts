import { expect, fixture, html } from '@open-wc/testing';
import { CallbackPanelElement } from '../../../src/components/callback-panel/callback-panel.js';
import { isCallbackError } from '../../../src/domain/errors.js';

describe('callback-panel beside a stranger that holds one of its tags', () => {
  it('registers nothing at import, tells whose tag is taken, and says so on the page', async () => {
    expect(customElements.get('callback-panel')).to.equal(undefined);
    customElements.define('report-dialog', class TheirDialog extends HTMLElement {});
    let told: unknown;
    try {
      CallbackPanelElement.define();
    } catch (error) {
      told = error;
    }
    expect(isCallbackError(told) && told.code).to.equal('tag-taken');
    const panel = await fixture<CallbackPanelElement>(html`<callback-panel></callback-panel>`);
    const message = panel.shadowRoot?.querySelector('[part~="tag-taken"]');
    expect(message?.textContent).to.contain('already uses the name <report-dialog>');
    expect(panel.shadowRoot?.querySelector('report-dialog')).to.equal(null);
  });
});
