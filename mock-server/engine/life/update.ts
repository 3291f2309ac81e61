import { CALLBACK_STATES, isCallbackState } from '../../../src/domain/callback.js';
import { FIELD_KEYS } from '../../../src/domain/keys.js';
import { refusalOf } from '../../../src/domain/lifecycle.js';
import { mandatoryKeysPresent, noReservedKeys } from '../admission/keys.js';
import { refusalOfMove } from '../admission/admission.js';
import { contextFor } from '../admission/context.js';
import { numberIsAllowed } from '../admission/numbers.js';
import { numberOf } from '../admission/taken.js';
import type { EngineRefusal, UpdateCommand } from '../commands.js';
import type { Draft } from '../draft.js';
import { findInService } from '../lookup.js';
import { done, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { MOCK_SECTION } from '../options/mock-switches.js';
import { applicationOptionOf } from '../options/options.js';
import { policyFor } from '../options/policy.js';
import { refusalOfRequested } from '../options/record-options.js';
import type { EngineRecord } from '../state/record.js';
import { create } from './create.js';

/**
 * Moves a scheduled callback, sets properties of any live one, or both; nothing of it when one part is refused. Answers the id of the
 * callback that has them now.
 */
export function update(draft: Draft, command: UpdateCommand): Outcome<{ readonly id: string }> {
  const found = findInService(draft, command);
  if ('refusal' in found) return found;
  const { record } = found;
  if (startsAnew(draft, record, command)) return createAnew(draft, record, command);
  const changed = withChanges(draft, record, command);
  const refusal = refusalOfUpdate(draft, command, record, changed);
  if (refusal !== undefined) return refused(refusal);
  const { id, serviceName } = record;
  if (typeof command.desiredTime === 'number') {
    const { desiredTime } = command;
    const { ttl } = policyFor(draft.settings, changed);
    const moved = { ...changed, desiredTime, expirationTime: desiredTime + ttl, submitAttempts: 0 };
    draft.put(draft.step(moved, 'reschedule'));
    draft.emit({ type: 'rescheduled', id, serviceName });
  } else {
    draft.put(draft.step(changed, 'edit-properties'));
    draft.emit({ type: 'updated', id, serviceName });
  }
  return done({ id });
}

/** Whether a new time for a completed callback is to make a new one (GMS reference, unknowns 12). */
function startsAnew({ settings }: Draft, record: EngineRecord, { desiredTime }: UpdateCommand): boolean {
  if (record.state !== 'COMPLETED' || desiredTime === undefined) return false;
  return applicationOptionOf({ settings }, MOCK_SECTION, 'completed-update') === 'create';
}

/** A new callback of what the completed one had and what was sent; the completed one stays as it is. */
function createAnew(draft: Draft, record: EngineRecord, command: UpdateCommand): Outcome<{ readonly id: string }> {
  const { serviceName, customerNumber = record.customerNumber, desiredTime } = command;
  const refusal = refusalOfState(command);
  if (refusal !== undefined) return refused(refusal);
  const properties = { ...record.properties, ...command.properties };
  const time = desiredTime === undefined ? {} : { desiredTime };
  return create(draft, { type: 'create', serviceName, customerNumber, properties, ...time });
}

function refusalOfUpdate(
  draft: Draft,
  command: UpdateCommand,
  before: EngineRecord,
  changed: EngineRecord,
): EngineRefusal | undefined {
  const { state } = changed;
  if (refusalOf(state, 'edit-properties') !== undefined) return { code: 'not-editable', details: { state } };
  const refusal = noReservedKeys(command) ?? refusalOfState(command) ?? refusalOfOptions(draft, before, changed);
  if (refusal !== undefined) return refusal;
  const { serviceName, customerNumber, properties } = changed;
  const request = { serviceName, customerNumber, properties, desiredTime: 0 };
  const context = contextFor(request, draft);
  const isNewNumber = customerNumber !== before.customerNumber;
  const wrong = mandatoryKeysPresent(request, context) ?? (isNewNumber ? numberIsAllowed(request, context) : undefined);
  if (wrong !== undefined || command.desiredTime === undefined) return wrong;
  if (refusalOf(state, 'reschedule') !== undefined) return { code: 'not-reschedulable', details: { state } };
  return refusalOfMove({ ...command, customerNumber, properties }, draft);
}

function refusalOfState({ state }: UpdateCommand): EngineRefusal | undefined {
  if (state === undefined || isCallbackState(state)) return undefined;
  return { code: 'invalid-value', details: { key: FIELD_KEYS.state, allowed: CALLBACK_STATES.join(', ') } };
}

/** What a change makes wrong. What was wrong before, because the service has changed since, hinders nobody. */
function refusalOfOptions({ settings }: Draft, before: EngineRecord, changed: EngineRecord): EngineRefusal | undefined {
  return refusalOfRequested(settings, before) === undefined ? refusalOfRequested(settings, changed) : undefined;
}

/** The record with new properties and number; an empty text takes one away. */
function withChanges({ settings }: Draft, record: EngineRecord, command: UpdateCommand): EngineRecord {
  const { serviceName } = record;
  const { customerNumber } = command;
  const merged = Object.entries({ ...record.properties, ...command.properties }).filter(([, value]) => value !== '');
  const properties = Object.fromEntries(merged);
  if (customerNumber === undefined) return { ...record, properties };
  return { ...record, properties, customerNumber: numberOf(settings, { serviceName, customerNumber, properties }) };
}
