import { describe, expect, it } from 'vitest';
import { readAccessRequest, readMatchRequest, readStoredValues } from '../../src/wire/interactions.js';
import { readSectionNames, readServiceSections, writeServiceSections } from '../../src/wire/tenants.js';
import { isFields } from '../../src/wire/values.js';
import { anything, fc } from './arbitraries.js';

describe('sections of services', () => {
  it('are read into services and written back', () => {
    const body = { 'service.a': { _ttl: '60' }, 'service.service.b': {} };
    const reading = readServiceSections(body);
    expect(reading.ok && [...reading.value]).toEqual([
      ['a', { _ttl: '60' }],
      ['service.b', {}],
    ]);
    expect(reading.ok && writeServiceSections(reading.value)).toEqual(body);
  });

  it('turn numbers, truth values and objects into text, and leave out null', () => {
    const reading = readServiceSections({ 'service.a': { a: 1, b: true, c: { d: 2 }, e: null } });
    expect(reading.ok && reading.value.get('a')).toEqual({ a: '1', b: 'true', c: '{"d":2}' });
  });

  it.each([
    [null],
    [[]],
    [{}],
    [{ a: {} }],
    [{ 'service.': {} }],
    [{ 'service. ': {} }],
    [{ 'service.a': 'x' }],
    ['service.a'],
  ])('are not read from %j', (body) => {
    expect(readServiceSections(body).ok).toBe(false);
  });

  it('reach no prototype', () => {
    const body: unknown = JSON.parse('{"service.__proto__":{"__proto__":{"polluted":1},"a":"1"}}');
    const reading = readServiceSections(body);
    expect(reading.ok && reading.value.get('__proto__')).toEqual({ a: '1' });
    expect(({} as Readonly<Record<string, unknown>>).polluted).toBeUndefined();
  });

  it('are named in a list, each once', () => {
    expect(readSectionNames(['service.a', 'service.b', 'service.a'])).toEqual({ ok: true, value: ['a', 'b'] });
  });

  it.each([[{}], [[]], [['a']], [[1]], [['service.a', null]], [undefined]])('are not named in %j', (body) => {
    expect(readSectionNames(body).ok).toBe(false);
  });
});

describe('basic services', () => {
  it('need what they are asked about', () => {
    expect(readMatchRequest({ _access_number: ' +33199001234 ', _access_code: '' })).toEqual({
      ok: true,
      value: { accessNumber: '+33199001234' },
    });
    expect(readMatchRequest({})).toEqual({ ok: false, problems: [{ path: '_access_number', code: 'required' }] });
    expect(readAccessRequest({ _id: '  ' })).toEqual({ ok: false, problems: [{ path: '_id', code: 'required' }] });
  });
});

it('nothing that is sent makes a reader throw', () => {
  const readers = [readServiceSections, readSectionNames];
  fc.assert(
    fc.property(anything, (body) => {
      for (const read of readers) read(body);
      if (!isFields(body)) return;
      for (const read of [readMatchRequest, readAccessRequest, readStoredValues]) read(body);
    }),
  );
});
