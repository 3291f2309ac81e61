import { DAY } from '../../src/domain/instants.js';
import type { Options } from '../../src/domain/service.js';
import type { ForgeWish } from '../engine/life/forge.js';
import type { EngineRecord } from '../engine/state/record.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A row of a picture. Its time is moved: so many days from the day of now and a time of day in UTC, or a distance from now. */
export interface SeedRow extends Omit<ForgeWish, 'id' | 'desiredTime'> {
  readonly id: string;
  readonly time: { readonly day: number; readonly at: string } | { readonly fromNow: number };
  readonly dials?: EngineRecord['dials'];
}

const WORKSPACE = 'user-terminated-workspace';

/** Overview of the user interface: the search for 5510. */
const SEARCHED: readonly SeedRow[] = [
  row('118-0a9a5a2e-6f0c-4a3d-9b57-3c1a3f6f7a01', 'Preview', '5510', { day: 1, at: '11:10:00' }),
  row('118-0a9a5a2e-6f0c-4a3d-9b57-3c1a3f6f7a02', 'Preview', '5510', { day: 2, at: '10:10:00' }),
];

/** Edit a callback. */
const EDITED: readonly SeedRow[] = [
  {
    ...row('118-0a9a5a2e-6f0c-4a3d-9b57-3c1a3f6f7a03', 'Preview', '5110', { fromNow: -3 * MINUTE }),
    state: 'QUEUED',
  },
  row('118-0a9a5a2e-6f0c-4a3d-9b57-3c1a3f6f7a04', 'Preview', '5114', { fromNow: 116 * MINUTE }),
];

/** Reschedule a completed callback; the ids are those of the picture. */
const RESCHEDULED: readonly SeedRow[] = [
  row('118-dc527ec0-4df1-4c28-b4d9-898f78092e6c', 'scheduled', '8887', { day: 1, at: '18:10:00' }),
  row('118-b8feda9f-c731-412d-8412-7a554f19d809', 'scheduled', '80808080', { day: 3, at: '00:00:00' }),
  row('118-82e6f6b9-2aff-4129-b3f4-ddb2900ab67d', 'scheduled', '9999090', { day: 5, at: '00:00:00' }),
  cancelled('118-fa5c2f59-2380-47c2-a623-fc870588ad56', 'scheduled', '11111', { day: 0, at: '00:00:00' }),
  cancelled('118-e61e5bfc-5bd5-4ccb-b2f9-09e614c89e2f', 'scheduled', '11151515', { day: 6, at: '00:00:00' }),
  {
    ...row('118-665bbd02-bd78-4781-a630-3e9e0180a9fd', 'scheduled', '11151515', { day: 6, at: '00:20:00' }),
    properties: { _foo: 'placeholder' },
  },
];

/** Details of the queued state: three that wait, the first of them between two calls and so not in the queue. */
const DIAGNOSED: readonly SeedRow[] = [
  {
    ...row('118-0a9a5a2e-6f0c-4a3d-9b57-3c1a3f6f7a05', 'Callback Delayed', '5120', { fromNow: -14 * MINUTE - 3_000 }),
    state: 'QUEUED',
    dials: { attempts: 1, result: 'PUSH_DELIVERY_NOT_CONFIRMED' },
  },
  {
    ...row('118-0a9a5a2e-6f0c-4a3d-9b57-3c1a3f6f7a06', 'Callback Delayed', '5121', { fromNow: -10 * MINUTE - 4_000 }),
    state: 'QUEUED',
  },
  {
    ...row('118-0a9a5a2e-6f0c-4a3d-9b57-3c1a3f6f7a07', 'Callback Delayed', '5122', { fromNow: -9 * MINUTE - 51_000 }),
    state: 'QUEUED',
  },
];

/** Bulk cancel: the rows that can be read in the picture. */
const BULK: readonly SeedRow[] = ['2315464', '2315465', '2315467', '2315468'].map((customerNumber, index) =>
  cancelled(`118-0a9a5a2e-6f0c-4a3d-9b57-3c1a3f6f7b${String(index).padStart(2, '0')}`, WORKSPACE, customerNumber, {
    fromNow: -2 * HOUR,
  }),
);

/** Aliases: all at the same time, ten numbers in the order of the picture. */
const ALIASED: readonly SeedRow[] = (
  [
    ['10015', { _LOB: 'Secondary', _service_type: 'Service 1' }],
    ['10016', { _LOB: 'Special Projects', _service_type: 'Service2' }],
    ['10013', { _LOB: 'Primary' }],
    ['10017', {}],
    ['10011', { _LOB: 'Primary' }],
    ['10020', {}],
    ['10014', { _service_type: 'Service3' }],
    ['10019', {}],
    ['10012', {}],
    ['10018', {}],
  ] satisfies readonly (readonly [string, Options])[]
).map(([customerNumber, properties], index) => ({
  ...row(`118-0a9a5a2e-6f0c-4a3d-9b57-3c1a3f6f7c${String(index).padStart(2, '0')}`, WORKSPACE, customerNumber, {
    day: 4,
    at: '14:00:00',
  }),
  properties,
}));

/** Create a callback: the properties typed into the dialog, and the reason behind a state. */
const SUBMITTED: readonly SeedRow[] = [
  {
    ...cancelled('118-0a9a5a2e-6f0c-4a3d-9b57-3c1a3f6f7d00', 'scheduled', '5230', { fromNow: -5 * HOUR }),
    reason: 'SUBMIT_FAILED',
    properties: { _email: 'supervisor@example.com', foo: 'first', bar: 'second' },
  },
];

/** Every row that the pictures of the seed page show. */
export const SEED_ROWS: readonly SeedRow[] = [
  ...SEARCHED,
  ...EDITED,
  ...RESCHEDULED,
  ...DIAGNOSED,
  ...BULK,
  ...ALIASED,
  ...SUBMITTED,
];

/** The instant of a row, in epoch milliseconds. */
export function instantOf({ time }: SeedRow, now: number): number {
  if ('fromNow' in time) return Math.floor((now + time.fromNow) / 1000) * 1000;
  const [hours = 0, minutes = 0, seconds = 0] = time.at.split(':').map(Number);
  const midnight = Math.floor(now / DAY) * DAY;
  return midnight + time.day * DAY + hours * HOUR + minutes * MINUTE + seconds * 1000;
}

function row(id: string, serviceName: string, customerNumber: string, time: SeedRow['time']): SeedRow {
  return { id, serviceName, customerNumber, time, state: 'SCHEDULED' };
}

function cancelled(id: string, serviceName: string, customerNumber: string, time: SeedRow['time']): SeedRow {
  return { ...row(id, serviceName, customerNumber, time), state: 'COMPLETED', reason: 'CANCELLED_BY_ADMIN' };
}
