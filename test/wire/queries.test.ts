import { describe, expect, it } from 'vitest';
import {
  readDiscardOrsFailure,
  readPropertyQuery,
  readQueuesQuery,
  readWatermarksQuery,
  writeCancelQuery,
  writePropertyQuery,
  writeQueuesQuery,
  writeWatermarksQuery,
} from '../../src/wire/queries.js';

const START = Date.UTC(2026, 2, 2);
const END = Date.UTC(2026, 2, 3) - 1;

describe('a query by queues', () => {
  it('is written with the names of the wire', () => {
    const query = { target: 'S', start: START, end: END, maximum: 500, states: ['QUEUED', 'SCHEDULED'] };
    expect(writeQueuesQuery({ ...query, filters: [['_LOB', 'a&b']] }).toString()).toBe(
      '_LOB=a%26b&target=S&start_time=2026-03-02T00%3A00%3A00.000Z&end_time=2026-03-02T23%3A59%3A59.999Z&max=500&states=QUEUED%2CSCHEDULED',
    );
  });

  it('is read as it is written', () => {
    const query = {
      target: 'S',
      start: START,
      end: END,
      maximum: 0,
      states: ['QUEUED'],
      filters: [['_LOB', '']],
    } as const;
    expect(readQueuesQuery(writeQueuesQuery(query))).toEqual({ ok: true, value: query });
  });

  it('may say nothing', () => {
    expect(readQueuesQuery(new URLSearchParams())).toEqual({ ok: true, value: { states: [], filters: [] } });
  });

  it('cannot have one of its own names for a filter', () => {
    expect(writeQueuesQuery({ target: 'S', filters: [['target', 'T']] }).getAll('target')).toEqual(['S']);
  });

  it.each([
    ['start_time=gestern', 'start_time', 'invalid-time'],
    ['end_time=1772409600000', 'end_time', 'invalid-time'],
    ['max=-1', 'max', 'not-a-number'],
    ['max=1e3', 'max', 'not-a-number'],
  ])('%s is a problem', (text, path, code) => {
    expect(readQueuesQuery(new URLSearchParams(text))).toEqual({ ok: false, problems: [{ path, code }] });
  });
});

describe('a query by properties', () => {
  it('reads comparisons, negations and the operand', () => {
    const text = '_customer_number=5115&_callback_state=!COMPLETED&foo=a&operand=or';
    expect(readPropertyQuery(new URLSearchParams(text))).toEqual({
      ok: true,
      value: {
        operand: 'OR',
        criteria: [
          { ref: { kind: 'known', field: 'customerNumber' }, value: '5115', negate: false },
          { ref: { kind: 'known', field: 'state' }, value: 'COMPLETED', negate: true },
          { ref: { kind: 'property', name: 'foo' }, value: 'a', negate: false },
        ],
      },
    });
  });

  it('is read as it is written', () => {
    const criteria = [{ ref: { kind: 'property', name: 'foo' }, value: 'a', negate: true }] as const;
    for (const query of [
      { operand: 'AND', criteria },
      { operand: 'OR', criteria },
      { id: 'x', operand: 'AND', criteria: [] },
    ] as const) {
      expect(readPropertyQuery(writePropertyQuery(query))).toEqual({ ok: true, value: query });
    }
  });

  it('knows no other operand', () => {
    expect(readPropertyQuery(new URLSearchParams('operand=XOR'))).toMatchObject({ ok: false });
  });
});

describe('smaller questions', () => {
  it('leave a session behind only when told to', () => {
    expect(writeCancelQuery(false).toString()).toBe('');
    expect(readDiscardOrsFailure(writeCancelQuery(true))).toBe(true);
    expect(readDiscardOrsFailure(new URLSearchParams('discard_ors_failure=1'))).toBe(false);
  });

  it('name several services', () => {
    expect(readWatermarksQuery(writeWatermarksQuery(['A', 'B']))).toEqual(['A', 'B']);
  });
});
