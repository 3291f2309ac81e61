import type { CallbackErrorCode } from './errors.js';

const REMEDIES: Readonly<Partial<Record<CallbackErrorCode, string>>> = {
  timeout: 'Try again.',
  unauthorised: 'Sign in, or set getHeaders or credentials.',
  forbidden: 'Ask for the permission.',
  'not-found': 'Check the service, the id and the address of the server.',
  conflict: 'Load again and repeat the change.',
  refused: 'Load again to see its present state.',
  invalid: 'Correct the input.',
  limited: 'Wait and try again.',
};

/** What to do about a failure of a server, as the end of a message for developers. */
export function remedyFor(code: CallbackErrorCode): string {
  return REMEDIES[code] ?? 'Try again later.';
}
