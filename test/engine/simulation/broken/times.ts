import { seededRandom } from '../../../../mock-server/engine/state/random.js';
import { HONEST } from '../engine-under-test.js';
import { tamperedAfter } from './tampering.js';
import type { BrokenEngine } from './tampering.js';

/** Engines that are not the same twice: in time, when they are played again, when they are read from a file. */
export const BROKEN_TIMES: readonly BrokenEngine[] = [
  {
    name: 'goes back in time when told to',
    caughtBy: ['I7'],
    engine: tamperedAfter('advance', (answer, before, command) =>
      command.type === 'advance' && command.to < before.now
        ? { ...answer, state: { ...answer.state, now: command.to } }
        : answer,
    ),
  },
  {
    name: 'tells events in the wrong order',
    caughtBy: ['I7'],
    engine: tamperedAfter('advance', (answer) => ({ ...answer, events: [...answer.events].reverse() })),
  },
  {
    name: 'tells when it noticed, not when it happened',
    caughtBy: ['I27', 'I4', 'I11'],
    engine: tamperedAfter('advance', (answer) => ({
      ...answer,
      events: answer.events.map((event) => ({ ...event, at: answer.state.now })),
    })),
  },
  {
    name: 'lets every step draw chance anew',
    caughtBy: ['I27', 'I28', 'I2'],
    engine: tamperedAfter('advance', (answer) => ({
      ...answer,
      state: { ...answer.state, random: seededRandom(answer.state.now) },
    })),
  },
  {
    name: 'changes the state it was given',
    caughtBy: ['I20'],
    engine: tamperedAfter('set-agents', (answer, before) => {
      Object.assign(before.settings.agents, answer.state.settings.agents);
      return answer;
    }),
  },
  {
    name: 'forgets its chance in a file',
    caughtBy: ['I28'],
    engine: {
      ...HONEST,
      read: (text) => {
        const state = HONEST.read(text);
        return state === undefined ? undefined : { ...state, random: seededRandom(state.seed) };
      },
    },
  },
  {
    name: 'forgets in a file who finishes a talk',
    caughtBy: ['I28'],
    engine: {
      ...HONEST,
      read: (text) => {
        const state = HONEST.read(text);
        return state === undefined ? undefined : { ...state, wrapUps: [] };
      },
    },
  },
  {
    name: 'cannot read what it wrote on an odd day',
    caughtBy: ['I28'],
    engine: {
      ...HONEST,
      read: (text) => {
        const state = HONEST.read(text);
        return state !== undefined && Math.floor(state.now / 86_400_000) % 2 === 1 ? undefined : state;
      },
    },
  },
];
