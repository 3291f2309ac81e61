import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasChanged, threeWay } from '../../src/domain/conflict.js';
import { makeRecord, NOW } from '../support/records.js';

const before = makeRecord({ desiredTime: NOW, properties: { foo: 'blue', _LOB: 'Primary' } });

describe('whether a callback was changed', () => {
  it('is no for the same', () => {
    expect(hasChanged(before, { ...before, properties: { _LOB: 'Primary', foo: 'blue' } })).toBe(false);
  });

  const changes = {
    state: { state: 'QUEUED' },
    reason: { reason: 'CANCELLED' },
    service: { serviceName: 'callback-support' },
    time: { desiredTime: NOW + 1000 },
    number: { customerNumber: '5510' },
    'a property': { properties: { foo: 'green', _LOB: 'Primary' } },
    'a new property': { properties: { ...before.properties, mood: 'good' } },
    'a property that is gone': { properties: { foo: 'blue' } },
  };
  for (const [name, change] of Object.entries(changes)) {
    it(`is yes for another ${name}, in both directions`, () => {
      expect(hasChanged(before, { ...before, ...change })).toBe(true);
      expect(hasChanged({ ...before, ...change }, before)).toBe(true);
    });
  }

  const unseen = {
    session: { orsSessionId: '00NEEH6C74C6NAC01G015B5AES000005' },
    address: { url: '/genesys/1/service/callback/callback-sales/417-0001' },
    expiration: { expirationTime: NOW + 1 },
    'part of a second': { desiredTime: NOW + 999 },
    'property without a text': { properties: { ...before.properties, mood: '' } },
  };
  for (const [name, change] of Object.entries(unseen)) {
    it(`is no for another ${name}`, () => {
      expect(hasChanged(before, { ...before, ...change })).toBe(false);
    });
  }

  it('is not misled by names that objects have of themselves', () => {
    expect(hasChanged(before, { ...before, properties: { ...before.properties, toString: 'x' } })).toBe(true);
  });
});

describe('three versions of a callback', () => {
  it('hold what they changed, what the person changed, and what both did', () => {
    const theirs = {
      ...before,
      state: 'QUEUED',
      properties: { foo: 'green', _LOB: 'Secondary', _email: 'a@example.org' },
    };
    const rows = threeWay(before, theirs, { properties: { foo: 'red', _email: 'a@example.org', mood: 'good' } });
    expect(rows).toEqual([
      {
        key: '_callback_state',
        before: 'SCHEDULED',
        theirs: 'QUEUED',
        yours: 'SCHEDULED',
        changedBy: 'them',
        isClash: false,
      },
      { key: 'foo', before: 'blue', theirs: 'green', yours: 'red', changedBy: 'both', isClash: true },
      { key: '_LOB', before: 'Primary', theirs: 'Secondary', yours: 'Primary', changedBy: 'them', isClash: false },
      {
        key: '_email',
        before: undefined,
        theirs: 'a@example.org',
        yours: 'a@example.org',
        changedBy: 'both',
        isClash: false,
      },
      { key: 'mood', before: undefined, theirs: undefined, yours: 'good', changedBy: 'you', isClash: false },
    ]);
  });

  it('clash over a property that one changed and the other took away', () => {
    const theirs = { ...before, properties: { _LOB: 'Primary' } };
    const [row] = threeWay(before, theirs, { properties: { foo: 'red' } });
    expect(row).toEqual({
      key: 'foo',
      before: 'blue',
      theirs: undefined,
      yours: 'red',
      changedBy: 'both',
      isClash: true,
    });
    const away = threeWay(
      before,
      { ...before, properties: { ...before.properties, foo: 'green' } },
      { properties: { foo: null } },
    );
    expect(away[0]).toMatchObject({ theirs: 'green', yours: undefined, isClash: true });
  });

  it('clash over the time only when it differs by a second', () => {
    const theirs = { ...before, desiredTime: NOW + 60_000 };
    expect(threeWay(before, theirs, { desiredTime: NOW + 60_400 })[0]).toMatchObject({ isClash: false });
    expect(threeWay(before, theirs, { desiredTime: NOW + 61_000 })[0]).toMatchObject({ isClash: true });
  });

  it('say nothing where nothing changed', () => {
    expect(threeWay(before, before, {})).toEqual([]);
    expect(threeWay(before, before, { desiredTime: NOW, properties: { foo: 'blue' } })).toEqual([]);
  });

  it('agree with whether it was changed', () => {
    const properties = fc.dictionary(fc.constantFrom('foo', '_LOB', 'toString'), fc.constantFrom('', 'a', 'b'));
    const record = fc
      .record({
        properties,
        desiredTime: fc.constantFrom(NOW, NOW + 500, NOW + 1000),
        state: fc.constantFrom('A', 'B'),
      })
      .map((part) => makeRecord(part));
    fc.assert(
      fc.property(record, record, (one, other) => {
        expect(threeWay(one, other, {}).length > 0).toBe(hasChanged(one, other));
        expect(threeWay(one, other, {}).every(({ changedBy, isClash }) => changedBy === 'them' && !isClash)).toBe(true);
      }),
    );
  });
});
