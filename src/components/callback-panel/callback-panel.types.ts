import type { AdvancedOptions } from '../advanced-options/advanced-options.types.js';
import type { SearchValue, SortKey } from '../callback-table/callback-table.types.js';
import type { DayRange, RangePreset, SavedRange } from '../../domain/time-range.js';
import type { ServerFeatures } from '../../transport/callback-transport.js';

/** What the person in front of the page may do (GMS reference, roles). An administrator may do whatever a supervisor may. */
export type PanelRole = 'Supervisor' | 'Administrator' | 'CallbackReadOnly';

/** What a host page knows better than the server. What is absent is taken from the transport's description. */
export interface PanelConfiguration {
  readonly features?: Partial<ServerFeatures>;
  /** Titles of columns, by property. One alias makes a column of its own, several make the column Custom Fields. */
  readonly columnAliases?: Readonly<Record<string, string>>;
  /** Properties by which a callback can be found; they are editable when a completed callback is scheduled again. */
  readonly lookupKeys?: readonly string[];
  readonly role?: PanelRole;
  /** Names of services or of virtual groups; callbacks of other services are never shown. Absent = what the server tells, else every service. */
  readonly permittedServices?: readonly string[];
  /** Properties that the editor offers by name. */
  readonly knownProperties?: readonly string[];
  /** Named ranges at the bottom of the range selector. */
  readonly savedRanges?: readonly SavedRange[];
}

/** Which time the list covers: a preset, two days (both whole), or a saved range by its id. */
export type PanelRange = { readonly preset: RangePreset } | DayRange | { readonly saved: string };

/** Everything a user can set, as one plain value that survives JSON: for addresses that are shared and views that are kept. */
export interface PanelView {
  readonly range: PanelRange;
  readonly options: AdvancedOptions;
  readonly search: SearchValue;
  readonly sort: readonly SortKey[];
  /** 1-based. */
  readonly page: number;
  /** Rows per page; 0 shows one continuous list. */
  readonly pageSize: number;
}
