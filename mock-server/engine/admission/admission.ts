import { splitList } from '../../../src/domain/keys.js';
import type { Options } from '../../../src/domain/service.js';
import { contextFor } from './context.js';
import { mandatoryKeysPresent, noReservedKeys, optionsAreAccepted, serviceExists } from './keys.js';
import {
  customerIsNotQueued,
  firstWindowHasRoom,
  isNotTooManyToday,
  queueHasRoom,
  secondWindowHasRoom,
} from './limits.js';
import { numberIsAllowed } from './numbers.js';
import { bucketHasRoom, withinOfficeHours } from './slots.js';
import { timeIsAcceptable } from './time.js';
import type { EngineRefusal, UnreadableTime } from '../commands.js';
import type { Ledger } from '../state/ledger.js';
import { MOCK_SECTION, VALIDATION_STEPS } from '../options/mock-switches.js';
import type { ValidationStep } from '../options/mock-switches.js';
import { applicationOptionOf } from '../options/options.js';
import type { EngineRecord } from '../state/record.js';
import type { EngineSettings } from '../state/state.js';
import type { Timetable } from '../time/timetable.js';

/** A wish for a new callback, before anything is known to be right about it. */
export interface AdmissionRequest {
  readonly serviceName: string;
  readonly customerNumber: string;
  readonly desiredTime?: number | UnreadableTime;
  /** State the sender asks for; `QUEUED` wants it to be submitted at once. */
  readonly state?: string;
  readonly properties: Options;
  /** Headers by which requests are counted. */
  readonly headers?: Options;
  /** The callback that moves; absent for a new one. */
  readonly id?: string;
}

/** What a check may look at. The settings are those of the request, with what it says about them. */
export interface AdmissionContext {
  readonly settings: EngineSettings;
  readonly now: number;
  readonly ledger: Ledger;
  readonly records: ReadonlyMap<string, EngineRecord>;
  readonly timetable: Pick<Timetable, 'bookings' | 'census'>;
}

type Check = (request: AdmissionRequest, context: AdmissionContext) => EngineRefusal | undefined;

/** What is done at each step of the validation of a new callback; the list of the steps says in which order. */
const CREATION_CHECKS: Readonly<Record<ValidationStep, Check>> = {
  'mandatory-keys': mandatoryKeysPresent,
  'phone-number': numberIsAllowed,
  'desired-time': timeIsAcceptable,
  'rate-window-1': firstWindowHasRoom,
  'rate-window-2': secondWindowHasRoom,
  'daily-limit': isNotTooManyToday,
  'queue-limit': queueHasRoom,
  'in-queue': customerIsNotQueued,
  'office-hours': withinOfficeHours,
  bucket: bucketHasRoom,
};

/** What every other check takes for granted. */
const FIRST_CHECKS: readonly Check[] = [serviceExists, noReservedKeys, optionsAreAccepted];

/** The checks of a new desired time for a callback that exists. */
const MOVE_CHECKS: readonly Check[] = [timeIsAcceptable, withinOfficeHours, bucketHasRoom];

const orders = new WeakMap<EngineSettings, readonly Check[]>();

/** Why a new callback is not taken; undefined when it is. */
export function refusalOfCreation(request: AdmissionRequest, context: AdmissionContext): EngineRefusal | undefined {
  return (
    firstRefusal(FIRST_CHECKS, request, context) ??
    firstRefusal(creationChecks(context.settings), request, contextFor(request, context))
  );
}

/** Why a callback cannot move to another time; undefined when it can. */
export function refusalOfMove(request: AdmissionRequest, context: AdmissionContext): EngineRefusal | undefined {
  return firstRefusal(MOVE_CHECKS, request, contextFor(request, context));
}

/**
 * The checks of a new callback in their order, after the first ones. Those that `validation-order` of the mock's own section names come before the others, in
 * its order. Authentication, tenant and redirect come before all of them: those are the wire's.
 */
function creationChecks(settings: EngineSettings): readonly Check[] {
  let order = orders.get(settings);
  if (order === undefined) {
    const named = splitList(applicationOptionOf({ settings }, MOCK_SECTION, 'validation-order'));
    const first = named.flatMap((name) => VALIDATION_STEPS.find((step) => step === name) ?? []);
    const steps = [...new Set([...first, ...VALIDATION_STEPS])];
    order = steps.map((step) => CREATION_CHECKS[step]);
    orders.set(settings, order);
  }
  return order;
}

function firstRefusal(
  checks: readonly Check[],
  request: AdmissionRequest,
  context: AdmissionContext,
): EngineRefusal | undefined {
  for (const check of checks) {
    const refusal = check(request, context);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
