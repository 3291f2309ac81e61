import type { WireBed } from './wire-bed.js';

/** A service with free times, and the questions that cases ask of it. */

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;

/** Open from 10:00 to 12:00 in Paris, in winter 09:00 to 11:00 in UTC. */
export const HOURS = {
  _type: 'builtin',
  _service: 'office-hours',
  _timezone: 'Europe/Paris',
  _bh_regular1: 'Mon-Fri 10:00-12:00',
  _holiday1: '2026-03-03',
};

/** In Paris: nobody but from 10:00 to 12:00 on Mondays. */
export const CAPACITY = {
  _type: 'builtin',
  _service: 'capacity',
  _timezone: 'Europe/Paris',
  _capacity_1: '{"1":{"1000":2,"1100":1}}',
  _capacity_add: '[]',
};

/** An answer of the second version. */
export interface SlotsV2 {
  readonly durationMin: number;
  readonly timezone?: string;
  readonly slots: readonly Readonly<Record<'utcTime' | 'localTime' | 'capacity' | 'total', string | number>>[];
}

/** Where the free times of P are asked for. */
export const V1 = '/genesys/1/service/callback/P/availability';
export const V2 = '/genesys/2/service/callback/P/availability';

/** A service P that is checked against the hours, with three places in each quarter of an hour. */
export async function withHours(bed: WireBed, options: Readonly<Record<string, string>> = {}): Promise<void> {
  await bed.control('PUT', '/mock/services/hours', HOURS);
  await bed.service('P', {
    _business_hours_service: 'hours',
    _request_time_bucket: '15',
    _max_request_by_time_bucket: '3',
    ...options,
  });
}

/** Free places by time, for a question in the first version. */
export async function v1(bed: WireBed, query = ''): Promise<Readonly<Record<string, number>>> {
  return (await bed.good(bed.get(`${V1}${query}`))) as Readonly<Record<string, number>>;
}

/** The answer to a question in the second version. */
export async function v2(bed: WireBed, query = ''): Promise<SlotsV2> {
  return (await bed.good(bed.get(`${V2}${query}`))) as SlotsV2;
}

/** Wishes for a callback of P so many seconds after the start. */
export function wish(bed: WireBed, seconds: number): Promise<Response> {
  const path = '/genesys/1/service/callback/P';
  return bed.send('POST', path, { _customer_number: '5115', _desired_time: bed.at(seconds) });
}

/** Asserts that a request is refused as the reference says, changes nothing and proposes these slots. */
export async function isRefused(bed: WireBed, send: () => Promise<Response>, proposed: unknown): Promise<void> {
  const before = await bed.hash();
  const response = await send();
  const body = (await response.json()) as Readonly<Record<string, unknown>>;
  bed.assert.strictEqual(response.status, 400, JSON.stringify(body));
  bed.assert.deepEqual(body.availability, proposed);
  bed.assert.strictEqual(body.phrase, 'BAD_PARAMETER');
  bed.assert.ok(typeof body.message === 'string' && typeof body.exception === 'string', 'message and exception');
  bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
}

/** Asserts that a question is refused with the names of the parameters that are wrong. */
export async function namesParameters(bed: WireBed, path: string, ...names: readonly string[]): Promise<void> {
  const response = await bed.get(path);
  const { message = '', phrase } = (await response.json()) as { message?: string; phrase?: string };
  bed.assert.strictEqual(`${response.status} ${phrase ?? ''}`, '400 BAD_PARAMETER', path);
  for (const name of names) bed.assert.include(message, `${name} `, path);
}
