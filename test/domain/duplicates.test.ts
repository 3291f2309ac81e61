import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeOf, customerKey, isActive } from '../../src/domain/duplicates.js';
import { makeRecord } from '../support/records.js';

describe('the key of a customer', () => {
  it.each([
    ['5510', '5510'],
    ['+33639980105', '+33639980105'],
    ['+33 6 39 98 01 05', '+33639980105'],
    ['+1 (202) 555-0143', '+12025550143'],
    ['030/901 82.01', '030901820' + '1'],
    ['+49\u201130\u00a090182', '+4930' + '90182'],
  ])('is the number without what is written between its digits: %s', (number, key) => {
    expect(customerKey(number)).toBe(key);
  });

  it.each(['0033639980105', '0639980105', '+33639980105'])('takes no way of dialling for another: %s', (number) => {
    expect(customerKey(number)).toBe(number);
  });

  it.each(['', '+', ' ', 'anonymous', 'sip:5510@example.org', '5510 ext. 7', '3+4', '٠١٢٣', '__proto__'])(
    'is empty for what is no number: “%s”',
    (number) => {
      expect(customerKey(number)).toBe('');
    },
  );

  it('is the key of itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('0', '5', '9', '+', ' ', '-', '(', ')', '.', '/', 'x') }),
        (number) => {
          expect(customerKey(customerKey(number))).toBe(customerKey(number));
        },
      ),
    );
  });
});

describe('an active callback', () => {
  it('is one that is not completed, also in a state of a later version', () => {
    expect(['SCHEDULED', 'QUEUED', 'PAUSED', 'HIBERNATING'].every((state) => isActive({ state }))).toBe(true);
    expect(isActive({ state: 'COMPLETED' })).toBe(false);
  });
});

describe('the active callbacks of a customer', () => {
  const records = [
    makeRecord({ id: 'a', customerNumber: '5510' }),
    makeRecord({ id: 'b', customerNumber: '55 10', state: 'QUEUED' }),
    makeRecord({ id: 'c', customerNumber: '5510', state: 'COMPLETED' }),
    makeRecord({ id: 'd', customerNumber: '+5510' }),
    makeRecord({ id: 'e', customerNumber: '' }),
  ];

  it('are those with the number, however it is written', () => {
    expect(activeOf('551-0', records).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('leave out the one that is spoken of', () => {
    expect(activeOf('5510', records, 'a').map(({ id }) => id)).toEqual(['b']);
  });

  it('are none where there is no number', () => {
    expect(activeOf('', records)).toEqual([]);
  });
});
