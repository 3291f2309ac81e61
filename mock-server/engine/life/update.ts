import { CALLBACK_STATES, isCallbackState } from '../../../src/domain/callback.js';
import { refusalOf } from '../../../src/domain/lifecycle.js';
import { mandatoryKeysPresent, noReservedKeys } from '../admission/keys.js';
import { refusalOfMove } from '../admission/admission.js';
import type { EngineRefusal, UpdateCommand } from '../commands.js';
import type { Draft } from '../draft.js';
import { findInService } from '../lookup.js';
import { done, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { policyOf } from '../options/policy.js';
import type { EngineRecord } from '../state/record.js';

/** Moves a scheduled callback, sets properties of any live one, or both; nothing of it when one part is refused. */
export function update(draft: Draft, command: UpdateCommand): Outcome<{ readonly id: string }> {
  const found = findInService(draft, command);
  if ('refusal' in found) return found;
  const { record } = found;
  const changed = withChanges(record, command);
  const refusal = refusalOfUpdate(draft, command, changed);
  if (refusal !== undefined) return refused(refusal);
  const { id, serviceName } = record;
  if (typeof command.desiredTime === 'number') {
    const { desiredTime } = command;
    const { ttl } = policyOf(draft.settings, serviceName);
    const moved = { ...changed, desiredTime, expirationTime: desiredTime + ttl, submitAttempts: 0 };
    draft.put(draft.step(moved, 'reschedule'));
    draft.emit({ type: 'rescheduled', id, serviceName });
  } else {
    draft.put(draft.step(changed, 'edit-properties'));
    draft.emit({ type: 'updated', id, serviceName });
  }
  return done({ id });
}

function refusalOfUpdate(draft: Draft, command: UpdateCommand, changed: EngineRecord): EngineRefusal | undefined {
  const { state } = changed;
  if (refusalOf(state, 'edit-properties') !== undefined) return { code: 'not-editable', details: { state } };
  const reserved = noReservedKeys(command);
  if (reserved !== undefined) return reserved;
  if (command.state !== undefined && !isCallbackState(command.state)) {
    return { code: 'invalid-value', details: { key: 'state', allowed: CALLBACK_STATES.join(',') } };
  }
  const { serviceName, customerNumber, properties } = changed;
  const missing = mandatoryKeysPresent({ serviceName, customerNumber, properties, desiredTime: 0 }, draft);
  if (missing !== undefined || command.desiredTime === undefined) return missing;
  if (refusalOf(state, 'reschedule') !== undefined) return { code: 'not-reschedulable', details: { state } };
  return refusalOfMove({ ...command, customerNumber }, draft);
}

/** The record with new properties and number; an empty text takes one away. */
function withChanges(record: EngineRecord, { properties, customerNumber }: UpdateCommand): EngineRecord {
  const merged = Object.entries({ ...record.properties, ...properties }).filter(([, value]) => value !== '');
  return {
    ...record,
    customerNumber: customerNumber ?? record.customerNumber,
    properties: Object.fromEntries(merged),
  };
}
