import { misuse } from '../misuse.js';
import type { Moment } from './moment.js';

/** A moment remembered by name, in a few words. */
export interface NamedSnapshot {
  readonly name: string;
  /** ISO text of the mock's clock at that moment. */
  readonly now: string;
  readonly seed: number;
  readonly scenario: string;
  /** How many callbacks there were. */
  readonly records: number;
}

/** Moments share with each other what did not change between them; still, nobody needs more. */
const MOST_MOMENTS = 100;
const LONGEST_NAME = 200;

/** Moments of a mock, remembered by name for as long as it runs. Restarts leave them as they are. */
export class NamedMoments {
  readonly #moments = new Map<string, Moment>();

  /** @throws CallbackError `misuse` when the name cannot be one, or there are too many. */
  save(name: string, moment: Moment): NamedSnapshot {
    if (name.trim() === '' || name.length > LONGEST_NAME)
      throw misuse('save the snapshot', `its name is empty or too long. Use one of 1 to ${LONGEST_NAME} characters`);
    this.#moments.delete(name);
    if (this.#moments.size >= MOST_MOMENTS)
      throw misuse('save the snapshot', `there are ${MOST_MOMENTS} already. Remove one of them`);
    this.#moments.set(name, moment);
    return described(name, moment);
  }

  /** All of them, the oldest first. */
  list(): readonly NamedSnapshot[] {
    return [...this.#moments].map(([name, moment]) => described(name, moment));
  }

  /** @throws CallbackError `misuse` when there is none of that name. */
  get(name: string): Moment {
    const moment = this.#moments.get(name);
    if (moment === undefined) throw unknown('restore', name);
    return moment;
  }

  /** @throws CallbackError `misuse` when there is none of that name. */
  remove(name: string): void {
    if (!this.#moments.delete(name)) throw unknown('remove', name);
  }
}

function described(name: string, { scenario, state }: Moment): NamedSnapshot {
  const { now, seed, records } = state;
  return { name, now: new Date(now).toISOString(), seed, scenario, records: records.size };
}

function unknown(doing: string, name: string): Error {
  const reason = `there is none with the name ${JSON.stringify(name)}. GET /mock/snapshots lists them`;
  return misuse(`${doing} the snapshot`, reason, { serverCode: 'unknown-snapshot' });
}
