/** Names under which a client would take a property for a field of the record, in both spellings, and those that reach a prototype. */
const RESERVED: ReadonlySet<string> = new Set(
  [
    '_id _service_id _service_name _callback_state _callback_reason _desired_time _new_desired_time _expiration_time',
    '_customer_number _url _ors_session_id _redirect _callbackState desiredTime _customerNumber url',
    '__proto__ prototype constructor',
  ].flatMap((line) => line.split(' ')),
);

export function isReserved(key: string): boolean {
  return RESERVED.has(key);
}
