import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Pages of other people in a browser of this machine must not control the mock, nor may they under a name that they made lead here. */

const THIS_MACHINE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Addresses by which a server is bound to every one that the machine has. */
const EVERY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::', '']);

const HARMLESS_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Why a control call is refused that comes from elsewhere; undefined when it may pass. Programs send no `Origin` and pass by it.
 * @param boundTo the host that the server was told to listen on
 */
export function refusalOfStranger({ method = 'GET', headers }: IncomingMessage, boundTo: string): string | undefined {
  const { host, origin } = headers;
  const called = host === undefined ? undefined : hostnameOf(`http://${host}`);
  // Whoever binds it to every address lets it be called by whatever name leads there, a container's for instance.
  if (host !== undefined && !EVERY_ADDRESS.has(boundTo) && !isOurs(called, boundTo)) {
    return 'Failed to control the mock: the request calls this machine by a name of others. Use localhost, 127.0.0.1 or the host that the mock was started with.';
  }
  if (HARMLESS_METHODS.has(method) || origin === undefined) return undefined;
  const from = hostnameOf(origin);
  if (isOurs(from, boundTo) || (EVERY_ADDRESS.has(boundTo) && from !== undefined && from === called)) return undefined;
  return 'Failed to control the mock: the request comes from a page of others. Serve the page from this machine, or send the request from a program.';
}

function isOurs(hostname: string | undefined, boundTo: string): boolean {
  if (hostname === undefined) return false;
  if (THIS_MACHINE.has(hostname) || hostname === hostnameOf(`http://${bracketed(boundTo)}`)) return true;
  return EVERY_ADDRESS.has(boundTo) && isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}

/** The name in an address, in lower case; undefined when it is none, as `null` is that sandboxed pages send. */
function hostnameOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
