import { expect } from '@open-wc/testing';
import type { CallbackTableElement, ColumnDefinition } from '../../../src/components/callback-table/callback-table.js';
import type { CallbackRecord } from '../../../src/domain/callback.js';
import { makeRecord } from '../../support/records.js';
import { all, openTable, press, shownIds, text } from './open-table.js';

const PRIORITY = { key: '_priority', alias: 'Priority' };
const LOB = { key: '_LOB', alias: 'Line Of Business' };
const UP = 'ascending';
const DOWN = 'descending';

/** A table of one column whose only title has been pressed with Enter. */
async function openSorted(
  kind: ColumnDefinition['kind'],
  records: readonly CallbackRecord[],
  properties: Partial<CallbackTableElement> & Pick<Partial<ColumnDefinition>, 'keys'> = {},
): Promise<CallbackTableElement> {
  const { keys, ...others } = properties;
  const column: ColumnDefinition = { id: 'it', kind, ...(keys === undefined ? {} : { keys }) };
  const table = await openTable({ records, columns: [column], ...others });
  all(table, 'thead .sort')[0]!.focus();
  await press(table, 'Enter');
  return table;
}

/** Texts of the only column from the first row to the last. */
function column(table: CallbackTableElement): readonly string[] {
  return all<HTMLTableRowElement>(table, '.row').map(({ cells }) => text(cells[1]!));
}

/** One record for each value of a field, with ids that run against their order. */
function records<Value>(
  values: readonly Value[],
  field: (value: Value) => Partial<CallbackRecord>,
): readonly CallbackRecord[] {
  return values.map((value, at) => makeRecord({ id: String(values.length - at), ...field(value) }));
}

const named = (names: readonly string[]): readonly CallbackRecord[] =>
  records(names, (serviceName) => ({ serviceName }));

const withProperty = (key: string, values: readonly (string | undefined)[]): readonly CallbackRecord[] =>
  records(values, (value) => ({ properties: value === undefined ? {} : { [key]: value } }));

describe('callback-table: what each kind of column sorts by', () => {
  it('states by their life, completed ones by reason, unknown ones last by name', async () => {
    const inOrder = [
      ...['SCHEDULED', 'QUEUED', 'ROUTING', 'PROCESSING', 'PAUSED', 'COMPLETED', 'COMPLETED CANCELLED'],
      ...['COMPLETED CANCELLED_BY_ADMIN', 'COMPLETED FAIL_NO_ANSWER', 'HIBERNATING', 'ZOMBIE'],
    ];
    const list = inOrder.toReversed().map((id) => {
      const [state = '', reason] = id.split(' ');
      return makeRecord({ id, state, ...(reason === undefined ? {} : { reason }) });
    });
    const table = await openSorted('state', list);
    expect(shownIds(table)).to.deep.equal(inOrder);
  });

  it('times by the instant, what is none last', async () => {
    const instants = [Date.UTC(2026, 9, 2), Number.NaN, Date.UTC(2026, 1, 10), Date.UTC(2025, 11, 31)];
    const table = await openSorted(
      'time',
      records(instants, (desiredTime) => ({ desiredTime })),
    );
    expect(shownIds(table)).to.deep.equal(['1', '2', '4', '3']);
  });

  it('phone numbers by their characters', async () => {
    const list = records(['9', '10', '+44 20', '5510', '+4421'], (customerNumber) => ({ customerNumber }));
    const table = await openSorted('phone', list);
    expect(column(table)).to.deep.equal(['+44 20', '+4421', '10', '5510', '9']);
  });

  it('service ids by their characters', async () => {
    const table = await openSorted(
      'service-id',
      ['b9', 'b10', 'a1'].map((id) => makeRecord({ id })),
    );
    expect(column(table)).to.deep.equal(['a1', 'b10', 'b9']);
  });

  it('names as the language orders them, whatever their case', async () => {
    const list = named(['Zebra', 'Ärzte', 'Bank', 'Apfel', 'apfel']);
    const german = await openSorted('service', list, { lang: 'de' });
    expect(column(german)).to.deep.equal(['apfel', 'Apfel', 'Ärzte', 'Bank', 'Zebra']);
    const swedish = await openSorted('service', list, { lang: 'sv' });
    expect(column(swedish)).to.deep.equal(['apfel', 'Apfel', 'Bank', 'Zebra', 'Ärzte']);
  });

  it('numbers inside of names by what they are worth', async () => {
    const table = await openSorted('service', named(['line 10', 'line 2', 'line 1b', 'line 1']));
    expect(column(table)).to.deep.equal(['line 1', 'line 1b', 'line 2', 'line 10']);
  });

  it('values that are numbers as numbers, before texts, and missing ones last', async () => {
    const list = withProperty('_priority', ['high', '10', undefined, '-3', '2.5', '2.25', '9', '-20', 'a4', '+7']);
    const table = await openSorted('property', list, { keys: [PRIORITY] });
    const ascending = ['-20', '-3', '2.25', '2.5', '+7', '9', '10', 'a4', 'high', 'Not Specified'];
    expect(column(table)).to.deep.equal(ascending);
    await press(table, 'Enter');
    expect(column(table), 'the other way round').to.deep.equal(ascending.reverse());
  });

  it('numbers that no double can tell apart', async () => {
    const list = withProperty('_priority', ['9007199254740993', '9007199254740992', '7', '007', '9007199254740991']);
    const table = await openSorted('property', list, { keys: [PRIORITY] });
    expect(column(table)).to.deep.equal(['007', '7', '9007199254740991', '9007199254740992', '9007199254740993']);
  });

  it('several fields by the first, then by the next', async () => {
    const list = records(
      [{ _priority: '10', _LOB: 'b' }, { _LOB: 'a' }, { _priority: '9' }, { _priority: '10', _LOB: 'a' }, {}],
      (properties) => ({ properties }),
    );
    const table = await openSorted('custom-fields', list, { keys: [PRIORITY, LOB] });
    expect(table.sort).to.deep.equal([{ field: 'it', direction: UP }]);
    expect(shownIds(table)).to.deep.equal(['3', '2', '5', '4', '1']);
    await press(table, 'Enter');
    expect(shownIds(table)).to.deep.equal(['1', '4', '5', '2', '3']);
  });
});

