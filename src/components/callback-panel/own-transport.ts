import { isCallbackError } from '../../domain/errors.js';
import { warnOnce } from '../../internal/warn.js';
import type { CallbackTransport } from '../../transport/callback-transport.js';
import { GmsTransport } from '../../transport/gms-transport.js';

/** A transport for a `base-url` attribute; undefined without one. An attribute never throws: a bad one is told to the developer once. */
export function ownTransport(baseUrl: string | undefined): CallbackTransport | undefined {
  if (baseUrl === undefined) return undefined;
  try {
    return new GmsTransport({ baseUrl });
  } catch (error) {
    if (!isCallbackError(error)) throw error;
    warnOnce(error.message);
    return undefined;
  }
}
