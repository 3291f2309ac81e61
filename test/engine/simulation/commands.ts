import type { EngineCommand, EngineState } from '../../../mock-server/engine/engine.js';
import type { EngineUnderTest } from './engine-under-test.js';
import { violation } from './invariants.js';
import type { Violation } from './invariants.js';
import type { Step } from './step.js';

type Of<T extends EngineCommand['type']> = Extract<EngineCommand, { readonly type: T }>;

const CANCELLABLE: ReadonlySet<string> = new Set(['SCHEDULED', 'QUEUED', 'ROUTING', 'PAUSED']);

/** Checks that a command did what it was asked to do, to whom it was asked, or nothing at all. */
export function* checkCommand(step: Step, engine: EngineUnderTest): Iterable<Violation> {
  const { command, answer } = step;
  yield* checkTime(step);
  if (answer.refusal !== undefined) yield* checkRefusal(step, engine);
  if (command.type === 'cancel') yield* checkCancel(step, command);
  if (command.type === 'cancel-many' && answer.refusal === undefined) yield* checkBulk(step, command, engine);
  if (command.type === 'update' && answer.refusal === undefined) yield* checkUpdate(step, command);
  if (command.type === 'create' && answer.refusal === undefined) yield* checkCreation(step, command);
}

/** Only `advance` moves time, and exactly as far as it says. */
function* checkTime({ command, before, after, answer }: Step): Iterable<Violation> {
  if (answer.refusal !== undefined) return;
  const expected = command.type === 'advance' ? Math.max(before.now, Math.floor(command.to)) : before.now;
  if (after.now !== expected) yield violation('I7', `${command.type} made it ${after.now}, not ${expected}`);
}

function* checkRefusal({ command, before, after, answer }: Step, engine: EngineUnderTest): Iterable<Violation> {
  if (engine.hash(before) !== engine.hash(after) || before.now !== after.now)
    yield violation('I16', `${command.type} was refused and changed the state`);
  if (answer.events.length > 0)
    yield violation('I16', `${command.type} was refused and told of ${answer.events.length} events`);
}

function* checkCancel(
  { before, answer, after }: Step,
  { id, serviceName, discardOrsFailure }: Of<'cancel'>,
): Iterable<Violation> {
  const record = before.records.get(id);
  const isAccepted = answer.refusal === undefined;
  if (record?.serviceName !== serviceName) {
    if (isAccepted) yield violation('I26', `${id} was cancelled in the name of ${serviceName}`);
    return;
  }
  const isPossible = CANCELLABLE.has(record.state);
  if (isAccepted && !isPossible) yield violation('I21', `${id} was cancelled while it was ${record.state}`);
  if (!isAccepted && isPossible && discardOrsFailure && before.settings.services.has(serviceName))
    yield violation('I21', `${id} cannot be cancelled while it is ${record.state}`);
  const ended = after.records.get(id);
  if (isAccepted && ended?.reason !== 'CANCELLED')
    yield violation('I21', `${id} was cancelled and is ${String(ended?.state)}`);
}

function* checkBulk(
  { before, answer, after }: Step,
  command: Of<'cancel-many'>,
  engine: EngineUnderTest,
): Iterable<Violation> {
  const outcomes = outcomesOf(answer.value);
  if (outcomes.map(({ id }) => id).join() !== command.ids.join()) {
    yield violation('I18', `a bulk cancel of ${command.ids.length} accounts for ${outcomes.length}`);
  }
  for (const { id, ok } of outcomes) {
    const isPossible = CANCELLABLE.has(before.records.get(id)?.state ?? '');
    if (before.records.get(id)?.state === 'PROCESSING' && after.records.get(id)?.reason === command.reason)
      yield violation('I21', `${id} was cancelled in a conversation`);
    if (ok !== isPossible) yield violation('I18', `${id} was ${ok ? '' : 'not '}cancelled as ${stateIn(before, id)}`);
    if (ok && after.records.get(id)?.reason !== command.reason)
      yield violation('I18', `${id} is ${stateIn(after, id)} all the same`);
  }
  for (const { id, reason } of after.records.values())
    if (reason === command.reason && before.records.get(id)?.reason !== reason && !command.ids.includes(id))
      yield violation('I18', `${id} was cancelled unasked`);
  const rehearsed = outcomesOf(engine.apply(before, command).value);
  if (JSON.stringify(rehearsed) !== JSON.stringify(outcomes))
    yield violation('I18', 'a bulk cancel ended unlike its rehearsal');
}

function* checkUpdate({ before, after }: Step, { id, serviceName, ...wish }: Of<'update'>): Iterable<Violation> {
  const record = before.records.get(id);
  const changed = after.records.get(id);
  if (record?.serviceName !== serviceName) {
    yield violation('I26', `${id} was changed in the name of ${serviceName}`);
    return;
  }
  if (changed === undefined) return;
  const merged = { ...record.properties, ...wish.properties };
  if (textOf(merged) !== textOf(changed.properties)) yield violation('I22', `${id} has properties nobody gave it`);
  const { desiredTime = record.desiredTime, customerNumber = record.customerNumber } = wish;
  if (desiredTime !== changed.desiredTime) yield violation('I22', `${id} was moved to ${changed.desiredTime}`);
  if (customerNumber !== changed.customerNumber) yield violation('I22', `${id} lost its number`);
}

function* checkCreation({ before, after, answer }: Step, command: Of<'create'>): Iterable<Violation> {
  const { id } = answer.value as { readonly id: string };
  const record = after.records.get(id);
  if (before.records.has(id)) yield violation('I2', `${id} was there before it was made`);
  if (record === undefined) {
    yield violation('I8', `${id} was accepted and is not there`);
    return;
  }
  if (record.serviceName !== command.serviceName) yield violation('I26', `${id} belongs to ${record.serviceName}`);
  if (record.customerNumber !== command.customerNumber)
    yield violation('I22', `${id} has the number ${record.customerNumber}`);
  if (textOf(record.properties) !== textOf(command.properties))
    yield violation('I22', `${id} has properties nobody gave it`);
  if (record.desiredTime !== (command.desiredTime ?? before.now))
    yield violation('I4', `${id} is for ${record.desiredTime}`);
}

function outcomesOf(value: unknown): readonly { readonly id: string; readonly ok: boolean }[] {
  return (
    (value as { readonly outcomes: readonly { readonly id: string; readonly ok: boolean }[] } | undefined)?.outcomes ??
    []
  );
}

function stateIn({ records }: EngineState, id: string): string {
  return records.get(id)?.state ?? 'unknown';
}

/** Properties as one text: those without a text are as good as absent, and their order means nothing. */
function textOf(properties: Readonly<Record<string, string>>): string {
  return JSON.stringify(
    Object.entries(properties)
      .filter(([, value]) => value !== '')
      .sort(),
  );
}
