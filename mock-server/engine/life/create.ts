import { CALLBACK_STATES, isCallbackState } from '../../../src/domain/callback.js';
import { FIELD_KEYS } from '../../../src/domain/keys.js';
import type { Options } from '../../../src/domain/service.js';
import { refusalOfCreation } from '../admission/admission.js';
import type { AdmissionRequest } from '../admission/admission.js';
import { contextFor } from '../admission/context.js';
import { noteOf } from '../admission/limits.js';
import { asTaken } from '../admission/taken.js';
import { isSubmittedAtOnce } from '../admission/time.js';
import type { CreateCommand, EngineRefusal } from '../commands.js';
import type { Draft } from '../draft.js';
import { policyOf } from '../options/policy.js';
import { NO_DIALS } from '../state/record.js';
import type { EngineRecord } from '../state/record.js';
import { done, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { isSynchronous } from './start-action.js';
import { submit } from './submission.js';

/** Takes a new callback: QUEUED when it is wished for now or soon, else SCHEDULED. */
export function create(draft: Draft, command: CreateCommand): Outcome<{ readonly id: string }> {
  const { serviceName, properties } = command;
  const request = asTaken(draft.settings, { ...command, customerNumber: command.customerNumber ?? '' });
  const refusal = refusalOfCreate(draft, request);
  if (refusal !== undefined) return refused(refusal);
  const { now } = draft;
  const { settings } = contextFor(request, draft);
  const isImmediate = isSubmittedAtOnce(request, { settings, now });
  draft.remember(noteOf(request, draft));
  const desiredTime = typeof request.desiredTime === 'number' ? request.desiredTime : now;
  const record: EngineRecord = {
    id: draft.random.id(),
    serviceName,
    state: isImmediate ? 'QUEUED' : 'SCHEDULED',
    desiredTime,
    expirationTime: desiredTime + policyOf(settings, serviceName).ttl,
    customerNumber: request.customerNumber,
    properties: withoutEmpty(properties),
    createdAt: now,
    submitAttempts: 0,
    dials: NO_DIALS,
  };
  draft.emit({ type: 'created', id: record.id, serviceName, to: record.state });
  if (isImmediate) submit(draft, record);
  else draft.put(record);
  return done({ id: record.id });
}

function refusalOfCreate(draft: Draft, request: AdmissionRequest): EngineRefusal | undefined {
  const { state } = request;
  const refusal = refusalOfCreation(request, draft);
  if (refusal !== undefined) return refusal;
  if (state !== undefined && !isCallbackState(state)) {
    return { code: 'invalid-value', details: { key: FIELD_KEYS.state, allowed: CALLBACK_STATES.join(', ') } };
  }
  const { settings } = contextFor(request, draft);
  const needsOrs = isSynchronous(draft.settings, request) && isSubmittedAtOnce(request, { settings, now: draft.now });
  return needsOrs && !draft.settings.orsReachable ? { code: 'ors-unreachable', details: {} } : undefined;
}

/** Properties without those that have no text: an absent key and an empty one are the same to the server. */
function withoutEmpty(properties: Options): Options {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== ''));
}
