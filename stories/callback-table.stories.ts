import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/callback-table/define.js';
import type { CallbackTableElement, ColumnDefinition } from '../src/components/callback-table/callback-table.js';
import { defaultColumns } from '../src/components/callback-table/callback-table.js';
import type { CallbackRecord } from '../src/domain/callback.js';
import type { QueueDiagnostics } from '../src/domain/diagnostics.js';
import { EVERY_FACT } from '../test/support/diagnostics.js';
import { makeRecord, makeRecords, NOW } from '../test/support/records.js';

type Arguments = Partial<
  Pick<
    CallbackTableElement,
    | 'records'
    | 'columns'
    | 'search'
    | 'sort'
    | 'page'
    | 'pageSize'
    | 'selectedIds'
    | 'expandedIds'
    | 'busyIds'
    | 'loadingIds'
    | 'diagnostics'
    | 'timeZone'
    | 'density'
    | 'interaction'
    | 'loading'
    | 'progress'
    | 'problem'
    | 'total'
    | 'readonly'
  >
>;

const LOB = { key: '_LOB', alias: 'Line Of Business' };
const SERVICE_TYPE = { key: '_service_type', alias: 'Service Type' };

const RECORDS = makeRecords(2_314);
const FEW = makeRecords(40, 7);
const firstIds = (records: readonly CallbackRecord[], count: number): ReadonlySet<string> =>
  new Set(records.slice(0, count).map(({ id }) => id));

/** One callback of each state and reason, in the order of its life. */
const EVERY_STATE: readonly CallbackRecord[] = [
  ...['SCHEDULED', 'QUEUED', 'ROUTING', 'PROCESSING', 'PAUSED'].map((state) => ({ state })),
  ...['AGENT_CONNECTED', 'CANCELLED', 'CANCELLED_BY_ADMIN', 'AGENT_PREVIEW_CANCEL_AFTER_TIMEOUT', 'FAIL_NO_ANSWER'].map(
    (reason) => ({ state: 'COMPLETED', reason }),
  ),
  { state: 'COMPLETED', reason: 'SUBMIT_FAILED' },
  { state: 'COMPLETED' },
  { state: 'HIBERNATING', reason: 'UNKNOWN_TO_THIS_PAGE' },
].map((overrides, index) =>
  makeRecord({
    id: `every-${index}`,
    customerNumber: `+3363998010${index}`,
    desiredTime: NOW + index * 600_000,
    ...overrides,
  }),
);

const EVERYTHING: QueueDiagnostics = { ...EVERY_FACT, other: { _new_in_a_later_version: 'kept as it is' } };

const QUEUED = [1, 2, 3].map((index) =>
  makeRecord({
    id: `queued-${index}`,
    state: 'QUEUED',
    customerNumber: `551${index}`,
    desiredTime: NOW - index * 60_000,
  }),
);

const meta: Meta<Arguments> = {
  title: 'callback-table',
  component: 'callback-table',
  args: { records: RECORDS, pageSize: 50, timeZone: 'Asia/Kolkata' },
  parameters: { layout: 'padded', docs: { story: { height: '640px' } } },
  render: (args) =>
    html`<callback-table
      .records=${args.records ?? []}
      .columns=${args.columns ?? defaultColumns}
      .search=${args.search ?? { field: 'customerNumber', text: '' }}
      .sort=${args.sort ?? []}
      .page=${args.page ?? 1}
      .pageSize=${args.pageSize ?? 250}
      .selectedIds=${args.selectedIds ?? new Set<string>()}
      .expandedIds=${args.expandedIds ?? new Set<string>()}
      .busyIds=${args.busyIds ?? new Set<string>()}
      .loadingIds=${args.loadingIds ?? new Set<string>()}
      .diagnostics=${args.diagnostics ?? new Map<string, QueueDiagnostics>()}
      .timeZone=${args.timeZone ?? ''}
      .density=${args.density ?? 'normal'}
      .interaction=${args.interaction ?? 'grid'}
      .loading=${args.loading ?? false}
      .progress=${args.progress}
      .problem=${args.problem}
      .total=${args.total}
      .readonly=${args.readonly ?? false}
    ></callback-table>`,
};

export default meta;

type Story = StoryObj<Arguments>;

export const Rows: Story = {};

export const EveryState: Story = { args: { records: EVERY_STATE } };

export const OpenRows: Story = {
  args: {
    records: [...QUEUED, ...FEW],
    expandedIds: firstIds(QUEUED, 3),
    diagnostics: new Map([
      ['queued-1', EVERYTHING],
      ['queued-2', { position: null, other: {} }],
    ]),
  },
};

export const OpenRowThatCouldNotBeRead: Story = {
  args: {
    records: [...QUEUED, ...FEW],
    expandedIds: firstIds(QUEUED, 1),
    diagnostics: new Map([['queued-1', { code: 'timeout' }]]),
  },
};

export const OpenRowLoading: Story = {
  args: { records: [...QUEUED, ...FEW], expandedIds: firstIds(QUEUED, 1), loadingIds: firstIds(QUEUED, 1) },
};

export const OneProperty: Story = {
  args: { columns: [...defaultColumns, { id: 'lob', kind: 'property', keys: [LOB] }] },
};

