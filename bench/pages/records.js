/** @typedef {import('../../src/domain/callback.js').CallbackRecord} CallbackRecord */

const STATES = ['SCHEDULED', 'QUEUED', 'ROUTING', 'PROCESSING', 'COMPLETED', 'PAUSED'];
const SERVICES = [
  'Billing',
  'Sales',
  'Support',
  'Mortgages',
  'Cards',
  'Retention',
  'Fraud',
  'Claims',
  'Insurance',
  'Onboarding',
];
const LINES = ['Retail', 'Corporate', 'Cards', 'Insurance'];
const TYPES = ['immediate', 'scheduled', 'web', 'mobile'];
const FIRST = Date.UTC(2026, 2, 9);
const SECONDS = 60 * 86_400;
const CHUNK = 10_000;

/**
 * The same callbacks for the same count, on every machine: each number and each time once.
 * @param {number} count
 * @returns {CallbackRecord[]}
 */
export function makeRecords(count) {
  /** @type {CallbackRecord[]} */
  const records = [];
  for (let start = 0; start < count; start += CHUNK) {
    const chunk = Array.from({ length: Math.min(CHUNK, count - start) }, (_, at) => makeRecord(start + at));
    // Through text and back, as from a server: texts put together in a program are not as flat as those that were read.
    for (const record of /** @type {CallbackRecord[]} */ (JSON.parse(JSON.stringify(chunk)))) records.push(record);
  }
  return records;
}

/**
 * @param {number} index
 * @returns {CallbackRecord}
 */
function makeRecord(index) {
  const chance = mix(index);
  return {
    id: `417-${String(index).padStart(7, '0')}-${chance.toString(16)}`,
    serviceName: `${pick(SERVICES, chance)}_${1 + (chance % 2)}`,
    state: pick(STATES, chance >>> 4),
    ...((chance >>> 4) % STATES.length === 4 ? { reason: 'AGENT_CONNECTED' } : {}),
    desiredTime: FIRST + (mix(index + 0x2545f491) % SECONDS) * 1000 + (index % 1000),
    customerNumber: `+49${String((index * 417_700_001 + 30_303_031) % 1e9).padStart(9, '0')}`,
    properties: { _LOB: pick(LINES, chance >>> 8), _service_type: pick(TYPES, chance >>> 12) },
  };
}

/**
 * Copies of some records in another state, as a live refresh brings them.
 * @param {readonly CallbackRecord[]} records
 * @param {number} count how many
 * @param {number} first row of one that must be among them
 */
export function changedRecords(records, count, first) {
  return Array.from({ length: count }, (_, at) => {
    const record = /** @type {CallbackRecord} */ (records[(first + at * 7_919) % records.length]);
    return { ...record, state: pick(STATES, STATES.indexOf(record.state) + 1) };
  });
}

/**
 * @param {readonly string[]} list
 * @param {number} at
 */
function pick(list, at) {
  return /** @type {string} */ (list[at % list.length]);
}

/**
 * Scatters whole numbers over 32 bits.
 * @param {number} value
 */
function mix(value) {
  let mixed = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
