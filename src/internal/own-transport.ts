import { isCallbackError } from '../domain/errors.js';
import { warnOnce } from './warn.js';

/** Makes a transport for the root of a server. */
export type TransportMaker<T> = new (options: { readonly baseUrl: string }) => T;

/**
 * A transport for a `base-url` attribute; undefined without one. An attribute never throws: a bad one is told to the developer once.
 */
export function ownTransport<T>(baseUrl: string | null | undefined, Transport: TransportMaker<T>): T | undefined {
  if (baseUrl === undefined || baseUrl === null || baseUrl === '') return undefined;
  try {
    return new Transport({ baseUrl });
  } catch (error) {
    if (!isCallbackError(error)) throw error;
    warnOnce(error.message);
    return undefined;
  }
}
