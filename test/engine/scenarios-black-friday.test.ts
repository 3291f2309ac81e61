import { describe, expect, it } from 'vitest';
import { apply, countsByState, findByFields } from '../../mock-server/engine/engine.js';
import type { EngineRefusal, EngineState } from '../../mock-server/engine/engine.js';
import { HOUR, MINUTE, NOW } from './bench.js';
import { begin, recordsOf } from './scenario.js';

const start = begin('black-friday');
const OPEN = ['friday-orders', 'friday-deals', 'friday-returns', 'friday-support'];

function refusalOf(serviceName: string, desiredTime?: number, state: EngineState = start): EngineRefusal | undefined {
  const time = desiredTime === undefined ? {} : { desiredTime };
  const result = apply(state, { type: 'create', serviceName, customerNumber: '5115', properties: {}, ...time });
  return result.ok ? undefined : result.refusal;
}

describe('black friday', () => {
  it('keeps 24 agents on calls while 350 wait and 105 are paused', () => {
    expect(countsByState(start)).toMatchObject({ PROCESSING: 20, ROUTING: 4, QUEUED: 350, PAUSED: 105 });
    const paused = recordsOf(start).filter(({ state }) => state === 'PAUSED');
    expect(new Set(paused.map(({ serviceName }) => serviceName))).toEqual(
      new Set(['friday-gift-cards', 'friday-pickup']),
    );
  });

  it.each([
    ['friday-orders', { code: 'rate-limit', details: { service: 'friday-orders', seconds: 300 } }],
    ['friday-deals', { code: 'rate-limit', details: { service: 'friday-deals', seconds: 300 } }],
    ['friday-returns', { code: 'rate-limit', details: { service: 'friday-returns', seconds: 3600 } }],
    ['friday-support', { code: 'queue-limit', details: { service: 'friday-support' } }],
    ['friday-gift-cards', { code: 'rate-limit', details: { service: 'friday-gift-cards', seconds: 300 } }],
    ['friday-pickup', { code: 'rate-limit', details: { service: 'friday-pickup', seconds: 300 } }],
    ['friday-premium', { code: 'rate-limit', details: { service: 'friday-premium', seconds: 300 } }],
  ])('refuses an immediate request for %s', (service, refusal) => {
    expect(refusalOf(service)).toMatchObject(refusal);
  });

  it.each([3 * MINUTE, 2 * HOUR, 23 * HOUR])('refuses a request for %d ms ahead and proposes later slots', (ahead) => {
    for (const service of OPEN) {
      const refusal = refusalOf(service, NOW + ahead);
      expect(refusal?.code).toBe('bucket-full');
      const slots = [...(refusal?.availability?.keys() ?? [])];
      expect(slots.length).toBeGreaterThan(0);
      expect(Math.min(...slots)).toBeGreaterThanOrEqual(NOW + 23.5 * HOUR);
      expect(refusalOf(service, Math.min(...slots))).toBeUndefined();
    }
  });

  it.each([0, 1, 14, 27, 28, 29])(
    'is sold out for a day also when it begins %d minutes after the half hour',
    (minutes) => {
      const now = Math.floor(NOW / HOUR) * HOUR + minutes * MINUTE + 31_000;
      const state = begin('black-friday', now);
      for (const seconds of [121, 150, 180, 240, 1800, 3600, 86_000]) {
        expect(refusalOf('friday-orders', now + seconds * 1000, state)?.code).toBe('bucket-full');
      }
    },
  );

  it('has no place at all in the premium service', () => {
    for (const ahead of [2 * HOUR, 48 * HOUR, 7 * 24 * HOUR]) {
      expect(refusalOf('friday-premium', NOW + ahead)?.code).toBe('bucket-full');
    }
  });

  it('opens the short window again after five minutes', () => {
    const later = apply(start, { type: 'advance', to: NOW + 5 * MINUTE });
    for (const service of ['friday-orders', 'friday-deals', 'friday-gift-cards', 'friday-pickup']) {
      expect(later.ok && refusalOf(service, undefined, later.state)).toBeUndefined();
    }
    expect(later.ok && refusalOf('friday-premium', undefined, later.state)).toMatchObject({ code: 'rate-limit' });
  });

  it('lets go of the paused ones when their entry is taken back', () => {
    const lists = { list: 'GMS_Paused_Services', sections: { services: { 'friday-gift-cards': 'false' } } };
    const back = apply(start, { type: 'set-transaction-list', ...lists });
    const later = back.ok && apply(back.state, { type: 'advance', to: NOW + 2 * MINUTE });
    if (later === false || !later.ok) throw new Error('Time did not move.');
    const found = findByFields(later.state, { serviceName: 'friday-gift-cards', criteria: [], operand: 'AND' });
    expect(found.some(({ state }) => state === 'PAUSED')).toBe(false);
  });
});
