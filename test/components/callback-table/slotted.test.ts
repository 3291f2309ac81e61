import { expect, fixture, html } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/define.js';
import '../../../src/components/callback-table/define.js';
import { RECORDS, recordEvents } from './open-table.js';

async function openWithFilters(): Promise<CallbackTableElement> {
  const table = await fixture<CallbackTableElement>(
    html`<callback-table .records=${RECORDS}>
      <div slot="filters">
        <button data-action="select-page">All</button>
        <input data-action="search" value="typed" />
        <select data-action="page-size">
          <option>1</option>
        </select>
        <table role="grid">
          <tr data-id="a">
            <td><button data-action="edit">Mine</button></td>
          </tr>
        </table>
      </div>
    </callback-table>`,
  );
  return table;
}

const slotted = <T extends HTMLElement>(table: CallbackTableElement, selector: string): T => {
  const found = table.querySelector<T>(selector);
  if (found === null) throw new Error(`Failed to find ${selector} in the slot: there is none.`);
  return found;
};

describe('callback-table: controls of the page in its slot', () => {
  it("are the page's, even when they look like the table's own", async () => {
    const table = await openWithFilters();
    const events = recordEvents(table);
    const bubbling = { bubbles: true };
    slotted(table, 'button').click();
    slotted(table, 'td button').click();
    slotted(table, 'input').dispatchEvent(new Event('input', bubbling));
    slotted(table, 'select').dispatchEvent(new Event('change', bubbling));
    expect(events).to.deep.equal([]);
    expect(table.search.text).to.equal('');
  });

  it("keep their keys and do not move the table's tab stop", async () => {
    const table = await openWithFilters();
    const stop = table.renderRoot.querySelector('[tabindex="0"]');
    const control = slotted(table, 'td button');
    control.focus();
    const press = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true });
    expect(control.dispatchEvent(press)).to.equal(true);
    expect(document.activeElement).to.equal(control);
    expect(control.hasAttribute('tabindex')).to.equal(false);
    expect(table.renderRoot.querySelector('[tabindex="0"]')).to.equal(stop);
  });
});
