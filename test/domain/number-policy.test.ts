import { describe, expect, it } from 'vitest';
import { lacksCountry, refusalOfNumber } from '../../src/domain/number-policy.js';
import { faultOf, objectionTo } from '../../src/domain/phone-numbers.js';
import type { NumberPolicy } from '../../src/domain/service.js';

const STRICT: NumberPolicy = { country: 'US', refusesPremium: true, refusesImpossible: true };
const PREMIUM = '+19005551234';

describe('a service and a number', () => {
  it.each([
    ['takes what can be called', '+14155550101', STRICT, undefined],
    ['takes what can be called from its country', '415 555 0101', STRICT, undefined],
    ['refuses a premium number', PREMIUM, STRICT, 'premium'],
    ['refuses an impossible number', '5510', STRICT, 'impossible'],
    ['takes a premium number where that is allowed', PREMIUM, { ...STRICT, refusesPremium: false }, undefined],
    ['takes a short number where that is allowed', '5510', { ...STRICT, refusesImpossible: false }, undefined],
    ['reads a number as its own country does', '0604120405', { ...STRICT, country: 'FR' }, undefined],
    ['says nothing about no number', ' ', STRICT, undefined],
  ] as const)('%s', (_, number, policy, refusal) => {
    expect(refusalOfNumber(number, policy, objectionTo)).toBe(refusal);
  });

  it.each([
    [{ refusesPremium: true, refusesImpossible: false }, 'missing-country'],
    [{ refusesPremium: false, refusesImpossible: true }, 'missing-country'],
    [{ refusesPremium: false, refusesImpossible: false }, undefined],
  ])('without a country: %j is %s', (policy, refusal) => {
    expect(refusalOfNumber('+14155550101', policy, objectionTo)).toBe(refusal);
    expect(lacksCountry(policy)).toBe(refusal !== undefined);
  });

  it('agree about a number only where both know the numbering plans', () => {
    expect(refusalOfNumber('5510', STRICT, () => undefined)).toBeUndefined();
  });
});

describe('an impossible number', () => {
  it.each([
    ['5510', 'too-short'],
    ['+33 6 04', 'too-short'],
    ['415555010123', 'too-long'],
    ['+336041204051', 'too-long'],
    ['+999123456', 'unknown-country'],
    ['call me', 'other'],
  ])('%s is %s', (number, fault) => {
    expect(objectionTo(number, 'US')).toBe('impossible');
    expect(faultOf(number, 'US')).toBe(fault);
  });

  it('is none that has no fault', () => {
    expect(faultOf('+14155550101', 'US')).toBeUndefined();
    expect(faultOf('0604120405', 'FR')).toBeUndefined();
  });
});
