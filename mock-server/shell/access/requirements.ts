import { CallbackError } from '../../../src/domain/errors.js';
import type { EngineState } from '../../engine/engine.js';
import { refusalError } from '../refusals/refusal-error.js';
import { allowsBulk } from './rules.js';
import type { Caller } from './rules.js';

/** What a call without a wire needs of whoever calls, and the errors it fails with otherwise. */

/** @throws CallbackError `not-found` unless the service exists for the caller. */
export function requireService(doing: string, caller: Caller, service: string): void {
  if (caller.services.includes(service)) return;
  throw refusalError(doing, { code: 'unknown-service', details: { service } });
}

/** @throws CallbackError `forbidden` when the caller may do nothing but look. */
export function requireWriting(doing: string, { mayWrite }: Caller): void {
  if (!mayWrite) throw forbidden(doing);
}

/** @throws CallbackError `forbidden` when bulk cancel and export are switched off. */
export function requireBulk(doing: string, state: EngineState): void {
  if (allowsBulk(state)) return;
  throw new CallbackError(
    'forbidden',
    `Failed to ${doing}: the mock is told not to allow it. Set option disable-bulk-cancel-and-export-callback.`,
  );
}

/** What somebody is told whose role does not allow a call. */
export function forbidden(doing: string): CallbackError {
  return new CallbackError(
    'forbidden',
    `Failed to ${doing}: the role of the person does not allow it. Ask for the permission.`,
  );
}