describe('callback-table: sorting, whatever the keys are', () => {
  it('stands ties by id in both directions', async () => {
    const list = ['c', 'a', 'd', 'b'].map((id) => makeRecord({ id, serviceName: id < 'c' ? 'one' : 'two' }));
    const table = await openSorted('service', list);
    expect(shownIds(table)).to.deep.equal(['a', 'b', 'c', 'd']);
    await press(table, 'Enter');
    expect(shownIds(table)).to.deep.equal(['c', 'd', 'a', 'b']);
  });

  it('sorts each key in its own direction', async () => {
    const list = ['2 b', '1 b', '2 a', '1 a'].map((words, at) => {
      const [priority = '', serviceName = ''] = words.split(' ');
      return makeRecord({ id: String(at), serviceName, properties: { _priority: priority } });
    });
    const table = await openTable({
      records: list,
      sort: [
        { field: 'serviceName', direction: DOWN },
        { field: '_priority', direction: UP },
      ],
    });
    expect(shownIds(table)).to.deep.equal(['1', '0', '3', '2']);
  });

  it('sorts by a column that is hidden, and by a property that has none', async () => {
    const list = withProperty('_priority', ['10', '9', undefined]);
    const table = await openTable({ records: list, sort: [{ field: '_priority', direction: UP }] });
    expect(shownIds(table)).to.deep.equal(['2', '3', '1']);
    table.columns = [{ id: 'it', kind: 'property', keys: [PRIORITY], hidden: true }];
    table.sort = [{ field: '_priority', direction: DOWN }];
    await table.updateComplete;
    expect(shownIds(table)).to.deep.equal(['1', '3', '2']);
  });

  for (const field of ['nobody', '', 'constructor', '__proto__', 'properties.']) {
    it(`finds every record equal in a field that is none: "${field}"`, async () => {
      const table = await openTable({ records: named(['b', 'a', 'c']), sort: [{ field, direction: DOWN }] });
      expect(shownIds(table)).to.deep.equal(['1', '2', '3']);
      expect(all(table, '[aria-sort], .sort-place')).to.deep.equal([]);
    });
  }
});
