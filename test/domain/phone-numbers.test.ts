import { describe, expect, it } from 'vitest';
import type { CreateCommand } from '../../mock-server/engine/engine.js';
import { objectionTo, readPhoneNumber } from '../../src/domain/phone-numbers.js';
import { Bench } from '../engine/bench.js';

const wish = (customerNumber: string): CreateCommand => ({
  type: 'create',
  serviceName: 'S',
  customerNumber,
  properties: {},
});

const CHECKED = { _disallow_premium_phone_numbers: 'true', _disallow_impossible_phone_numbers: 'true' };

describe('a number', () => {
  it.each([
    ['+14155550101', 'US'],
    ['(415) 555-0101', 'US'],
    ['415.555.0101', 'us'.toUpperCase()],
    ['06 04 12 04 05', 'FR'],
    ['+33 6 04 12 04 05', 'US'],
    ['011 33 6 04 12 04 05', 'US'],
    ['+1 415 555 0101 ext. 5', 'US'],
  ])('%s can be called from %s', (number, country) => {
    expect(objectionTo(number, country)).toBeUndefined();
  });

  it.each([
    ['is too short', '111'],
    ['is too short for a country', '5115'],
    ['is too long for the country', '415555010123'],
    ['is longer than any number', '1'.repeat(10_000)],
    ['has letters', 'call me'],
    ['has letters in the place of digits', '1-800-FLOWERS'],
    ['has something behind it', '+14155550101 please'],
    ['has no digit', '+'],
    ['belongs to no country', '+999123456'],
    ['is markup', '<b>+14155550101</b>'],
  ])('is impossible when it %s', (_, number) => {
    expect(objectionTo(number, 'US')).toBe('impossible');
  });

  it.each(['+19005551234', '900-555-1234', '1 (900) 555-1234'])('%s costs a premium', (number) => {
    expect(objectionTo(number, 'US')).toBe('premium');
  });

  it('is known by its country, however it was dialled', () => {
    const facts = { e164: '+33604120405', region: 'FR', type: 'MOBILE', national: '06 04 12 04 05' };
    const sources = [
      ['0604120405', 'FR', 'FROM_DEFAULT_COUNTRY'],
      ['+33604120405', 'FR', 'FROM_NUMBER_WITH_PLUS_SIGN'],
      ['011 33 604120405', 'US', 'FROM_NUMBER_WITH_IDD'],
    ] as const;
    for (const [number, country, countrySource] of sources) {
      expect(readPhoneNumber(number, country)).toMatchObject({ ...facts, countrySource });
    }
  });

  it('is none without a country it could be of', () => {
    expect(readPhoneNumber('0604120405', '')).toBeUndefined();
    expect(readPhoneNumber('0604120405', '__proto__')).toBeUndefined();
    expect(readPhoneNumber('+33604120405', 'nowhere')?.region).toBe('FR');
  });

  it('tells what is special about it', () => {
    expect(readPhoneNumber('+1 415 555 0101 ext. 5', 'US')?.extension).toBe('5');
    expect(readPhoneNumber('+39 06 698 12345', 'IT')?.hasItalianZero).toBe(true);
    expect(readPhoneNumber('111', 'US')).toMatchObject({ isPossible: false, isValid: false, type: 'UNKNOWN' });
  });
});

describe('what was read of a number', () => {
  it('is remembered for its country', () => {
    const read = readPhoneNumber('06 04 12 04 05', 'FR');
    expect(readPhoneNumber('06 04 12 04 05', 'FR')).toBe(read);
    expect(readPhoneNumber('06 04 12 04 05', 'US')).not.toEqual(read);
    expect(Object.isFrozen(read)).toBe(true);
  });

  it('is forgotten after so many others that the memory stays small, and read again alike', () => {
    const read = readPhoneNumber('06 04 12 04 05', 'FR');
    for (let index = 0; index < 8001; index += 1) readPhoneNumber(`x${index}`, 'FR');
    const again = readPhoneNumber('06 04 12 04 05', 'FR');
    expect(again).not.toBe(read);
    expect(again).toEqual(read);
  });

  it('is not remembered of a text that is longer than a number', () => {
    const long = '+1 415 555 0101 ext. 5'.replace(' ', ' '.repeat(30));
    expect(readPhoneNumber(long, 'US')).toEqual(readPhoneNumber(long, 'US'));
    expect(readPhoneNumber(long, 'US')).not.toBe(readPhoneNumber(long, 'US'));
  });
});

describe('a service', () => {
  it('refuses premium and impossible numbers where it is not told otherwise', () => {
    const bench = new Bench();
    bench.do({ type: 'set-application', sections: { callback: { _disallow_impossible_phone_numbers: '' } } });
    expect(bench.refuse(wish('+19005551234'))).toEqual({ code: 'premium-number', details: { number: '+19005551234' } });
    expect(bench.refuse(wish('111'))).toEqual({ code: 'impossible-number', details: { number: '111' } });
    bench.create({ customerNumber: '+14155550101' });
  });

  it('takes what one of its options does not forbid', () => {
    const premium = new Bench({ ...CHECKED, _disallow_premium_phone_numbers: 'false' });
    premium.create({ customerNumber: '+19005551234' });
    expect(premium.refuse(wish('111')).code).toBe('impossible-number');
    const impossible = new Bench({ ...CHECKED, _disallow_impossible_phone_numbers: 'false' });
    impossible.create({ customerNumber: '111' });
    expect(impossible.refuse(wish('+19005551234')).code).toBe('premium-number');
  });

  it('reads numbers as those of its country', () => {
    const bench = new Bench({ ...CHECKED, _default_country: 'FR' });
    bench.create({ customerNumber: '0604120405' });
    expect(bench.refuse(wish('4155550101')).code).toBe('impossible-number');
    bench.create({ customerNumber: '+14155550101' });
  });

  it.each([
    ['both', CHECKED, '_disallow_premium_phone_numbers'],
    [
      'the premium ones',
      { ...CHECKED, _disallow_impossible_phone_numbers: 'false' },
      '_disallow_premium_phone_numbers',
    ],
    [
      'the impossible ones',
      { ...CHECKED, _disallow_premium_phone_numbers: 'false' },
      '_disallow_impossible_phone_numbers',
    ],
  ])('cannot check %s without a country', (_, options, option) => {
    const bench = new Bench({ ...options, _default_country: '' });
    expect(bench.refuse(wish('+14155550101'))).toEqual({ code: 'missing-country', details: { service: 'S', option } });
  });

  it('needs no country where it checks nothing', () => {
    const options = { _disallow_premium_phone_numbers: 'false', _disallow_impossible_phone_numbers: 'false' };
    new Bench({ ...options, _default_country: '' }).create({ customerNumber: '111' });
  });

  it('checks no number where none is needed and none was sent', () => {
    const bench = new Bench({ ...CHECKED, _mandatory_customer_lookup_keys: '_email', _default_country: '' });
    bench.create({ customerNumber: '', properties: { _email: 'ada@example.com' } });
  });
});
