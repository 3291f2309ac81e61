import { expect, waitUntil } from '@open-wc/testing';
import { executeServerCommand, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import { defaultColumns } from '../../../src/components/callback-table/callback-table.js';
import { all, one, openTable, press, recordEvents, text } from './open-table.js';

const UP = 'ascending';
const DOWN = 'descending';
const by = (field: string, direction: typeof UP | typeof DOWN = UP) => ({ field, direction }) as const;

/** The title that sorts by a field. */
function title(table: CallbackTableElement, field: string): HTMLElement {
  return one(table, `.sort[data-field="${field}"]`);
}

/** Presses a title with the mouse. */
async function click(table: CallbackTableElement, field: string, modifier?: 'Shift'): Promise<void> {
  const { x, y, width, height } = title(table, field).getBoundingClientRect();
  if (modifier !== undefined) await sendKeys({ down: modifier });
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
  if (modifier !== undefined) await sendKeys({ up: modifier });
  await table.updateComplete;
}

interface AccessibleNode {
  readonly role: string;
  readonly name?: string;
  readonly children?: readonly AccessibleNode[];
}

/** Names of all buttons on the page, as assistive technology is given them. */
async function buttonNames(): Promise<readonly string[]> {
  const namesIn = ({ role, name = '', children = [] }: AccessibleNode): readonly string[] =>
    role === 'button' ? [name] : children.flatMap(namesIn);
  return namesIn(await executeServerCommand<AccessibleNode, object>('a11y-snapshot', {}));
}

describe('callback-table: sort keys, chosen', () => {
  it('by a click, and the other way round by the next, for ever', async () => {
    const table = await openTable();
    const events = recordEvents(table);
    for (let presses = 0; presses < 3; presses += 1) await click(table, 'state');
    expect(events.map(([, detail]) => detail)).to.deep.equal([
      { sort: [by('state')] },
      { sort: [by('state', DOWN)] },
      { sort: [by('state')] },
    ]);
  });

  it('by Shift and click: added, turned round in its place, left out', async () => {
    const table = await openTable();
    const events = recordEvents(table);
    await click(table, 'state');
    for (let presses = 0; presses < 3; presses += 1) await click(table, 'desiredTime', 'Shift');
    expect(events.map(([, detail]) => detail)).to.deep.equal([
      { sort: [by('state')] },
      { sort: [by('state'), by('desiredTime')] },
      { sort: [by('state'), by('desiredTime', DOWN)] },
      { sort: [by('state')] },
    ]);
  });

  it('by Shift on the only key until none is left', async () => {
    const table = await openTable({ sort: [by('state', DOWN)] });
    await click(table, 'state', 'Shift');
    expect(table.sort).to.deep.equal([]);
    expect(all(table, '[aria-sort]')).to.deep.equal([]);
  });

  it('by a click without Shift: that one alone', async () => {
    const table = await openTable({ sort: [by('state'), by('desiredTime'), by('serviceName')] });
    await click(table, 'desiredTime');
    expect(table.sort).to.deep.equal([by('desiredTime', DOWN)]);
  });

  for (const interaction of ['grid', 'table'] as const) {
    for (const key of ['Enter', 'Space']) {
      it(`by Shift and ${key} on a title, in a ${interaction}`, async () => {
        const table = await openTable({ interaction, sort: [by('state')] });
        title(table, 'serviceName').focus();
        await press(table, `Shift+${key}`, `Shift+${key}`);
        expect(table.sort).to.deep.equal([by('state'), by('serviceName', DOWN)]);
        expect(table.selectedIds.size).to.equal(0);
      });
    }
  }

  it('from every title there is', async () => {
    const keys = [
      { key: '_LOB', alias: 'Line Of Business' },
      { key: '_priority', alias: 'Priority' },
    ];
    const table = await openTable({
      columns: [
        { id: 'id', kind: 'service-id' },
        ...defaultColumns,
        { id: 'one', kind: 'property', keys: keys.slice(0, 1) },
        { id: 'several', kind: 'custom-fields', keys },
        { id: 'none', kind: 'property' },
      ],
    });
    for (const button of all(table, 'thead th.sortable .sort')) {
      button.focus();
      await press(table, 'Shift+Enter');
    }
    expect(table.sort.map(({ field }) => field)).to.deep.equal([
      ...['id', 'state', 'desiredTime', 'customerNumber', 'serviceName', '_LOB', 'several', 'none'],
    ]);
  });
});

describe('callback-table: sort keys, shown', () => {
  const sort = [by('serviceName', DOWN), by('state'), by('desiredTime', DOWN)];

  it('as aria-sort on the first key only, since there may be one', async () => {
    const table = await openTable({ sort });
    const sorted = all(table, '[aria-sort]').map((cell) => [
      text(cell.firstElementChild!),
      cell.getAttribute('aria-sort'),
    ]);
    expect(sorted).to.deep.equal([['Service Name 1', DOWN]]);
  });

  it('in words in the names of the others', async () => {
    await openTable({ sort });
    const names = (await buttonNames()).filter((name) => /^(?:State|Phone Number|Service Name)/.test(name));
    expect(names).to.deep.equal(['State (sort key 2, ascending)', 'Phone Number', 'Service Name']);
  });

  it('as numbers where there are several', async () => {
    const table = await openTable({ sort });
    expect(all(table, '.sort-place').map(text)).to.deep.equal(['2', '3', '1']);
    table.sort = sort.slice(0, 1);
    await table.updateComplete;
    expect(all(table, '.sort-place')).to.deep.equal([]);
  });

  it('all of them in the announced result, in the language of the page', async () => {
    const table = await openTable({ sort });
    const status = one(table, '[role=status]');
    const [, time = ''] = all(table, 'thead .title').map(text);
    await waitUntil(() => text(status) !== '', 'the result is announced', { timeout: 3000 });
    expect(text(status)).to.equal(
      `5 Callback(s) Found, sorted by Service Name, descending, then by State, ascending, then by ${time}, descending`,
    );
  });

  it('explained by the caption', async () => {
    const table = await openTable();
    expect(text(one(table, 'caption'))).to.contain('Hold Shift to sort by several columns');
  });

  it('with the whole of a title that is cut off as its tooltip', async () => {
    const alias = 'Line of business as the customer chose it on the first page of the form, or Primary';
    const columns = [{ id: 'p', kind: 'property', keys: [{ key: '_LOB', alias }] }, ...defaultColumns] as const;
    const table = await openTable({ columns });
    expect(all(table, 'thead .title').map((shown) => shown.getAttribute('title'))).to.deep.equal([
      alias,
      ...defaultColumns.map(() => null),
    ]);
  });
});
