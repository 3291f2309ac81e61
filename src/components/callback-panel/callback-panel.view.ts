import { CALLBACK_STATES } from '../../domain/callback.js';
import type { CallbackState } from '../../domain/callback.js';
import { createQuery, MAXIMUM_RECORDS } from '../../domain/query.js';
import type { CallbackQuery } from '../../domain/query.js';
import { dayRange, daysOf, isRangePreset, presetRange, savedRange } from '../../domain/time-range.js';
import type { DayRange, SavedRange, TimeRange } from '../../domain/time-range.js';
import { defaultAdvancedOptions } from '../advanced-options/advanced-options.types.js';
import type { AdvancedOptions } from '../advanced-options/advanced-options.types.js';
import type { PanelRange, PanelView } from './callback-panel.types.js';

const TODAY: PanelRange = Object.freeze({ preset: 'today' });

/** The view of a page that nobody has touched. */
export const DEFAULT_VIEW: PanelView = Object.freeze({
  range: TODAY,
  options: defaultAdvancedOptions,
  search: Object.freeze({ field: 'customerNumber', text: '' }),
  sort: Object.freeze([Object.freeze({ field: 'desiredTime', direction: 'ascending' } as const)]),
  page: 1,
  pageSize: 250,
});

/** What bounds of a range depend on besides the range itself. */
export interface RangeContext {
  /** The server's clock, in epoch milliseconds. */
  readonly now: number;
  /** IANA zone in which days begin. */
  readonly zone: string;
  readonly saved: readonly SavedRange[];
}

/** Bounds of a range. One that names nothing known, or two days that are no range, means today. */
export function boundsOf(range: PanelRange, { now, zone, saved }: RangeContext): TimeRange {
  if ('preset' in range) return presetRange(range.preset, now, zone);
  if ('saved' in range) {
    const found = saved.find(({ id }) => id === range.saved);
    return found === undefined ? presetRange('today', now, zone) : savedRange(found, now, zone);
  }
  const bounds = dayRange(range, zone);
  return 'problem' in bounds ? presetRange('today', now, zone) : bounds;
}

/** Whether a range names nothing that is known here, so that another one is listed in its place. */
export function isUnknown(range: PanelRange, saved: readonly SavedRange[]): boolean {
  return 'saved' in range && !saved.some(({ id }) => id === range.saved);
}

/** The word of the `range` attribute for a range: a preset, `custom`, or the id of a saved range. */
export function rangeName(range: PanelRange): string {
  if ('preset' in range) return range.preset;
  return 'saved' in range ? range.saved : 'custom';
}

/** The range a word of the `range` attribute names. `custom` keeps the days that are shown now. */
export function rangeNamed(name: string, present: PanelRange, context: RangeContext): PanelRange {
  if (isRangePreset(name)) return { preset: name };
  return name === 'custom' ? toDays(present, context) : { saved: name };
}

/** The days of a range, to begin a custom one with. */
export function toDays(range: PanelRange, context: RangeContext): DayRange {
  return 'from' in range ? range : daysOf(boundsOf(range, context), context.zone);
}

/** The question a view asks of a server, by those services the person may see. */
export function queryOf(
  view: PanelView,
  permitted: readonly string[] | undefined,
  context: RangeContext,
): CallbackQuery {
  const { states, services, maximumPerService } = view.options;
  return createQuery({
    range: boundsOf(view.range, context),
    states,
    services: services.length > 0 ? services : (permitted ?? []),
    maximumPerService,
  });
}

/**
 * Reads a view from whatever a host page, an address or a storage holds: members that are missing or make no sense are those of `base`.
 */
export function readView(value: unknown, base: PanelView = DEFAULT_VIEW): PanelView {
  if (!isObject(value)) return base;
  return Object.freeze({
    range: readRange(value.range) ?? base.range,
    options: readOptions(value.options, base.options),
    search: readSearch(value.search) ?? base.search,
    sort: readSort(value.sort) ?? base.sort,
    page: readWhole(value.page, 1) ?? base.page,
    pageSize: readWhole(value.pageSize, 0) ?? base.pageSize,
  });
}

function readRange(value: unknown): PanelRange | undefined {
  if (!isObject(value)) return undefined;
  const { preset, saved, from, to } = value;
  if (typeof preset === 'string' && isRangePreset(preset)) return { preset };
  if (typeof saved === 'string') return { saved };
  return isDay(from) && isDay(to) ? { from, to } : undefined;
}

function readOptions(value: unknown, base: AdvancedOptions): AdvancedOptions {
  if (!isObject(value)) return base;
  const { states, services, maximumPerService, serviceIdColumn } = value;
  const maximum = readWhole(maximumPerService, 1);
  return {
    states: Array.isArray(states) ? states.filter(isState) : base.states,
    services: isTexts(services) ? services : base.services,
    maximumPerService: maximum !== undefined && maximum <= MAXIMUM_RECORDS ? maximum : base.maximumPerService,
    serviceIdColumn: typeof serviceIdColumn === 'boolean' ? serviceIdColumn : base.serviceIdColumn,
  };
}

function readSearch(value: unknown): PanelView['search'] | undefined {
  if (!isObject(value)) return undefined;
  const { field, text } = value;
  return typeof field === 'string' && typeof text === 'string' ? { field, text } : undefined;
}

function readSort(value: unknown): PanelView['sort'] | undefined {
  if (!Array.isArray(value)) return undefined;
  const keys = value.filter(isSortKey).map(({ field, direction }) => ({ field, direction }));
  return keys.length === 0 && value.length > 0 ? undefined : keys;
}

function readWhole(value: unknown, least: number): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? value : undefined;
}

function isSortKey(value: unknown): value is PanelView['sort'][number] {
  if (!isObject(value)) return false;
  return typeof value.field === 'string' && (value.direction === 'ascending' || value.direction === 'descending');
}

function isState(value: unknown): value is CallbackState {
  return (CALLBACK_STATES as readonly unknown[]).includes(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
