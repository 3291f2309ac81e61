import type { DiagnosticField, QueueDiagnostics } from '../domain/diagnostics.js';
import { readWireTime, toWireTime } from './time.js';
import { emptyProperties, isFields, propertyText, readBoolean, readNumber, readText } from './values.js';
import type { Fields } from './values.js';

/** The facts behind an expanded row: which key of the reply is which fact (GMS reference, queue position). */

/** Keys of a fact, the one we write first. */
export type DiagnosticAliases = Readonly<Partial<Record<DiagnosticField, readonly string[]>>>;

/**
 * Keys by which a server may name each fact. Only `ewt`, `_eta` and `_position` are known from real servers; the others are the names
 * of this mock, so a server that says the same in other words is configured with aliases of its own.
 */
export const DIAGNOSTIC_KEYS: Readonly<Record<DiagnosticField, readonly string[]>> = Object.freeze({
  estimatedWaitTime: ['ewt', '_ewt', '_eta', 'eta'],
  position: ['_position', 'position'],
  agentsLoggedIn: ['_agents_logged_in'],
  callbackType: ['_callback_type'],
  callbackVersion: ['_callback_version'],
  channel: ['_channel'],
  dialAttempt: ['_dial_attempt'],
  dialResult: ['_dial_result'],
  waitAtFirstCall: ['_ewt_at_first_call'],
  waitAtOffer: ['_ewt_at_offer'],
  snoozed: ['_snoozed'],
  orsSessionId: ['_ors_session_id', '_orsSessionId'],
  positionAtFirstCall: ['_position_at_first_call'],
  positionAtOffer: ['_position_at_offer'],
  priority: ['_priority'],
  routingTarget: ['_routing_target'],
  firstCallTime: ['_first_call_time'],
  acceptedTime: ['_accepted_time'],
  nextCallTime: ['_next_call_time'],
});

/** The word for a callback that is in no queue. */
const NOT_IN_QUEUE = 'Not in queue';

type Kind = 'number' | 'text' | 'boolean' | 'time' | 'position';

const KINDS: Readonly<Record<DiagnosticField, Kind>> = {
  estimatedWaitTime: 'number',
  position: 'position',
  agentsLoggedIn: 'number',
  callbackType: 'text',
  callbackVersion: 'text',
  channel: 'text',
  dialAttempt: 'number',
  dialResult: 'text',
  waitAtFirstCall: 'number',
  waitAtOffer: 'number',
  snoozed: 'boolean',
  orsSessionId: 'text',
  positionAtFirstCall: 'number',
  positionAtOffer: 'number',
  priority: 'number',
  routingTarget: 'text',
  firstCallTime: 'time',
  acceptedTime: 'time',
  nextCallTime: 'time',
};

const FIELDS = Object.keys(KINDS) as DiagnosticField[];

/**
 * Reads the reply of a queue position; undefined when it is no object. A key that is not known, and a value that cannot be what its
 * key says, are kept under `other` as they came.
 * @param aliases further keys of facts, tried before the known ones
 */
export function readDiagnostics(body: unknown, aliases: DiagnosticAliases = {}): QueueDiagnostics | undefined {
  if (!isFields(body)) return undefined;
  const facts: Partial<Record<DiagnosticField, unknown>> = {};
  const used = new Set<string>();
  for (const field of FIELDS) {
    for (const key of [...(aliases[field] ?? []), ...DIAGNOSTIC_KEYS[field]]) {
      const value = Object.hasOwn(body, key) ? readFact(KINDS[field], body[key]) : undefined;
      if (value === undefined) continue;
      facts[field] = value;
      used.add(key);
      break;
    }
  }
  return { ...(facts as Omit<QueueDiagnostics, 'other'>), other: readOthers(body, used) };
}

/** Writes the reply of a queue position: facts that exist, numbers and truth values as themselves, times as the wire has them. */
export function writeDiagnostics(diagnostics: QueueDiagnostics): Record<string, string | number | boolean> {
  const body: Record<string, string | number | boolean> = {};
  for (const field of FIELDS) {
    const key = DIAGNOSTIC_KEYS[field][0];
    const value = diagnostics[field];
    if (key === undefined || value === undefined) continue;
    if (value === null) body[key] = NOT_IN_QUEUE;
    else body[key] = KINDS[field] === 'time' && typeof value === 'number' ? toWireTime(value) : value;
  }
  return { ...diagnostics.other, ...body };
}

function readFact(kind: Kind, value: unknown): unknown {
  switch (kind) {
    case 'number':
      return readNumber(value);
    case 'text':
      return readText(value);
    case 'boolean':
      return readBoolean(value);
    case 'time':
      return readWireTime(value);
    case 'position':
      return readPosition(value);
  }
}

function readPosition(value: unknown): number | null | undefined {
  if (typeof value === 'string' && value.trim().toLowerCase() === NOT_IN_QUEUE.toLowerCase()) return null;
  const position = readNumber(value);
  return position !== undefined && Number.isInteger(position) && position >= 1 ? position : undefined;
}

function readOthers(body: Fields, used: ReadonlySet<string>): Readonly<Record<string, string>> {
  const other = emptyProperties();
  for (const key of Object.keys(body)) {
    const value = used.has(key) ? undefined : propertyText(body[key]);
    if (value !== undefined && key !== '__proto__') other[key] = value;
  }
  return other;
}
