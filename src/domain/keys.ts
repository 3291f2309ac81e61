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

/** Other spellings of a known field, newest first (GMS reference, version map). */
export const FIELD_ALIASES: Readonly<Partial<Record<KnownField, readonly string[]>>> = Object.freeze({
  id: ['_service_id', 'id'],
  serviceName: ['_serviceName', 'serviceName'],
  state: ['_callbackState', 'callbackState'],
  reason: ['_callbackReason', 'callbackReason'],
  desiredTime: ['desiredTime', '_desiredTime'],
  expirationTime: ['_expirationTime', 'expirationTime'],
  customerNumber: ['_customerNumber', 'customerNumber'],
  url: ['url'],
  orsSessionId: ['_orsSessionId', 'orsSessionId'],
});

/** A field of a callback: one that GMS knows by itself, or a property under its own name. */
export type FieldRef =
  { readonly kind: 'known'; readonly field: KnownField } | { readonly kind: 'property'; readonly name: string };

const FIELD_BY_KEY: ReadonlyMap<string, KnownField> = new Map(
  (Object.entries(FIELD_KEYS) as [KnownField, string][]).flatMap(([field, key]) => [
    [key, field] as const,
    ...(FIELD_ALIASES[field] ?? []).map((alias) => [alias, field] as const),
  ]),
);

/** The known field a key speaks of, in any spelling; undefined for a property of the record. */
export function knownFieldOf(key: string): KnownField | undefined {
  return FIELD_BY_KEY.get(key);
}

/** Turns a GMS key into a field reference. */
export function fieldRefOf(key: string): FieldRef {
  const field = FIELD_BY_KEY.get(key);
  return field === undefined ? { kind: 'property', name: key } : { kind: 'known', field };
}

/** Request parameters that are not properties of the record either. */
const REQUEST_KEYS: ReadonlySet<string> = new Set(['_new_desired_time', '_redirect']);

const POLLUTING_KEYS: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * Says whether a key is reserved: a property may never carry it, because it would overwrite a field of the record, steer the request,
 * or reach an object's prototype.
 */
export function isReservedKey(key: string): boolean {
  return FIELD_BY_KEY.has(key) || REQUEST_KEYS.has(key) || POLLUTING_KEYS.has(key);
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
