import { asCompleted } from '../../../../mock-server/engine/life/completion.js';
import { without } from '../../../../mock-server/engine/state/record.js';
import type { EngineRecord } from '../../../../mock-server/engine/engine.js';
import { arrivals, firstIn, misled, misledOptions, stepEvent, tamperedAfter, withRecords } from './tampering.js';
import type { BrokenEngine } from './tampering.js';

/** Engines that get the life of a callback wrong. */
export const BROKEN_LIVES: readonly BrokenEngine[] = [
  {
    name: 'completes without a reason',
    caughtBy: ['I3'],
    engine: tamperedAfter('any', (answer) => ({
      ...answer,
      state: withRecords(
        answer.state,
        arrivals(answer, 'COMPLETED').map((record) => without(record, 'reason')),
      ),
    })),
  },
  {
    name: 'gives a reason before the end',
    caughtBy: ['I3'],
    engine: tamperedAfter('any', (answer) => ({
      ...answer,
      state: withRecords(
        answer.state,
        arrivals(answer, 'ROUTING').map((record) => ({ ...record, reason: 'AGENT_CONNECTED' })),
      ),
    })),
  },
  {
    name: 'skips the queue',
    caughtBy: ['I1'],
    engine: tamperedAfter('any', (answer) => ({
      ...answer,
      events: answer.events.filter(({ from, to }) => !(from === 'SCHEDULED' && to === 'QUEUED')),
    })),
  },
  {
    name: 'knows a seventh state',
    caughtBy: ['I1'],
    engine: tamperedAfter('create', (answer) => ({
      ...answer,
      state: withRecords(
        answer.state,
        arrivals(answer, 'SCHEDULED').map((record) => ({ ...record, state: 'WAITING' }) as unknown as EngineRecord),
      ),
    })),
  },
  {
    name: 'resurrects a completed one',
    caughtBy: ['I2'],
    engine: tamperedAfter('set-agents', (answer, before) => {
      const record = firstIn(before, 'COMPLETED');
      if (record === undefined || !answer.state.records.has(record.id)) return answer;
      const event = stepEvent(record, 'SCHEDULED', answer.state.now);
      const revived: EngineRecord = { ...without(record, 'reason'), state: 'SCHEDULED' };
      return { ...answer, state: withRecords(answer.state, [revived]), events: [...answer.events, event] };
    }),
  },
  {
    name: 'rewrites history',
    caughtBy: ['I2', 'I3'],
    engine: tamperedAfter('update', (answer) => {
      const record = firstIn(answer.state, 'COMPLETED');
      return record === undefined
        ? answer
        : { ...answer, state: withRecords(answer.state, [{ ...record, customerNumber: '0' }]) };
    }),
  },
  {
    name: 'submits too early',
    caughtBy: ['I4'],
    engine: misledOptions({ _request_execution_time_buffer: '7200' }),
  },
  {
    name: 'submits too late',
    caughtBy: ['I4'],
    engine: misled((settings) => ({
      ...settings,
      application: { ...settings.application, callback: { 'queue-polling-rate': '1800' } },
    })),
  },
  {
    name: 'ignores the pause',
    caughtBy: ['I5'],
    engine: misled((settings) => ({ ...settings, transactionLists: new Map() })),
  },
  {
    name: 'dials the paused',
    caughtBy: ['I5'],
    engine: tamperedAfter('advance', (answer) => {
      const record = firstIn(answer.state, 'PAUSED');
      if (record === undefined) return answer;
      const { id, serviceName } = record;
      return {
        ...answer,
        events: [...answer.events, { at: answer.state.now, type: 'agent-reserved', id, serviceName, agent: 1 }],
      };
    }),
  },
  {
    name: 'dials twice',
    caughtBy: ['I11'],
    engine: tamperedAfter('any', (answer) => ({
      ...answer,
      events: answer.events.flatMap((event) => (event.type === 'agent-reserved' ? [event, event] : [event])),
    })),
  },
  {
    name: 'never gives up dialling',
    caughtBy: ['I11'],
    engine: misledOptions({ _max_dial_attempts: '40', _dial_retry_timeout: '300' }),
  },
  {
    name: 'dials again at once',
    caughtBy: ['I11'],
    engine: misledOptions({ _dial_retry_timeout: '0', _snooze_duration: '0' }),
  },
  {
    name: 'reserves agents who went home',
    caughtBy: ['I12'],
    engine: misled((settings) => ({
      ...settings,
      agents: { ...settings.agents, loggedIn: settings.agents.loggedIn + 3 },
    })),
  },
  {
    name: 'gives everybody the same agent',
    caughtBy: ['I12'],
    engine: tamperedAfter('any', (answer) => ({
      ...answer,
      state: withRecords(
        answer.state,
        arrivals(answer, 'ROUTING').map((record) => ({ ...record, call: { ...record.call, agent: 1 } })),
      ),
    })),
  },
  {
    name: 'calls nobody',
    caughtBy: ['L1'],
    engine: misled((settings) => ({ ...settings, agents: { ...settings.agents, loggedIn: 0 } })),
  },
  {
    name: 'lets a live one expire in silence',
    caughtBy: ['I6', 'I8'],
    engine: tamperedAfter('advance', (answer) => {
      const gone = new Set(answer.events.flatMap(({ type, id }) => (type === 'expired' ? [id] : [])));
      return { ...answer, events: answer.events.filter(({ id, to }) => !(gone.has(id) && to === 'COMPLETED')) };
    }),
  },
  {
    name: 'keeps the completed for ever',
    caughtBy: ['I6', 'I8'],
    engine: tamperedAfter('advance', (answer, before) => ({
      ...answer,
      events: answer.events.filter(({ type }) => type !== 'expired'),
      state: withRecords(
        answer.state,
        answer.events.flatMap(({ type, id = '' }) => {
          const record = type === 'expired' ? before.records.get(id) : undefined;
          return record === undefined
            ? []
            : [record.state === 'COMPLETED' ? record : asCompleted(record, 'FAIL_TIMEOUT_TTL')];
        }),
      ),
    })),
  },
];
