import type { CallbackRecord } from '../../domain/callback.js';
import { isSameSecond } from '../../domain/instants.js';
import type { CallbackQuery } from '../../domain/query.js';

/** Whether a list shows what was written. */
export type Shows = (records: readonly CallbackRecord[]) => boolean;

/** Whether the answer to a question holds a callback. `open`: the server decides, so a list with and one without it are both right. */
export type Place = 'inside' | 'outside' | 'open';

/** Where a new callback of a service at a time, in epoch milliseconds, stands to the answer to a question. */
export function placeIn(
  { range, services, states }: CallbackQuery,
  callback: { readonly serviceName: string; readonly time: number },
): Place {
  if (services.length > 0 && !services.includes(callback.serviceName)) return 'outside';
  if (callback.time < range.start || callback.time > range.end) return 'outside';
  // In which state a callback begins is the server's decision; that it does not begin completed is not.
  if (states.length === 0) return 'inside';
  return states.every((state) => state === 'COMPLETED') ? 'outside' : 'open';
}

export function showsCreated(id: string): Shows {
  return (records) => records.some((record) => record.id === id);
}

/** A callback that was moved out of what is listed is no longer there; one that was moved within it has its new time. */
export function showsMoved(id: string, time: number): Shows {
  return (records) => {
    const record = records.find((candidate) => candidate.id === id);
    return record === undefined || isSameSecond(record.desiredTime, time);
  };
}

export function showsCancelled(ids: readonly string[]): Shows {
  const cancelled = new Set(ids);
  return (records) => records.every(({ id, state }) => !cancelled.has(id) || state === 'COMPLETED');
}
