import { CallbackError } from '../domain/errors.js';

// Never asked for: it only tells a relative address from one that leads elsewhere.
const NOWHERE = 'http://base-url.invalid';

/**
 * Checks the address of a GMS root once, before anything is sent to it: a path of the page's own server such as `/genesys`, or an
 * http(s) address without credentials. Returns it without a slash at its end.
 * @throws CallbackError `misuse` when it is anything else.
 */
export function readBaseUrl(baseUrl: unknown): string {
  const reason = problemOf(baseUrl);
  if (reason !== undefined) {
    throw new CallbackError(
      'misuse',
      `Failed to connect to a callback server: ${reason}. Set baseUrl to a path such as "/genesys" or to an http(s) address.`,
    );
  }
  return String(baseUrl).trim().replace(/\/+$/, '');
}

function problemOf(baseUrl: unknown): string | undefined {
  if (typeof baseUrl !== 'string' || baseUrl.trim() === '') return 'baseUrl is empty';
  const text = baseUrl.trim();
  const url = URL.canParse(text, NOWHERE) ? new URL(text, NOWHERE) : undefined;
  if (url === undefined) return 'baseUrl is no address';
  if (url.username !== '' || url.password !== '')
    return 'baseUrl carries credentials, which would be sent and logged in the open';
  if (url.search !== '' || url.hash !== '') return 'baseUrl has a query or a fragment';
  if (url.origin === NOWHERE) return text.startsWith('/') ? undefined : 'baseUrl is relative to the page it stands in';
  if (!/^https?:\/\//i.test(text)) return 'baseUrl does not say http: or https:';
  return undefined;
}
