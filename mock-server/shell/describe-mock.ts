import type { ServiceSummary } from '../../src/domain/service.js';
import { splitList } from '../../src/domain/keys.js';
import { applicationOptionOf, lookupKeysOf, optionOf, serviceNames } from '../engine/engine.js';
import type { EngineState } from '../engine/engine.js';

/** What the mock is and allows, from its options (GMS reference, application options). */
export interface MockDescription {
  readonly services: readonly ServiceSummary[];
  readonly unavailable: Readonly<Record<string, never>>;
  readonly features: { readonly bulkCancelAndExport: boolean; readonly additionalColumns: boolean };
  readonly columnAliases: Readonly<Record<string, string>>;
  readonly lookupKeys: readonly string[];
  readonly serverTime: number;
}

export function describeMock(state: EngineState): MockDescription {
  const names = serviceNames(state);
  const isOff = (option: string): boolean => applicationOptionOf(state, 'features', option) === 'true';
  return {
    services: names.map((name) => summaryOf(state, name)),
    unavailable: {},
    features: {
      bulkCancelAndExport: !isOff('disable-bulk-cancel-and-export-callback'),
      additionalColumns: !isOff('disable-additional-columns-from-callbacks'),
    },
    columnAliases: readAliases(applicationOptionOf(state, 'callback', 'callback_column_alias')),
    lookupKeys: [...new Set(names.flatMap((name) => lookupKeysOf(state, name)))],
    serverTime: state.now,
  };
}

function summaryOf(state: EngineState, name: string): ServiceSummary {
  // Only the service's own virtual queue counts: one that comes with the request is the request's.
  const virtualQueue = state.settings.services.get(name)?._urs_virtual_queue;
  return {
    name,
    groups: splitList(optionOf(state, name, '_service_groups')),
    waitsForUserConfirm: optionOf(state, name, '_wait_for_user_confirm') === 'true',
    ...(virtualQueue !== undefined && virtualQueue !== '' && { virtualQueue }),
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
