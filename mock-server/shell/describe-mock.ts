import type { ServiceSummary } from '../../src/domain/service.js';
import { splitList } from '../../src/domain/keys.js';
import {
  applicationFlagOf,
  applicationOptionOf,
  flagOption,
  lookupKeysOf,
  numberPolicyOf,
  optionOf,
  personOf,
  serviceNames,
  spanOption,
} from '../engine/engine.js';
import type { EngineState, Person } from '../engine/engine.js';
import { allowsBulk, callerOf, isPermitted } from './access/rules.js';
import type { Caller } from './access/rules.js';

/** What the mock is and allows, from its options (GMS reference, application options). */
export interface MockDescription {
  readonly services: readonly ServiceSummary[];
  /** What the person may not do, with the reason in words. */
  readonly unavailable: Readonly<Partial<Record<WritingCall, string>>>;
  readonly features: { readonly bulkCancelAndExport: boolean; readonly additionalColumns: boolean };
  readonly columnAliases: Readonly<Record<string, string>>;
  readonly lookupKeys: readonly string[];
  /** Absent when nobody asks in particular, or the mock was never told of that person. */
  readonly permissions?: Person;
  readonly serverTime: number;
}

const WRITING_CALLS = [
  'create',
  'reschedule',
  'rescheduleCompleted',
  'updateProperties',
  'cancel',
  'cancelMany',
] as const;

type WritingCall = (typeof WRITING_CALLS)[number];

/** @param user name of the person who asks; absent = nobody in particular, who may do and see everything */
export function describeMock(state: EngineState, user?: string): MockDescription {
  const person = user === undefined ? undefined : personOf(state, user);
  const summaries = serviceNames(state)
    .map((name) => summaryOf(state, name))
    .filter(({ name }) => isPermitted(state, person, name));
  const names = summaries.map(({ name }) => name);
  const isOff = (option: string): boolean => applicationFlagOf(state, 'features', option);
  return {
    services: summaries,
    unavailable: forbiddenTo(callerOf(state, user)),
    features: {
      bulkCancelAndExport: allowsBulk(state),
      additionalColumns: !isOff('disable-additional-columns-from-callbacks'),
    },
    columnAliases: readAliases(applicationOptionOf(state, 'callback', 'callback_column_alias')),
    lookupKeys: [...new Set(names.flatMap((name) => lookupKeysOf(state, name)))],
    ...(person !== undefined && { permissions: person }),
    serverTime: state.now,
  };
}

function forbiddenTo({ mayWrite }: Caller): MockDescription['unavailable'] {
  if (mayWrite) return {};
  return Object.fromEntries(WRITING_CALLS.map((call) => [call, 'Your role only allows looking at callbacks.']));
}

function summaryOf(state: EngineState, name: string): ServiceSummary {
  // Only the service's own virtual queue counts: one that comes with the request is the request's.
  const virtualQueue = state.settings.services.get(name)?._urs_virtual_queue;
  const reach = spanOption(state.settings, name, '_reject_future_desired_time');
  return {
    name,
    groups: splitList(optionOf(state, name, '_service_groups')),
    waitsForUserConfirm: flagOption(state.settings, name, '_wait_for_user_confirm'),
    ...(virtualQueue !== undefined && virtualQueue !== '' && { virtualQueue }),
    numbers: numberPolicyOf(state.settings, name),
    ...(reach !== undefined && { reach }),
  };
}

/** An alias list that cannot be read gives no alias: it is configuration, and the callbacks are still there. */
function readAliases(text: string | undefined): Readonly<Record<string, string>> {
  try {
    const aliases = JSON.parse(text ?? '{}') as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      Object.entries(aliases).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}
