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
