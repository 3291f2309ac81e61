import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';
import type { CallbackRecord } from '../../domain/callback.js';
import { element } from '../../internal/element.js';
import type { RowContext, RowState } from './callback-table.row-types.js';
import { RowView } from './callback-table.row-view.js';
import type { Piece } from './callback-table.window.js';

/** What the rows show. */
export interface RowsState {
  /** Rows to render and gaps between them. */
  readonly pieces: readonly Piece[];
  /** Place of the row that has the tab stop; negative = none. */
  readonly pinned: number;
  readonly context: RowContext;
  readonly recordAt: (place: number) => CallbackRecord;
  readonly stateAt: (place: number, record: CallbackRecord) => RowState;
}

/** Rows kept for later when there are fewer to show: a screenful. */
const SPARE_ROWS = 60;

/**
 * The rows of the table. They are made once and used again for whatever is in sight: a row that stays at its place stays the same
 * element, and the row that has the focus is never taken out of the document while its callback is shown.
 */
export class Rows {
  #context: RowContext | undefined;
  #shown = new Map<number, RowView>();
  #spare: RowView[] = [];
  #gaps: HTMLTableRowElement[] = [];

  /** The callbacks that are shown now. */
  get shownIds(): ReadonlySet<string> {
    return new Set(Array.from(this.#shown.values(), ({ id }) => id ?? ''));
  }

  /** Draws into the body of the table. */
  draw(body: HTMLTableSectionElement, state: RowsState): void {
    if (state.context !== this.#context) this.#clear(body, state.context);
    const focused = this.#focusedIn(body);
    const { views, isReordered } = this.#assign(state, focused);
    const wanted: HTMLTableRowElement[] = [];
    for (const piece of state.pieces) {
      if ('gap' in piece) {
        wanted.push(this.#gap(piece.slot, piece.gap));
        continue;
      }
      const view = views.get(piece.place) as RowView;
      const record = state.recordAt(piece.place);
      view.show(record, state.stateAt(piece.place, record));
      wanted.push(...view.elements);
    }
    if (isReordered) for (const view of views.values()) if (this.#hasMoved(view, views)) detach(view, focused);
    this.#shown = views;
    arrange(body, wanted, focused?.element);
  }

  #clear(body: HTMLTableSectionElement, context: RowContext): void {
    this.#context = context;
    this.#shown = new Map();
    this.#spare = [];
    body.replaceChildren();
  }

  #focusedIn(body: HTMLTableSectionElement): RowView | undefined {
    const root = body.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : null;
    if (active === null || !body.contains(active)) return undefined;
    return [...this.#shown.values()].find((view) => view.elements.some((row) => row.contains(active)));
  }

  /** Who shows what: each place keeps its row, the focused callback keeps its own, and the others take what is free, in their order. */
  #assign({ pieces, pinned, recordAt, context }: RowsState, focused: RowView | undefined): Assignment {
    const places = pieces.flatMap((piece) => ('gap' in piece ? [] : [piece.place]));
    const views = new Map<number, RowView>();
    const keeps = focused !== undefined && places.includes(pinned) && recordAt(pinned).id === focused.id;
    if (keeps) views.set(pinned, focused);
    const wanted = new Set(places);
    const free: RowView[] = [];
    for (const [place, view] of this.#shown) {
      if (keeps && view === focused) continue;
      if (wanted.has(place) && !views.has(place)) views.set(place, view);
      else free.push(view);
    }
    const isReordered = views.size > 0 && free.length > 0;
    const pool = [...free, ...this.#spare];
    for (const place of places) if (!views.has(place)) views.set(place, pool.shift() ?? new RowView(context));
    this.#spare = pool.slice(0, SPARE_ROWS);
    return { views: new Map([...views].sort(([a], [b]) => a - b)), isReordered };
  }

  #hasMoved(view: RowView, views: ReadonlyMap<number, RowView>): boolean {
    for (const [place, other] of this.#shown) if (other === view) return views.get(place) !== view;
    return false;
  }

  /** Keeps the room of rows that are not rendered. Its height is an attribute, because the page policy allows no style. */
  #gap(slot: number, height: number): HTMLTableRowElement {
    const gap = (this.#gaps[slot] ??= element(
      'tr',
      { class: 'gap', role: 'presentation', 'aria-hidden': 'true' },
      element('td'),
    ));
    const text = String(height);
    const cell = gap.cells[0] as HTMLTableCellElement;
    if (cell.getAttribute('height') !== text) cell.setAttribute('height', text);
    return gap;
  }
}

interface Assignment {
  readonly views: Map<number, RowView>;
  /** Whether rows that stay and rows that move stand side by side. */
  readonly isReordered: boolean;
}

function detach(view: RowView, focused: RowView | undefined): void {
  if (view !== focused) for (const row of view.elements) row.remove();
}

/** Brings the rows of a body into an order with as few moves as that takes, and none of the row that has the focus. */
function arrange(
  body: HTMLTableSectionElement,
  wanted: readonly HTMLTableRowElement[],
  still?: HTMLTableRowElement,
): void {
  const kept = new Set<Element>(wanted);
  for (const row of [...body.children]) if (!kept.has(row)) row.remove();
  const middle = still === undefined ? -1 : wanted.indexOf(still);
  let next: Element | null = middle === -1 ? null : (wanted[middle] as Element);
  for (const row of wanted.slice(0, middle === -1 ? wanted.length : middle).reverse()) {
    if (row.nextSibling !== next || row.parentNode !== body) body.insertBefore(row, next);
    next = row;
  }
  if (middle === -1) return;
  let last = wanted[middle] as Element;
  for (const row of wanted.slice(middle + 1)) {
    if (last.nextSibling !== row) body.insertBefore(row, last.nextSibling);
    last = row;
  }
}

class RowsDirective extends Directive {
  override render(rows: Rows, state: RowsState): unknown {
    return [rows, state];
  }

  override update({ element: body }: ElementPart, [rows, state]: [Rows, RowsState]): void {
    rows.draw(body as HTMLTableSectionElement, state);
  }
}

/** Draws rows into the body that it stands in. */
export const drawRows = directive(RowsDirective);
