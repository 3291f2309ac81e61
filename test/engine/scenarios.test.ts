import { describe, expect, it } from 'vitest';
import {
  applicationOptionOf,
  apply,
  countsByState,
  findByFields,
  hashOf,
  optionOf,
  serviceNames,
} from '../../mock-server/engine/engine.js';
import { isPaused } from '../../mock-server/engine/options/options.js';
import { describeScenarios, loadScenario, SCENARIO_NAMES } from '../../mock-server/scenarios/index.js';
import { splitList } from '../../src/domain/keys.js';
import { DAY, HOUR, MINUTE, NOW } from './bench.js';
import { historyViolations, violations } from './invariants.js';
import { begin as scenario, recordsOf } from './scenario.js';

/** Days and hours at which a scenario may be begun: working day, night, weekend, turn of the year. */
const BEGINNINGS = [NOW, Date.UTC(2026, 6, 5, 3), Date.UTC(2026, 11, 31, 23, 59, 59, 999), Date.UTC(2027, 0, 2, 0)];

describe('every scenario', () => {
  it.each(
    SCENARIO_NAMES.flatMap((name) => {
      // One beginning of the huge one takes as long as all of the others.
      const beginnings = name === 'huge' ? [NOW] : BEGINNINGS;
      return beginnings.map((now) => [name, new Date(now).toISOString(), now] as const);
    }),
  )('%s begun at %s holds every invariant, lies within the days around, and does so after living', (name, _, now) => {
    const state = scenario(name, now);
    expect(violations(state)).toEqual([]);
    const times = recordsOf(state).map(({ desiredTime }) => desiredTime - now);
    if (name !== 'dst-night') expect(times.every((time) => Math.abs(time) <= 7 * DAY)).toBe(true);
    const overdue = recordsOf(state).filter((record) => record.state === 'SCHEDULED' && record.desiredTime <= now);
    expect(overdue).toHaveLength(name === 'outage' ? 1800 : 0);
    const result = apply(state, { type: 'advance', to: now + 2 * DAY });
    expect(result.ok && violations(result.state)).toEqual([]);
    expect(result.ok && historyViolations(result.events)).toEqual([]);
  });

  it.each(SCENARIO_NAMES.filter((name) => name !== 'empty'))(
    '%s shows something in the range a panel opens with',
    (name) => {
      const today = recordsOf(scenario(name)).filter(({ desiredTime }) => Math.abs(desiredTime - NOW) < 6 * HOUR);
      expect(today.length).toBeGreaterThan(5);
    },
  );

  it.each(SCENARIO_NAMES)('%s says what a tester sees in one paragraph', (name) => {
    const description = describeScenarios().find((scenario) => scenario.name === name)?.description ?? '';
    expect(description.length).toBeGreaterThan(80);
    expect(description).not.toMatch(/\n| {2}/);
  });

  it('is the same for the same beginning and another one for another seed', () => {
    for (const name of SCENARIO_NAMES) expect(hashOf(scenario(name))).toBe(hashOf(scenario(name)));
    expect(hashOf(scenario('contact-centre'))).not.toBe(hashOf(scenario('contact-centre', NOW, 43)));
  });

  it('is not changed by looking at it at once', () => {
    for (const name of SCENARIO_NAMES) {
      const state = scenario(name);
      const looked = apply(state, { type: 'advance', to: NOW });
      expect(looked.ok && hashOf(looked.state)).toBe(hashOf(state));
    }
  });

  it('has a name that exists', () => {
    expect(loadScenario('nowhere', { seed: 1, now: NOW })).toBeUndefined();
    expect(loadScenario('constructor', { seed: 1, now: NOW })).toBeUndefined();
  });
});

