import type { TimeRange } from '../domain/time-range.js';
import { writeAvailabilityQuery } from '../wire/availability-query.js';
import { readSlotsV1, readSlotsV2 } from '../wire/availability.js';
import type { Routes } from '../wire/routes.js';
import { isErrorBody, parseJson, unwrap } from './answers.js';
import type { Availability } from './callback-transport.js';
import { badResponse } from './errors.js';
import type { HttpAnswer } from './http.js';

/** Versions of the question for free slots, the one to be preferred first. */
export type AvailabilityVersion = 1 | 2;

/** What is asked. */
export interface AvailabilityQuestion {
  readonly service: string;
  readonly range: TimeRange;
  /** IANA zone in which the server may tell local times. */
  readonly zone: string;
}

/** Address of the question in a version. Full slots are asked for too; only the second version has them. */
export function availabilityAddress(
  routes: Routes,
  version: AvailabilityVersion,
  { service, range, zone }: AvailabilityQuestion,
): string {
  const query = writeAvailabilityQuery(version, { start: range.start, end: range.end, zone, reportBusy: true });
  return `${routes.availability(service, version)}?${query.toString()}`;
}

/** Reads the answer of a version. @throws CallbackError `bad-response` */
export function readAvailabilityAnswer(doing: string, version: AvailabilityVersion, answer: HttpAnswer): Availability {
  const body = parseJson(doing, answer);
  if (isErrorBody(answer)) throw badResponse(doing, answer, ['is an error in spite of its status']);
  return unwrap(doing, answer, version === 1 ? readSlotsV1(body) : readSlotsV2(body));
}

/** How long a service is asked in the first version before the second is tried again, in milliseconds. */
const PATIENCE = 10 * 60_000;

/**
 * In which version each service is asked. Nothing says that a server is an older one but a 404, which a node of a cluster or a proxy may
 * give once: so it counts for that service alone, for ten minutes, and no longer than the first version answers.
 */
export class AvailabilityVersions {
  /** When each service is to be asked in the second version again, by the clock of `performance`. */
  readonly #askAgainAt = new Map<string, number>();

  of(service: string): AvailabilityVersion {
    return performance.now() < (this.#askAgainAt.get(service) ?? 0) ? 1 : 2;
  }

  /** Remembers how a service answered in a version. That it goes on answering in the first one does not make it wait longer. */
  note(service: string, version: AvailabilityVersion, isAnswered: boolean): void {
    if (version === 2 || !isAnswered) this.#askAgainAt.delete(service);
    else if (this.of(service) === 2) this.#askAgainAt.set(service, performance.now() + PATIENCE);
  }
}
