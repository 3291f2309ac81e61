/**
 * The key vocabulary of GMS: the names by which configuration (lookup keys, filter keys, returned keys, column aliases) and the
 * wire speak of a callback's own fields. Written here once; everything else asks this module.
 */

/** The fields of a callback that GMS knows by a key of its own. */
export type KnownField =
  | 'id'
  | 'serviceName'
  | 'state'
  | 'reason'
  | 'desiredTime'
  | 'expirationTime'
  | 'customerNumber'
  | 'url'
  | 'orsSessionId';

/** GMS key of each known field. */
export const FIELD_KEYS: Readonly<Record<KnownField, string>> = Object.freeze({
  id: '_id',
  serviceName: '_service_name',
  state: '_callback_state',
  reason: '_callback_reason',
  desiredTime: '_desired_time',
  expirationTime: '_expiration_time',
  customerNumber: '_customer_number',
  url: '_url',
  orsSessionId: '_ors_session_id',
});

/** GMS keys of what a request for a new callback may say besides number and time; records keep them as properties. */
export const PARAMETER_KEYS = Object.freeze({
  virtualQueue: '_urs_virtual_queue',
  queueTimeStatistic: '_request_queue_time_stat',
});

/** Spellings of the first generation (GMS reference, version map). Fields that are not named here never had another one. */
export const FIELD_ALIASES: Readonly<Partial<Record<KnownField, string>>> = Object.freeze({
  state: '_callbackState',
  desiredTime: 'desiredTime',
  customerNumber: '_customerNumber',
  url: 'url',
});

/** Name of the id in exports and notifications; no record carries it (GMS reference, record field catalogue). */
export const EXPORTED_ID_KEY = '_service_id';

/** A field of a callback: one that GMS knows by itself, or a property under its own name. */
export type FieldRef =
  { readonly kind: 'known'; readonly field: KnownField } | { readonly kind: 'property'; readonly name: string };

const TODAYS_KEYS: ReadonlyMap<string, KnownField> = fieldsByKey(FIELD_KEYS);
const LEGACY_KEYS: ReadonlyMap<string, KnownField> = fieldsByKey(FIELD_ALIASES);

/** The known field a key speaks of, in either spelling; undefined for a property of the record. */
export function knownFieldOf(key: string): KnownField | undefined {
  return TODAYS_KEYS.get(key) ?? LEGACY_KEYS.get(key);
}

/** The known field that a key names in the spelling of the first generation only. */
export function legacyFieldOf(key: string): KnownField | undefined {
  return LEGACY_KEYS.get(key);
}

/** Turns a GMS key into a field reference. */
export function fieldRefOf(key: string): FieldRef {
  const field = knownFieldOf(key);
  return field === undefined ? { kind: 'property', name: key } : { kind: 'known', field };
}

/** Request parameters that are not properties of the record either. */
const REQUEST_KEYS: ReadonlySet<string> = new Set(['_new_desired_time', '_redirect']);

/** Why no property may be sent under a key: it is a field of the callback, it steers the request, or it reaches an object's prototype. */
export type Reservation = 'field' | 'request' | 'prototype';

const POLLUTING_KEYS: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * Says whether no property may be sent under a key, because it would overwrite a field of the record, pass for its id, steer the
 * request, or reach an object's prototype. Keys that only look like a field, such as `id`, are the customer's.
 */
export function isReservedKey(key: string): boolean {
  return reservationOf(key) !== undefined;
}

/** Why no property may be sent under a key; undefined when one may. */
export function reservationOf(key: string): Reservation | undefined {
  if (knownFieldOf(key) !== undefined || key === EXPORTED_ID_KEY) return 'field';
  if (REQUEST_KEYS.has(key)) return 'request';
  return POLLUTING_KEYS.has(key) ? 'prototype' : undefined;
}

/** Every reserved key in the spelling of today, in the order of the fields. */
export const RESERVED_KEYS: readonly string[] = Object.freeze([
  ...Object.values(FIELD_KEYS),
  EXPORTED_ID_KEY,
  ...REQUEST_KEYS,
  ...POLLUTING_KEYS,
]);

/** Says whether a key may be kept among the properties of a record that a server told: it neither is a field's nor reaches a prototype. */
export function isPropertyKey(key: string): boolean {
  return !TODAYS_KEYS.has(key) && !POLLUTING_KEYS.has(key);
}

/** Splits a comma-separated configuration list; blanks and empty entries fall away, the order stays, doubles go. */
export function splitList(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  return [
    ...new Set(
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
  ];
}

function fieldsByKey(keys: Readonly<Partial<Record<KnownField, string>>>): ReadonlyMap<string, KnownField> {
  return new Map((Object.entries(keys) as [KnownField, string][]).map(([field, key]) => [key, field]));
}