describe('the contact centre', () => {
  const state = scenario('contact-centre');
  const records = recordsOf(state);

  it('has seven services in three groups, office hours, a capacity, and 2,400 callbacks', () => {
    const names = serviceNames(state);
    expect(names).toHaveLength(7);
    const groups = names.flatMap((name) => splitList(optionOf(state, name, '_service_groups')));
    expect(new Set(groups).size).toBe(3);
    expect(
      [...state.settings.services.values()]
        .map((options) => options._service)
        .sort()
        .slice(-2),
    ).toEqual(['capacity', 'office-hours']);
    expect(records).toHaveLength(2400);
  });

  it('shows every state, mostly what is past or to come', () => {
    const counts = countsByState(state);
    expect(Object.values(counts).every((count) => count > 0)).toBe(true);
    expect(counts.COMPLETED).toBeGreaterThan(1200);
    expect(counts.SCHEDULED).toBeGreaterThan(900);
    expect(counts.QUEUED).toBeGreaterThan(20);
    expect(counts.QUEUED).toBeLessThan(60);
    expect(counts.ROUTING + counts.PROCESSING).toBe(state.settings.agents.loggedIn);
  });

  it('shows every reason', () => {
    expect(new Set(records.flatMap(({ reason }) => (reason === undefined ? [] : [reason]))).size).toBe(17);
  });

  it('has properties on some records, and an application that shows them', () => {
    for (const key of ['_LOB', '_service_type', '_email']) {
      const count = records.filter(({ properties }) => key in properties).length;
      expect(count).toBeGreaterThan(300);
      expect(count).toBeLessThan(1600);
    }
    expect(applicationOptionOf(state, 'callback', 'filter-keys')).toMatch(/,_vq,_LOB,_service_type$/);
    expect(applicationOptionOf(state, 'callback', 'returned-keys')).toMatch(/_ors_session_id,_LOB,_service_type$/);
    expect(JSON.parse(applicationOptionOf(state, 'callback', 'callback_column_alias') ?? '')).toEqual({
      _LOB: 'Line Of Business',
      _service_type: 'Service Type',
    });
  });

  it('calls short numbers and numbers nobody has', () => {
    const fiction =
      /^(\d{4}|\+1(212|415|312)55501\d\d|\+44(20794\d{5}60\d{3}|2079460\d{3}|1614960\d{3}|7700900\d{3})|\+33(19900|63998)\d{4}|\+493023125\d{3}|\+61(27010|35550)\d{4})$/;
    const strange = records.filter(({ customerNumber }) => customerNumber !== '' && !fiction.test(customerNumber));
    expect(strange.map(({ customerNumber }) => customerNumber)).toEqual([]);
    expect(records.filter(({ customerNumber }) => customerNumber.length === 4).length).toBeGreaterThan(100);
  });

  it('has one paused service, in which nothing is queued', () => {
    const paused = serviceNames(state).filter((name) => isPaused(state.settings, name));
    expect(paused).toHaveLength(1);
    expect(
      records.filter((record) => record.state === 'PAUSED').every(({ serviceName }) => serviceName === paused[0]),
    ).toBe(true);
    expect(records.some((record) => record.state === 'QUEUED' && record.serviceName === paused[0])).toBe(false);
  });

  it('lists the whole past week and keeps it for as long as it said', () => {
    const oldest = Math.min(...records.map(({ desiredTime }) => desiredTime));
    expect(oldest).toBeLessThan(NOW - 6 * DAY);
    expect(records.every(({ desiredTime, expirationTime }) => expirationTime === desiredTime + 7 * DAY)).toBe(true);
  });

  it('lives: within the hour callbacks are connected, fail and come in', () => {
    const hour = apply(state, { type: 'advance', to: NOW + HOUR });
    const reasons = hour.ok
      ? hour.events.flatMap(({ type, reason }) => (type === 'state-changed' && reason !== undefined ? [reason] : []))
      : [];
    expect(reasons.filter((reason) => reason === 'AGENT_CONNECTED').length).toBeGreaterThan(20);
    expect(hour.ok && hour.events.some(({ type }) => type === 'submitted')).toBe(true);
  });

  it('has a queue of several minutes', () => {
    const quarter = apply(state, { type: 'advance', to: NOW + 15 * MINUTE });
    expect(quarter.ok && countsByState(quarter.state).QUEUED).toBeGreaterThan(5);
  });
});

describe('the seed page', () => {
  const state = scenario('seed');
  const rows = (serviceName: string) =>
    findByFields(state, { serviceName, criteria: [], operand: 'AND' }).map(
      ({ customerNumber, state: at, reason = '' }) => `${customerNumber} ${at} ${reason}`.trim(),
    );

  it('shows exactly two rows for 5510', () => {
    const found = recordsOf(state).filter(({ customerNumber }) => customerNumber.includes('5510'));
    expect(found.map(({ serviceName, state: at }) => [serviceName, at])).toEqual([
      ['Preview', 'SCHEDULED'],
      ['Preview', 'SCHEDULED'],
    ]);
  });

  it('shows the rows of each picture', () => {
    expect(rows('Preview')).toEqual(['5110 QUEUED', '5114 SCHEDULED', '5510 SCHEDULED', '5510 SCHEDULED']);
    expect(rows('scheduled').filter((row) => !row.startsWith('5230'))).toEqual([
      '11111 COMPLETED CANCELLED_BY_ADMIN',
      '8887 SCHEDULED',
      '80808080 SCHEDULED',
      '9999090 SCHEDULED',
      '11151515 COMPLETED CANCELLED_BY_ADMIN',
      '11151515 SCHEDULED',
    ]);
    expect(rows('Callback Delayed')).toHaveLength(3);
    expect(rows('user-terminated-workspace').filter((row) => row.startsWith('2315'))).toEqual(
      ['2315464', '2315465', '2315467', '2315468'].map((number) => `${number} COMPLETED CANCELLED_BY_ADMIN`),
    );
    expect(recordsOf(state).some(({ reason }) => reason === 'SUBMIT_FAILED')).toBe(true);
  });

  it('keeps ids, whatever the seed', () => {
    const ids = recordsOf(scenario('seed', NOW, 1)).map(({ id }) => id);
    expect(ids).toEqual(recordsOf(state).map(({ id }) => id));
    expect(ids).toContain('118-665bbd02-bd78-4781-a630-3e9e0180a9fd');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows the custom fields of the ten rows', () => {
    const fields = recordsOf(state).flatMap(({ customerNumber, properties }) =>
      customerNumber.startsWith('100') ? [[customerNumber, properties._LOB, properties._service_type]] : [],
    );
    expect(fields.filter(([, lob, type]) => (lob ?? type) !== undefined).sort()).toEqual([
      ['10011', 'Primary', undefined],
      ['10013', 'Primary', undefined],
      ['10014', undefined, 'Service3'],
      ['10015', 'Secondary', 'Service 1'],
      ['10016', 'Special Projects', 'Service2'],
    ]);
    expect(fields).toHaveLength(10);
  });

  it('stands still: only polls move it', () => {
    const hour = apply(state, { type: 'advance', to: NOW + HOUR });
    expect(hour.ok && hour.events).toEqual([]);
  });
});
