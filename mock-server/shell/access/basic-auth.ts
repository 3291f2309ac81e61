import type { Options } from '../../../src/domain/service.js';
import { serviceKindOf } from '../../../src/domain/service-options/service-kind.js';
import type { EngineState } from '../../engine/engine.js';

/** What becomes of a request's credentials (GMS reference, Basic authentication matrix). */
export type Authentication =
  /** The right ones were sent, or none are asked for. */
  | 'passed'
  | 'refused'
  /** A callback service has a user name of its own, and the only password is the server's without a name: the server fails. */
  | 'misconfigured';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/**
 * Judges the `Authorization` header of a request. User name and password are resolved one by one: the service's, else the server's. A
 * user name without a password leaves the door open; a password without a user name goes with an empty one.
 *
 * @param service name in the address; absent where it names none, and then only the server's pair counts
 */
export function authenticate(
  { settings }: Pick<EngineState, 'settings'>,
  header: string | null,
  service?: string,
): Authentication {
  const own = service === undefined ? undefined : settings.services.get(service);
  const server = settings.application.server;
  const password = textOf(own, 'password') ?? textOf(server, 'password');
  if (password === undefined) return 'passed';
  if (isMisconfigured(own, server)) return 'misconfigured';
  const username = textOf(own, 'username') ?? textOf(server, 'username') ?? '';
  const sent = readCredentials(header);
  return sent?.username === username && sent.password === password ? 'passed' : 'refused';
}

/** Services of other kinds than callback work with such a mixture. */
function isMisconfigured(own: Options | undefined, server: Options | undefined): boolean {
  if (own === undefined || serviceKindOf(own) !== 'callback') return false;
  const hasOnlyName = textOf(own, 'username') !== undefined && textOf(own, 'password') === undefined;
  return hasOnlyName && textOf(server, 'username') === undefined;
}

/** Reads `Basic` and the encoded pair; undefined for anything else. */
function readCredentials(header: string | null): Credentials | undefined {
  const encoded = /^\s*basic\s+([A-Za-z0-9+/]+={0,2})\s*$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const pair = decodePair(encoded);
  const colon = pair?.indexOf(':') ?? -1;
  if (pair === undefined || colon < 0) return undefined;
  return { username: pair.slice(0, colon), password: pair.slice(colon + 1) };
}

/** UTF-8, as the challenge asks for; what is none was written by an older client in ISO 8859-1. */
function decodePair(encoded: string): string | undefined {
  let pair: string;
  try {
    pair = atob(encoded);
  } catch {
    // A length that no encoder makes.
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(pair, (byte) => byte.charCodeAt(0)));
  } catch {
    return pair;
  }
}

function textOf(options: Options | undefined, name: string): string | undefined {
  const text = options !== undefined && Object.hasOwn(options, name) ? options[name] : undefined;
  return text === '' ? undefined : text;
}
