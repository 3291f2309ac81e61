import { CALLBACK_STATES, isCallbackState } from '../../src/domain/callback.js';
import { creationState } from '../../src/domain/lifecycle.js';
import type { Options } from '../../src/domain/service.js';
import { refusalOfCreation } from './admission.js';
import type { CreateCommand } from './commands.js';
import type { Draft } from './draft.js';
import { policyOf } from './policy.js';
import { NO_DIALS } from './record.js';
import type { EngineRecord } from './record.js';
import { done, refused } from './outcome.js';
import type { Outcome } from './outcome.js';
import { submit } from './submission.js';

/** Takes a new callback: QUEUED when it is wished for now or soon, else SCHEDULED. */
export function create(draft: Draft, command: CreateCommand): Outcome<{ readonly id: string }> {
  const { serviceName, customerNumber = '', properties } = command;
  const refusal = refusalOfCreation({ ...command, customerNumber }, draft);
  if (refusal !== undefined) return refused(refusal);
  if (command.state !== undefined && !isCallbackState(command.state)) {
    return refused({ code: 'invalid-value', details: { key: 'state', allowed: CALLBACK_STATES.join(',') } });
  }
  const { now } = draft;
  const desiredTime = typeof command.desiredTime === 'number' ? command.desiredTime : now;
  const { ttl, executionBuffer } = policyOf(draft.settings, serviceName);
  const isImmediate = command.state === 'QUEUED' || creationState(desiredTime, now, executionBuffer) === 'QUEUED';
  const record: EngineRecord = {
    id: draft.random.id(),
    serviceName,
    state: isImmediate ? 'QUEUED' : 'SCHEDULED',
    desiredTime,
    expirationTime: desiredTime + ttl,
    customerNumber,
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

/** Properties without those that have no text: an absent key and an empty one are the same to the server. */
function withoutEmpty(properties: Options): Options {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== ''));
}
