import { isAbort } from '../../domain/errors.js';
import { whyUnavailable } from '../callback-transport.js';
import { contractCase, HOUR } from './context.js';
import type { CaseBed } from './context.js';

const ZONE = 'Europe/Paris';

/** A range of two hours that begins at a whole hour, well after now. */
function ahead({ now }: CaseBed): { readonly start: number; readonly end: number } {
  const start = Math.ceil(now / HOUR) * HOUR + HOUR;
  return { start, end: start + 2 * HOUR };
}

/** Asking for free slots. */
export const slotCases = [
  contractCase(
    'a service that is always open offers slots within the range, in order',
    ['availability'],
    async (bed) => {
      const { start, end } = ahead(bed);
      const { slots, slotMinutes } = await bed.transport.availability(bed.services[0], { start, end }, ZONE);
      bed.assert.ok(slots.length > 0, 'it offers something');
      bed.assert.ok(slotMinutes === undefined || slotMinutes > 0, `a slot has ${slotMinutes ?? ''} minutes`);
      for (const [index, slot] of slots.entries()) {
        bed.assert.ok(slot.start >= start && slot.start <= end, `slot ${index} lies within the range`);
        bed.assert.ok(slot.start > (slots[index - 1]?.start ?? 0), `slot ${index} comes after the one before`);
        bed.assert.ok(Number.isInteger(slot.free) && slot.free >= 0, `slot ${index} has ${slot.free} places`);
      }
    },
  ),

  contractCase(
    'a slot that is offered is taken, and then has a place less',
    ['availability', 'create'],
    async (bed) => {
      const range = ahead(bed);
      const [slot] = (await bed.transport.availability(bed.services[0], range, ZONE)).slots.filter(
        ({ free }) => free > 0,
      );
      bed.assert.ok(slot !== undefined, 'it offers something');
      if (slot === undefined) return;
      await bed.create({ desiredTime: slot.start });
      const { slots } = await bed.transport.availability(bed.services[0], range, ZONE);
      bed.assert.strictEqual(slots.find(({ start }) => start === slot.start)?.free ?? 0, slot.free - 1);
      const other = await bed.transport.availability(bed.services[1], range, ZONE);
      bed.assert.strictEqual(other.slots.find(({ start }) => start === slot.start)?.free, slot.free);
    },
  ),

  contractCase('free slots of a service that does not exist are not found', ['availability'], async (bed) => {
    await bed.fails(bed.transport.availability('no such service', ahead(bed), ZONE), 'not-found');
  }),

  contractCase('a range and a zone that are none are not asked for', ['availability'], async (bed) => {
    const [service] = bed.services;
    const { start, end } = ahead(bed);
    await bed.fails(bed.transport.availability(service, { start: end, end: start }, ZONE), 'invalid');
    await bed.fails(bed.transport.availability(service, { start, end: Number.NaN }, ZONE), 'invalid');
    await bed.fails(bed.transport.availability(service, { start, end }, 'Mars/Olympus'), 'invalid');
  }),

  contractCase(
    'a question for free slots that is aborted rejects with the abort of the platform',
    ['availability'],
    async (bed) => {
      const abort = new AbortController();
      const asked = bed.transport.availability(bed.services[0], ahead(bed), ZONE, { signal: abort.signal });
      abort.abort();
      const outcome = await asked.catch((reason: unknown) => reason);
      bed.assert.ok(isAbort(outcome), `it gave ${String(outcome)}`);
    },
  ),

  contractCase(
    'the description does not say that there are no free slots to ask for',
    ['availability'],
    async (bed) => {
      const description = await bed.transport.describe();
      bed.assert.strictEqual(whyUnavailable(bed.transport, description, 'availability'), undefined);
    },
  ),
];
