import { asCompleted } from '../../../../mock-server/engine/life/completion.js';
import type { EngineRecord } from '../../../../mock-server/engine/engine.js';
import { HONEST } from '../engine-under-test.js';
import { firstIn, misled, misledOptions, stepEvent, tampered, tamperedAfter, withRecords } from './tampering.js';
import type { BrokenEngine } from './tampering.js';

/** The answer of a bulk cancel, as every engine gives it. */
interface BulkValue {
  readonly outcomes: readonly { readonly id: string; readonly ok: boolean }[];
}

/** Engines that do not do what a command says, or do more. */
export const BROKEN_COMMANDS: readonly BrokenEngine[] = [
  {
    name: 'loses a record',
    caughtBy: ['I8'],
    engine: tamperedAfter('cancel', (answer) => {
      const record = firstIn(answer.state, 'SCHEDULED');
      return record === undefined ? answer : { ...answer, state: withRecords(answer.state, [], [record.id]) };
    }),
  },
  {
    name: 'takes a callback twice',
    caughtBy: ['I8'],
    engine: tamperedAfter('create', (answer) => {
      const record = firstIn(answer.state, 'SCHEDULED');
      return record === undefined
        ? answer
        : { ...answer, state: withRecords(answer.state, [{ ...record, id: `${record.id}-2` }]) };
    }),
  },
  {
    name: 'reuses an id',
    caughtBy: ['I2'],
    engine: tamperedAfter('create', (answer, before) => {
      const id = idOf(answer.value);
      const [old] = before.records.keys();
      const record = answer.state.records.get(id);
      if (old === undefined || record === undefined) return answer;
      const events = answer.events.map((event) => (event.id === id ? { ...event, id: old } : event));
      return { value: { id: old }, events, state: withRecords(answer.state, [{ ...record, id: old }], [id]) };
    }),
  },
  {
    name: 'keeps reserved keys',
    caughtBy: ['I22'],
    engine: tampered((answer, state, command) => {
      if (command.type !== 'create' || answer.refusal?.code !== 'reserved-key') return answer;
      const taken = HONEST.apply(state, { ...command, properties: {} });
      const record = taken.refusal === undefined ? taken.state.records.get(idOf(taken.value)) : undefined;
      if (record === undefined) return answer;
      return { ...taken, state: withRecords(taken.state, [{ ...record, properties: command.properties }]) };
    }),
  },
  {
    name: 'replaces properties instead of merging them',
    caughtBy: ['I22'],
    engine: tamperedAfter('update', (answer, _, command) => {
      const record = answer.state.records.get('id' in command ? command.id : '');
      if (record === undefined || !('properties' in command)) return answer;
      return { ...answer, state: withRecords(answer.state, [{ ...record, properties: command.properties }]) };
    }),
  },
  {
    name: 'refuses and changes all the same',
    caughtBy: ['I16'],
    engine: tampered((answer, state) =>
      answer.refusal === undefined ? answer : { ...answer, state: { ...state, nextTicket: state.nextTicket + 1 } },
    ),
  },
  {
    name: 'refuses and tells of it as if it had happened',
    caughtBy: ['I16', 'I7', 'I2'],
    engine: tampered((answer, state) =>
      answer.refusal === undefined ? answer : { ...answer, events: [{ at: state.now, type: 'settings-changed' }] },
    ),
  },
  {
    name: 'takes the same number again and again',
    caughtBy: ['I14'],
    engine: misledOptions({ _enable_in_queue_checking: 'false' }),
  },
  {
    name: 'books more than there is room for',
    caughtBy: ['I9'],
    engine: misledOptions({ _max_request_by_time_bucket: '100', _capacity_service: '' }),
  },
  {
    name: 'books while the office is closed',
    caughtBy: ['I10'],
    engine: misledOptions({ _business_hours_service: '' }),
  },
  {
    name: 'takes every office to be in Greenwich',
    caughtBy: ['I10'],
    engine: misled((settings) => ({
      ...settings,
      services: new Map(
        [...settings.services].map(([name, own]) => [name, { ...own, ...(name === 'office' && { _timezone: 'UTC' }) }]),
      ),
    })),
  },
  {
    name: 'forgets the last of a bulk cancel',
    caughtBy: ['I18'],
    engine: {
      ...HONEST,
      apply: (state, command) => {
        if (command.type !== 'cancel-many') return HONEST.apply(state, command);
        const answer = HONEST.apply(state, { ...command, ids: command.ids.slice(0, -1) });
        const { outcomes } = answer.value as BulkValue;
        const [last] = command.ids.slice(-1);
        return last === undefined ? answer : { ...answer, value: { outcomes: [...outcomes, { id: last, ok: true }] } };
      },
    },
  },
  {
    name: 'does not account for all of a bulk cancel',
    caughtBy: ['I18'],
    engine: tamperedAfter('cancel-many', (answer) => ({
      ...answer,
      value: { outcomes: (answer.value as BulkValue).outcomes.filter(({ ok }) => ok) },
    })),
  },
  {
    name: 'cancels one more than it was asked',
    caughtBy: ['I18'],
    engine: {
      ...HONEST,
      apply: (state, command) => {
        const extra = command.type === 'cancel-many' ? firstIn(state, 'SCHEDULED') : undefined;
        if (command.type !== 'cancel-many' || extra === undefined) return HONEST.apply(state, command);
        const answer = HONEST.apply(state, { ...command, ids: [...command.ids, extra.id] });
        return { ...answer, value: { outcomes: (answer.value as BulkValue).outcomes.slice(0, command.ids.length) } };
      },
    },
  },
  {
    name: 'cancels again what is cancelled already',
    caughtBy: ['I19'],
    engine: tamperedAfter('cancel-many', (answer, before, command) => {
      const ids = command.type === 'cancel-many' ? command.ids : [];
      const again = ids.flatMap((id) => (before.records.get(id)?.reason === 'CANCELLED_BY_ADMIN' ? [id] : []));
      const at = answer.state.now;
      const value = {
        outcomes: (answer.value as BulkValue).outcomes.map(({ id, ok }) => ({ id, ok: ok || again.includes(id) })),
      };
      return {
        ...answer,
        value,
        events: [...answer.events, ...again.map((id) => ({ at, type: 'cancelled', id }) as const)],
      };
    }),
  },
  {
    name: 'cancels in a conversation',
    caughtBy: ['I21'],
    engine: tamperedAfter('cancel-many', (answer, before, command) => {
      const ids = command.type === 'cancel-many' ? command.ids : [];
      const talking = ids.flatMap((id) => before.records.get(id) ?? []).filter(({ state }) => state === 'PROCESSING');
      const ended = talking.map((record): EngineRecord => asCompleted(record, 'CANCELLED_BY_ADMIN'));
      const events = talking.map((record) => stepEvent(record, 'COMPLETED', before.now, 'CANCELLED_BY_ADMIN'));
      return { ...answer, state: withRecords(answer.state, ended), events: [...answer.events, ...events] };
    }),
  },
  {
    name: 'says that the completed are cancelled',
    caughtBy: ['I21'],
    engine: tampered((answer, state, command) =>
      command.type === 'cancel' && answer.refusal?.code === 'not-cancellable'
        ? { state, events: [], value: { id: command.id } }
        : answer,
    ),
  },
  {
    name: 'cancels in the name of another service',
    caughtBy: ['I26'],
    engine: {
      ...HONEST,
      apply: (state, command) => {
        if (command.type !== 'cancel') return HONEST.apply(state, command);
        const { serviceName = command.serviceName } = state.records.get(command.id) ?? {};
        return HONEST.apply(state, { ...command, serviceName });
      },
    },
  },
];

function idOf(value: unknown): string {
  return (value as { readonly id: string }).id;
}
