import { CallbackError } from './errors.js';
import { LAST_WIRE_INSTANT } from './instants.js';
import { isReservedKey, PARAMETER_KEYS } from './keys.js';
import type { FieldProblem } from './problems.js';

/** What every transport does with the input of a write before anything is sent. */

/** Properties to set, by GMS key; null takes one away. */
type Properties = Readonly<Record<string, string | null>>;

/** What can be wrong with the input of a write. */
export interface WriteInput {
  /** Epoch milliseconds. */
  readonly desiredTime?: number | undefined;
  readonly properties?: Properties;
}

/**
 * Refuses what must never reach a server: properties under reserved keys and instants that are none.
 * @throws CallbackError `invalid` with one problem per field.
 */
export function checkInput(doing: string, input: WriteInput): void {
  const problems: FieldProblem[] = Object.keys(input.properties ?? {})
    .filter(isReservedKey)
    .map((key) => ({ path: `properties.${key}`, code: 'reserved-key' }));
  const time = input.desiredTime ?? 0;
  if (!(time >= 0 && time <= LAST_WIRE_INSTANT)) problems.push({ path: 'desiredTime', code: 'invalid-time' });
  if (problems.length === 0) return;
  const fields = problems.map(({ path }) => path).join(', ');
  throw new CallbackError('invalid', `Failed to ${doing}: ${fields} cannot be sent. Use other keys and real times.`, {
    problems,
  });
}

/** What a request for a new callback says besides number and time, as a record keeps it. */
export function propertiesOf({
  properties,
  virtualQueue,
  queueTimeStatistic,
}: {
  readonly properties: Readonly<Record<string, string>>;
  readonly virtualQueue?: string;
  readonly queueTimeStatistic?: string;
}): Readonly<Record<string, string>> {
  return {
    ...properties,
    ...(virtualQueue !== undefined && { [PARAMETER_KEYS.virtualQueue]: virtualQueue }),
    ...(queueTimeStatistic !== undefined && { [PARAMETER_KEYS.queueTimeStatistic]: queueTimeStatistic }),
  };
}

/** Old properties with the new ones in their place; null leaves one out, and so does a key of the old record that nobody may send. */
export function mergeProperties(old: Properties, change: Properties): Readonly<Record<string, string>> {
  const sendable = Object.entries(old).filter(([key]) => !isReservedKey(key));
  const merged = [...sendable, ...Object.entries(change)].filter(([key]) => change[key] !== null);
  return Object.fromEntries(merged as readonly (readonly [string, string])[]);
}

/** A change as servers take it: an empty text takes a property away (GMS reference, update). */
export function removalsAsEmpty(change: Properties): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(change).map(([key, value]) => [key, value ?? '']));
}
