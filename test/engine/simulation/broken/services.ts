import { HONEST } from '../engine-under-test.js';
import { misledOptions, tampered, tamperedAfter } from './tampering.js';
import type { BrokenEngine } from './tampering.js';

/** Engines that do not keep what they were given, and shells that let persons in too far. */
export const BROKEN_SERVICES: readonly BrokenEngine[] = [
  {
    name: 'follows no redirect',
    caughtBy: ['redirects'],
    engine: {
      ...HONEST,
      destination: (_settings, { serviceName: service }) => ({
        destination: { service, isCallback: true, origin: service },
      }),
    },
  },
  {
    name: 'lets every request say where it goes',
    caughtBy: ['redirects'],
    engine: {
      ...HONEST,
      destination: (settings, request, exists) => {
        const own = { ...settings.services.get(request.serviceName), _overwritable_options: '_redirect' };
        const services = new Map(settings.services).set(request.serviceName, own);
        return HONEST.destination({ ...settings, services }, request, exists);
      },
    },
  },
  {
    name: 'redirects to services that the caller does not see',
    caughtBy: ['redirects'],
    engine: { ...HONEST, destination: (settings, request) => HONEST.destination(settings, request) },
  },
  {
    name: 'replaces what is stored instead of adding to it',
    caughtBy: ['stored-values'],
    engine: tamperedAfter('store', (answer, state, command) => {
      if (command.type !== 'store') return answer;
      const keys = Object.keys(HONEST.stored(state, command.id) ?? {}).filter(
        (key) => !Object.hasOwn(command.values, key),
      );
      const forgotten = keys.reduce(
        (last, key) => HONEST.apply(last, { type: 'forget', id: command.id, key }).state,
        answer.state,
      );
      return { ...answer, state: forgotten };
    }),
  },
  {
    name: 'forgets nothing',
    caughtBy: ['stored-values'],
    engine: tamperedAfter('forget', (answer, state) => ({ ...answer, state })),
  },
  {
    name: 'stores for nobody',
    caughtBy: ['stored-values'],
    engine: tampered((answer, state, command) =>
      command.type === 'store' && answer.refusal !== undefined ? { state, events: [], value: {} } : answer,
    ),
  },
  {
    name: 'gives everybody the same number',
    caughtBy: ['access-numbers'],
    engine: tamperedAfter('any', (answer, _state, command) =>
      command.type === 'request-interaction'
        ? { ...answer, value: { ...(answer.value as object), accessNumber: '+33199000000' } }
        : answer,
    ),
  },
  {
    name: 'keeps numbers for an hour',
    caughtBy: ['access-numbers'],
    engine: misledOptions({ _booking_expiration_timeout: '3600' }),
  },
  {
    name: 'provisions all but the last service',
    caughtBy: ['settings'],
    engine: {
      ...HONEST,
      apply: (state, command) =>
        command.type === 'provision'
          ? HONEST.apply(state, {
              ...command,
              services: Object.fromEntries(Object.entries(command.services).slice(0, -1)),
            })
          : HONEST.apply(state, command),
    },
  },
  {
    name: 'provisions half of what it refuses',
    caughtBy: ['I16'],
    engine: tampered((answer, state, command) => {
      if (command.type !== 'provision' || answer.refusal === undefined) return answer;
      const [first] = Object.entries(command.services);
      if (first === undefined) return answer;
      const [name, options] = first;
      return { ...answer, state: HONEST.apply(state, { type: 'set-service', name, options }).state };
    }),
  },
  {
    name: 'shows everybody everything',
    caughtBy: ['I26'],
    engine: { ...HONEST, access: { ...HONEST.access, callerOf: (state) => HONEST.access.callerOf(state) } },
  },
  {
    name: 'does not know virtual groups',
    caughtBy: ['I26'],
    engine: {
      ...HONEST,
      access: {
        ...HONEST.access,
        callerOf: (state, user) => {
          const services = new Map(
            [...state.settings.services].map(([name, options]) => [name, { ...options, _service_groups: '' }]),
          );
          return HONEST.access.callerOf({ ...state, settings: { ...state.settings, services } }, user);
        },
      },
    },
  },
  {
    name: 'cancels in bulk what the person does not see',
    caughtBy: ['I26'],
    engine: { ...HONEST, access: { ...HONEST.access, knowsId: () => true } },
  },
  {
    name: 'exports the callbacks of other people',
    caughtBy: ['I26'],
    engine: {
      ...HONEST,
      access: { ...HONEST.access, report: (state, wish) => HONEST.access.report(state, { ...wish, sees: () => true }) },
    },
  },
  {
    name: 'says of everything a person asked to cancel that it is done',
    caughtBy: ['I26'],
    engine: {
      ...HONEST,
      access: { ...HONEST.access, outcomesFor: (ids) => ids.map((id) => ({ id, ok: true })) },
    },
  },
  {
    name: 'lets whoever may look change',
    caughtBy: ['I26'],
    engine: {
      ...HONEST,
      access: {
        ...HONEST.access,
        callerOf: (state, user) => ({ ...HONEST.access.callerOf(state, user), mayWrite: true }),
      },
    },
  },
];
