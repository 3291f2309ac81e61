import { bareNumber } from './bare-number.js';
import type { CallbackRecord } from './callback.js';

const NUMBER = /^\+?\d+$/;

/**
 * What tells one customer from another: the number without what is written between its digits. Empty when it is no number, since words
 * such as "anonymous" may stand for many people. `00` is not taken for `+`: in some countries it is dialled otherwise, or is part of the number.
 */
export function customerKey(number: string): string {
  if (NUMBER.test(number)) return number;
  const bare = bareNumber(number);
  return NUMBER.test(bare) ? bare : '';
}

/** Whether a callback is still to come or going on. One in a state that this version does not know may be. */
export function isActive({ state }: Pick<CallbackRecord, 'state'>): boolean {
  return state !== 'COMPLETED';
}

/** The other active callbacks of the customer with a number, in their order; none when it is no number. */
export function activeOf(
  number: string,
  records: readonly CallbackRecord[],
  exceptId?: string,
): readonly CallbackRecord[] {
  const key = customerKey(number);
  if (key === '') return [];
  return records.filter(
    (record) => isActive(record) && record.id !== exceptId && customerKey(record.customerNumber) === key,
  );
}
