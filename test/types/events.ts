/** Compiles only while every event has its type in the platform's own map. Nothing here runs. */
import type { CallbackErrorCode } from '../../src/domain/errors.js';
import type {} from '../../src/components/callback-panel/callback-panel.events.js';
import type {} from '../../src/components/callback-table/callback-table.events.js';
import type {} from '../../src/components/report-dialog/report-dialog.events.js';
import type {} from '../../src/internal/request-events.js';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Detail<Name extends keyof GlobalEventHandlersEventMap> =
  GlobalEventHandlersEventMap[Name] extends CustomEvent<infer D> ? D : never;

/** Fails to compile unless its argument is the type `true`. */
function holds<T extends true>(): T | undefined {
  return undefined;
}

// Values a person changed: the detail is the complete new value.
holds<Equal<Detail<'callback-search-change'>['search'], { readonly field: string; readonly text: string }>>();
holds<Equal<Detail<'callback-page-change'>, { readonly page: number; readonly pageSize: number }>>();
holds<Equal<Detail<'callback-selection-change'>['selectedIds'], ReadonlySet<string>>>();
holds<Equal<Detail<'callback-expansion-change'>['expandedIds'], ReadonlySet<string>>>();
holds<Equal<Detail<'callback-sort-change'>['sort'][number]['direction'], 'ascending' | 'descending'>>();
holds<Equal<keyof Detail<'callback-view-change'>, 'view'>>();

// Wishes.
holds<Equal<Detail<'callback-create-request'>['stage'], 'open' | 'submit'>>();
holds<Equal<Detail<'callback-edit-request'>['id'], string>>();
holds<Equal<Detail<'callback-cancel-request'>['ids'], readonly string[]>>();
holds<Equal<Detail<'callback-diagnostics-request'>['id'], string>>();
holds<Equal<Detail<'report-request'>['report'], 'cancelled' | 'summary'>>();

// Facts.
holds<Equal<Detail<'callback-created'>['id'], string>>();
holds<Equal<Detail<'callback-updated'>['id'], string>>();
holds<Equal<Detail<'callback-cancelled'>['ids'], readonly string[]>>();
holds<Equal<Detail<'callback-failure'>['code'], CallbackErrorCode>>();
holds<Equal<Detail<'callback-loaded'>['count'], number>>();
holds<Equal<keyof Detail<'callback-bulk-finished'>, 'done' | 'skipped' | 'failed'>>();
holds<Equal<Detail<'report-ready'>['fileName'], string>>();

/** A listener knows its event without a cast. */
export function listen(element: HTMLElement): void {
  element.addEventListener('callback-selection-change', (event) => {
    const ids: ReadonlySet<string> = event.detail.selectedIds;
    // @ts-expect-error -- details cannot be assigned.
    event.detail.selectedIds = ids;
  });
}

/** No event tells a phone number. */
type Names = Extract<
  keyof GlobalEventHandlersEventMap,
  `callback-${string}` | `report-${string}` | `service-${string}`
>;
type DetailKeys = { [Name in Names]: keyof Detail<Name> }[Names];
holds<Equal<Extract<DetailKeys, 'customerNumber' | 'record' | 'records'>, never>>();
