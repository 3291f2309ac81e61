import type { EngineCommand, EngineRecord, EngineRefusal } from '../../../../mock-server/engine/engine.js';
import type { Chronicle } from '../chronicle.js';
import { violation } from '../invariants.js';
import type { CheckName, Violation } from '../invariants.js';
import { optionNames, takesCallbacks } from '../options.js';
import type { Step } from '../step.js';
import { lacksKey, numberObjection, objectionsTo, objectionsToMove, stateObjections } from './requests.js';
import type { Objection } from './requests.js';
import { isReserved } from './reserved.js';

type Of<T extends EngineCommand['type']> = Extract<EngineCommand, { readonly type: T }>;

/** Checks whether a create, an update or a cancel had to be refused, and for which reason. */
export function* checkAdmission(step: Step, chronicle: Chronicle): Iterable<Violation> {
  const { command } = step;
  const { accepted, counters } = chronicle;
  if (command.type === 'create')
    yield* compare(step, objectionsTo({ state: step.before, command, accepted, counters }));
  if (command.type === 'update') yield* compare(step, objectionsToUpdate(step, command, chronicle));
  if (command.type === 'cancel') yield* compare(step, objectionsToCancel(step, command));
}

function* compare({ command, answer: { refusal } }: Step, objections: readonly Objection[]): Iterable<Violation> {
  const certain = objections.filter(({ isOpen }) => isOpen !== true);
  const [first] = certain;
  if (refusal === undefined) {
    if (first !== undefined) yield violation(first.check, `${command.type} was accepted in spite of ${first.code}`);
    return;
  }
  const meant = objections.find((objection) => isSame(objection, refusal));
  if (meant === undefined) {
    const others = objections.map(({ code }) => code).join(', ');
    yield violation(checkOf(refusal, objections), `${command.type} was refused as ${refusal.code}, not for ${others}`);
  } else if (first !== undefined && objections.indexOf(first) < objections.indexOf(meant)) {
    yield violation('check-order', `${command.type} was refused as ${refusal.code} before ${first.code}`);
  }
}

function isSame({ code, seconds }: Objection, refusal: EngineRefusal): boolean {
  return code === refusal.code && (seconds === undefined || seconds === refusal.details.seconds);
}

/** The check that speaks of a refusal which nothing gave a reason for. */
function checkOf({ code }: EngineRefusal, objections: readonly Objection[]): CheckName {
  return objections.find((objection) => objection.code === code)?.check ?? CHECK_OF[code] ?? 'I16';
}

const CHECK_OF: Readonly<Partial<Record<EngineRefusal['code'], CheckName>>> = {
  'unknown-service': 'known-service',
  'unknown-callback': 'known-service',
  'missing-key': 'mandatory-keys',
  'reserved-key': 'reserved-keys',
  'unreadable-time': 'readable-time',
  'past-time': 'past-limit',
  'future-limit': 'future-limit',
  'not-reschedulable': 'editable-states',
  'not-editable': 'editable-states',
  'not-cancellable': 'I21',
  'ors-session-gone': 'session-needed',
  'ors-unreachable': 'session-needed',
  'premium-number': 'premium-numbers',
  'impossible-number': 'impossible-numbers',
  'missing-country': 'number-country',
  'rate-limit': 'rate-window-1',
  'daily-limit': 'daily-limit',
  'queue-limit': 'queue-limit',
  'already-queued': 'I14',
  'outside-office-hours': 'I10',
  'bucket-full': 'I9',
  'missing-service': 'named-services',
};

function objectionsToUpdate({ before }: Step, command: Of<'update'>, chronicle: Chronicle): readonly Objection[] {
  const { id, serviceName, desiredTime, state } = command;
  const record = before.records.get(id);
  const unknown = whoIsUnknown(before.settings, serviceName, record);
  if (unknown !== undefined || record === undefined) return unknown === undefined ? [] : [unknown];
  const { accepted, counters } = chronicle;
  const changed = { ...record.properties, ...command.properties };
  const customerNumber = command.customerNumber ?? record.customerNumber;
  const keys = optionNames(before.settings, serviceName, '_mandatory_customer_lookup_keys', '_customer_number');
  const wish = { type: 'create', serviceName, customerNumber, properties: {} } as const;
  return [
    ...when(record.state === 'COMPLETED', 'editable-states', 'not-editable'),
    ...when(Object.keys(command.properties).some(isReserved), 'reserved-keys', 'reserved-key'),
    ...stateObjections(state),
    ...when(lacksKey(keys, { ...changed, _customer_number: customerNumber }), 'mandatory-keys', 'missing-key'),
    ...(customerNumber === record.customerNumber
      ? []
      : [numberObjection({ state: before, command: wish })].flatMap((found) => found ?? [])),
    ...when(desiredTime !== undefined && record.state !== 'SCHEDULED', 'editable-states', 'not-reschedulable'),
    ...(desiredTime === undefined
      ? []
      : objectionsToMove({ state: before, command: { ...wish, desiredTime }, accepted, counters, id })),
  ];
}

function objectionsToCancel({ before }: Step, command: Of<'cancel'>): readonly Objection[] {
  const { id, serviceName, discardOrsFailure } = command;
  const record = before.records.get(id);
  const unknown = whoIsUnknown(before.settings, serviceName, record);
  if (unknown !== undefined || record === undefined) return unknown === undefined ? [] : [unknown];
  const { state, sessionAlive } = record;
  const asksSession = !discardOrsFailure && state === 'QUEUED' && sessionAlive !== undefined;
  const isAway = !before.settings.orsReachable;
  return [
    ...when(state === 'PROCESSING' || state === 'COMPLETED', 'I21', 'not-cancellable'),
    ...when(asksSession && isAway, 'session-needed', 'ors-unreachable'),
    ...when(asksSession && !sessionAlive, 'session-needed', 'ors-session-gone'),
  ];
}

/** I26: under another service a callback does not exist. */
function whoIsUnknown(
  settings: Step['before']['settings'],
  service: string,
  record: EngineRecord | undefined,
): Objection | undefined {
  if (!takesCallbacks(settings, service)) return { check: 'known-service', code: 'unknown-service' };
  if (record === undefined) return { check: 'known-service', code: 'unknown-callback' };
  return record.serviceName === service ? undefined : { check: 'I26', code: 'unknown-callback' };
}

function when(is: boolean, check: CheckName, code: Objection['code']): readonly Objection[] {
  return is ? [{ check, code }] : [];
}
