import type { CallbackState } from '../../src/domain/callback.js';
import { FIELD_KEYS } from '../../src/domain/keys.js';
import type { Options } from '../../src/domain/service.js';
import type { OptionSections } from '../engine/commands.js';
import { idleAgents } from '../engine/life/calls.js';
import { APPLICATION_DEFAULTS } from '../engine/options/defaults.js';
import { Draft } from '../engine/draft.js';
import { forge } from '../engine/life/forge.js';
import type { EngineRecord } from '../engine/state/record.js';
import { run } from '../engine/time/run.js';
import { createState } from '../engine/state/state.js';
import type { EngineState } from '../engine/state/state.js';
import { COMMON } from './contact-centre-settings.js';
import { HOSTILE_ALIASES, HOSTILE_KEYS, HOSTILE_SERVICES, HOSTILE_VALUES } from './hostile-values.js';
import type { Scenario, ScenarioStart } from './scenario.js';

const MINUTE = 60_000;

const VALUES = Object.values(HOSTILE_VALUES).flat();

/** Searching for this number finds a callback whose properties are all the keys. */
const ALL_KEYS_NUMBER = '5510';

const SHOWN_KEYS = Object.keys(HOSTILE_ALIASES).join(',');

const STATES = ['SCHEDULED', 'QUEUED', 'COMPLETED', 'PROCESSING', 'ROUTING'] as const satisfies CallbackState[];

/** Texts that attack whoever shows, stores, sorts, exports or forwards them. */
export const hostile: Scenario = {
  name: 'hostile',
  description:
    'Every text that comes from outside is an attack: phone numbers, property names and values, reasons of completion, names of services, ' +
    'column aliases. There is markup, script, spreadsheet formulas, right-to-left controls that are never closed, zero-width and control ' +
    'characters, emoji, halves of surrogate pairs, words such as null and constructor, and values of 10 kB. Eleven services, one ' +
    'callback in each of five states for every value, within two hours around the start; search for 5510 to find one with all the ' +
    'strange keys. Nothing may run, nothing may turn its neighbours around, and every byte must arrive as it was sent. If the title of ' +
    'the page says broken, something ran.',
  load,
};

function load(start: ScenarioStart): EngineState {
  const draft = new Draft(createState(start));
  draft.configure({
    application: APPLICATION,
    services: new Map(HOSTILE_SERVICES.map((name, index) => [name, optionsOf(index)])),
    // Nobody is logged in, so that every state can be looked at for as long as one likes.
    agents: { loggedIn: 0, handleSeconds: 180, answerRate: 0.8 },
  });
  const agents = idleAgents(draft);
  draft.putAll([...VALUES.flatMap((_, index) => callbacksOf(draft, index, agents)), ...withAllKeys(draft, agents)]);
  run(draft, draft.now);
  return draft.finish();
}

const APPLICATION: OptionSections = {
  callback: {
    'filter-keys': `${APPLICATION_DEFAULTS.callback?.['filter-keys'] ?? ''},${SHOWN_KEYS}`,
    'returned-keys': `${APPLICATION_DEFAULTS.callback?.['returned-keys'] ?? ''},${SHOWN_KEYS}`,
    callback_column_alias: JSON.stringify(HOSTILE_ALIASES),
  },
};

function optionsOf(index: number): Options {
  const value = at(index * 5);
  return {
    ...COMMON,
    _customer_lookup_keys: `${FIELD_KEYS.customerNumber},${SHOWN_KEYS}`,
    _target: value,
    _urs_virtual_queue: at(index * 5 + 1),
    _service_groups: at(index * 5 + 2).slice(0, 200),
  };
}

/** One callback in each state. Its number is the value itself, each of its properties is one of the values after it. */
function callbacksOf(draft: Draft, index: number, agents: Iterator<number, never>): readonly EngineRecord[] {
  return STATES.map((state, place) => {
    const minutes = 1 + ((index * STATES.length + place) % 110);
    const wish = {
      serviceName: HOSTILE_SERVICES[(index + place) % HOSTILE_SERVICES.length] ?? '',
      state,
      desiredTime: draft.now + (state === 'SCHEDULED' ? minutes + 5 : -minutes) * MINUTE,
      customerNumber: at(index),
      properties: {
        toString: at(index + 1 + place),
        _markup: at(index + 2 + place),
        _formula: at(index + 9 + place),
        _direction: at(index + 17 + place),
        _invisible: at(index + 23 + place),
        '🔑': at(index + 29 + place),
      },
      // Whoever cancels many at once may give any text as the reason.
      ...(state === 'COMPLETED' && { reason: at(index) }),
    };
    return forge(draft, wish, agents);
  });
}

function* withAllKeys(draft: Draft, agents: Iterator<number, never>): Iterable<EngineRecord> {
  const properties = Object.fromEntries(HOSTILE_KEYS.map((key, index) => [key, at(index)]));
  for (const [place, serviceName] of HOSTILE_SERVICES.entries()) {
    const desiredTime = draft.now + (place + 6) * MINUTE;
    yield forge(
      draft,
      { serviceName, state: 'SCHEDULED', desiredTime, customerNumber: ALL_KEYS_NUMBER, properties },
      agents,
    );
  }
}

function at(index: number): string {
  return VALUES[index % VALUES.length] ?? '';
}
