import type { CallbackRecord } from '../domain/callback.js';
import { CallbackError } from '../domain/errors.js';
import type { CallbackList, UnreadableRecord } from '../transport/callback-transport.js';

/**
 * Takes what a transport resolved with for what it is. Ours keep to the interface, a portal's own may not: services and unreadable
 * records may be missing, and a record that is none is set aside like one that a server sent broken.
 * @throws CallbackError with code `bad-response` when there are no records to speak of.
 */
export function readListAnswer(answer: unknown): CallbackList {
  if (!isObject(answer) || !Array.isArray(answer.records)) {
    throw new CallbackError(
      'bad-response',
      'Failed to list callbacks: the answer of the transport has no records. Resolve with { records, services, unreadable }.',
    );
  }
  const { records, broken } = separate(answer.records);
  const { serverTime } = answer;
  const said = Array.isArray(answer.unreadable) ? (answer.unreadable as readonly UnreadableRecord[]) : [];
  return {
    records,
    services: isTexts(answer.services) ? answer.services : [...new Set(records.map(({ serviceName }) => serviceName))],
    unreadable: broken.length === 0 ? said : [...said, ...broken],
    ...(typeof serverTime === 'number' && Number.isFinite(serverTime) && { serverTime }),
  };
}

/** The array itself where every record is one, which is the rule. */
function separate(records: readonly unknown[]): {
  readonly records: readonly CallbackRecord[];
  readonly broken: readonly UnreadableRecord[];
} {
  if (records.every(isRecord)) return { records, broken: [] };
  const broken = records
    .filter((record) => !isRecord(record))
    .map((record) => ({
      issues: issuesOf(record),
      ...(isObject(record) && typeof record.id === 'string' && { id: record.id }),
    }));
  return { records: records.filter(isRecord), broken };
}

function isRecord(record: unknown): record is CallbackRecord {
  return (
    isObject(record) &&
    typeof record.id === 'string' &&
    typeof record.serviceName === 'string' &&
    typeof record.state === 'string' &&
    typeof record.customerNumber === 'string' &&
    typeof record.desiredTime === 'number' &&
    Number.isFinite(record.desiredTime) &&
    isObject(record.properties)
  );
}

/** What is wrong with something that is no record. */
function issuesOf(record: unknown): readonly string[] {
  if (!isObject(record)) return ['is not a callback'];
  const { id, serviceName, state, customerNumber, desiredTime, properties } = record;
  const texts = Object.entries({ id, serviceName, state, customerNumber }).filter(
    ([, value]) => typeof value !== 'string',
  );
  return [
    ...texts.map(([name]) => `${name} is not text`),
    ...(typeof desiredTime === 'number' && Number.isFinite(desiredTime)
      ? []
      : ['desiredTime is not epoch milliseconds']),
    ...(isObject(properties) ? [] : ['properties is not an object']),
  ];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