export const CustomFields: Story = {
  args: {
    columns: [
      { id: 'id', kind: 'service-id' },
      ...defaultColumns,
      { id: 'custom', kind: 'custom-fields', keys: [LOB, SERVICE_TYPE] },
    ] satisfies readonly ColumnDefinition[],
  },
};

export const Selected: Story = { args: { selectedIds: firstIds(RECORDS, 4) } };

export const WholePageSelected: Story = { args: { selectedIds: firstIds(RECORDS, 50) } };

export const BusyRows: Story = { args: { selectedIds: firstIds(RECORDS, 2), busyIds: firstIds(RECORDS, 2) } };

export const SortedByTwoColumns: Story = {
  args: {
    sort: [
      { field: 'serviceName', direction: 'ascending' },
      { field: 'desiredTime', direction: 'descending' },
    ],
  },
};

export const SortedByProperties: Story = {
  args: {
    records: FEW.map((record, at) => ({
      ...record,
      properties: at % 5 === 0 ? record.properties : { ...record.properties, _priority: String((at * 7) % 12) },
    })),
    columns: [
      ...defaultColumns,
      { id: 'priority', kind: 'property', keys: [{ key: '_priority', alias: 'Priority' }] },
      { id: 'custom', kind: 'custom-fields', keys: [LOB, SERVICE_TYPE] },
    ],
    sort: [
      { field: '_priority', direction: 'descending' },
      { field: 'custom', direction: 'ascending' },
    ],
  },
};

export const Searched: Story = { args: { search: { field: 'customerNumber', text: '55' } } };

export const NothingMatches: Story = { args: { search: { field: 'customerNumber', text: 'nobody' } } };

export const LastPage: Story = { args: { page: 47 } };

export const ContinuousList: Story = { args: { records: makeRecords(20_000), pageSize: 0 } };

export const Empty: Story = { args: { records: [] } };

export const Loading: Story = { args: { records: [], loading: true } };

export const LoadingWithRows: Story = { args: { loading: true } };

export const LoadingALongList: Story = { args: { loading: true, progress: { records: 42_000, share: 0.42 } } };

export const LoadingALongListForTheFirstTime: Story = {
  args: { records: [], loading: true, progress: { records: 42_000 } },
};

export const Problem: Story = { args: { records: [], problem: { code: 'offline' } } };

export const OfflineWithOldRows: Story = { args: { problem: { code: 'offline', since: NOW } } };

export const UnreadableAnswerWithOldRows: Story = {
  args: { problem: { code: 'bad-response', since: NOW, detail: '502 Bad Gateway' } },
};

export const Partial: Story = { args: { records: RECORDS.slice(0, 500), total: 2_314 } };

export const Readonly: Story = { args: { readonly: true } };

export const PlainTable: Story = { args: { records: [...QUEUED, ...FEW], interaction: 'table' } };

export const KeyboardShortcuts: Story = {
  args: { records: FEW },
  play: async ({ canvasElement }) => {
    const table = tableIn(canvasElement);
    await table.updateComplete;
    const cell = table.renderRoot.querySelector('td.time-cell');
    cell?.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }));
  },
};

export const CustomersWithSeveralCallbacks: Story = {
  args: {
    records: [
      ...['SCHEDULED', 'QUEUED', 'COMPLETED'].map((state, at) =>
        makeRecord({ id: `same-${at}`, customerNumber: '+33639980105', state, desiredTime: NOW + at * 3_600_000 }),
      ),
      ...Array.from({ length: 12 }, (_, at) => makeRecord({ id: `short-${at}`, customerNumber: '5510' })),
      makeRecord({ id: 'single', customerNumber: '+447700900123' }),
    ],
  },
};

export const LiveChange: Story = {
  args: { records: FEW },
  play: ({ canvasElement }) => {
    const [first, second] = FEW;
    if (first === undefined || second === undefined) throw new Error('The story has no rows to change.');
    tableIn(canvasElement).applyChanges({ upserts: [{ ...first, state: 'ROUTING' }], removals: [second.id] });
  },
};

export const HostileData: Story = {
  args: {
    records: [
      makeRecord({
        id: '1',
        customerNumber: '<img src=x onerror=alert(1)>',
        serviceName: '"><script>alert(1)</script>',
      }),
      makeRecord({ id: '2', customerNumber: '٠١٢٣٤٥٦٧٨', serviceName: 'خدمة العملاء', reason: '\u202eNOSAER' }),
      makeRecord({ id: '3', customerNumber: '5'.repeat(120), serviceName: 'a-very-long-name-'.repeat(40) }),
      makeRecord({ id: '4', customerNumber: '', serviceName: '', properties: { _LOB: '👩‍👩‍👧‍👦'.repeat(40) } }),
      makeRecord({ id: '__proto__', serviceName: 'constructor', state: 'toString' }),
    ],
    columns: [...defaultColumns, { id: 'lob', kind: 'property', keys: [LOB] }],
  },
};

function tableIn(canvas: HTMLElement): CallbackTableElement {
  const table = canvas.querySelector('callback-table');
  if (table === null) throw new Error('The story shows no table.');
  return table;
}
