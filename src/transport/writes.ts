import { CallbackError } from '../domain/errors.js';
import { isReservedKey } from '../domain/keys.js';
import type { FieldProblem } from '../domain/problems.js';

/** What can be wrong with the input of a write before anything is sent. */
export interface WriteInput {
  /** Epoch milliseconds. */
  readonly desiredTime?: number | undefined;
  readonly properties?: Readonly<Record<string, string | null>>;
}

/** Largest instant that the wire's four-digit years can say. */
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Refuses what must never reach the wire: properties under reserved keys and instants that are none.
 * @throws CallbackError `invalid` with one problem per field.
 */
export function checkInput(doing: string, input: WriteInput): void {
  const problems: FieldProblem[] = Object.keys(input.properties ?? {})
    .filter(isReservedKey)
    .map((key) => ({ path: `properties.${key}`, code: 'reserved-key' }));
  const time = input.desiredTime ?? 0;
  if (!(time >= 0 && time <= LAST_INSTANT)) problems.push({ path: 'desiredTime', code: 'invalid-time' });
  if (problems.length === 0) return;
  const fields = problems.map(({ path }) => path).join(', ');
  throw new CallbackError('invalid', `Failed to ${doing}: ${fields} cannot be sent. Use other keys and real times.`, {
    problems,
  });
}

/** Old properties with the new ones in their place; null leaves one out. */
export function mergeProperties(
  old: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string>> {
  const merged = { ...old, ...change };
  return Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** A change as the wire says it: an empty text takes a property away (GMS reference, update). */
export function removalsAsEmpty(change: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(change).map(([key, value]) => [key, value ?? '']));
}
