import { HONEST } from '../engine-under-test.js';
import type { BrokenEngine } from './tampering.js';

/** Engines that are right inside and tell it wrong. */
export const BROKEN_READS: readonly BrokenEngine[] = [
  {
    name: 'leaves a gap in the queue',
    caughtBy: ['I13'],
    engine: {
      ...HONEST,
      diagnostics: (state, id) => {
        const result = HONEST.diagnostics(state, id);
        if (!result.ok || typeof result.diagnostics.position !== 'number' || result.diagnostics.position < 2)
          return result;
        return { ok: true, diagnostics: { ...result.diagnostics, position: result.diagnostics.position + 1 } };
      },
    },
  },
  {
    name: 'gives a place to those who wait for another dial',
    caughtBy: ['I13'],
    engine: {
      ...HONEST,
      diagnostics: (state, id) => {
        const result = HONEST.diagnostics(state, id);
        if (!result.ok) return result;
        return { ok: true, diagnostics: { ...result.diagnostics, position: result.diagnostics.position ?? 1 } };
      },
    },
  },
  {
    name: 'leaves out the end of a span',
    caughtBy: ['I23'],
    engine: { ...HONEST, list: (state, listing) => HONEST.list(state, { ...listing, end: listing.end - 1 }) },
  },
  {
    name: 'lists in another order',
    caughtBy: ['I23'],
    engine: {
      ...HONEST,
      list: (state, listing) =>
        new Map([...HONEST.list(state, listing)].map(([name, records]) => [name, [...records].reverse()])),
    },
  },
  {
    name: 'takes a maximum from the end',
    caughtBy: ['I23'],
    engine: {
      ...HONEST,
      list: (state, { max, ...listing }) =>
        new Map(
          [...HONEST.list(state, listing)].map(([name, records]) => [
            name,
            max === undefined ? records : records.slice(records.length - Math.min(max, records.length)),
          ]),
        ),
    },
  },
  {
    name: 'takes AND for OR',
    caughtBy: ['I24'],
    engine: {
      ...HONEST,
      find: (state, search) => HONEST.find(state, { ...search, operand: search.criteria.length > 0 ? 'OR' : 'AND' }),
    },
  },
  {
    name: 'does not count the paused',
    caughtBy: ['I24'],
    engine: { ...HONEST, counts: (state) => ({ ...HONEST.counts(state), PAUSED: 0 }) },
  },
  {
    name: 'shows the callbacks of every service',
    caughtBy: ['I26'],
    engine: { ...HONEST, find: (state, { criteria, operand }) => HONEST.find(state, { criteria, operand }) },
  },
  {
    name: 'counts for services that were not named',
    caughtBy: ['I26'],
    engine: { ...HONEST, watermarks: (state) => HONEST.watermarks(state) },
  },
];
