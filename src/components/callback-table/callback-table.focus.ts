import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A cell by what it belongs to: it outlives a re-render, a refresh, a sort. */
interface Place {
  /** Key of the row, as {@link keyOf} makes it. */
  readonly row: string;
  readonly column: number;
}

export type Step =
  | { readonly rows: number }
  | { readonly columns: 1 | -1 }
  | { readonly to: 'row-start' | 'row-end' | 'grid-start' | 'grid-end' };

interface FocusHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Where callbacks stand on the page. */
interface Places {
  readonly pageLength: number;
  placeOf(id: string): number;
  recordAt(place: number): { readonly id: string };
}

const HEAD = 'head:';

/**
 * Roving focus of the grid: exactly one tab stop, which stays with its callback through every change. A cell with one control lends it
 * its focus; a cell of text takes it itself. When the row under the focus disappears, the focus goes to the same column of the next one.
 */
export class GridFocus implements ReactiveController {
  readonly #host: FocusHost;
  readonly #lost: (row: HTMLTableRowElement) => void;
  #place: Place | undefined;
  /** Rows as they were last seen, to find a neighbour of one that disappeared. */
  #rows: readonly string[] = [];
  #hadFocus = false;
  /** Until somebody has been in the grid, the tab stop is simply its first row. */
  #isVisited = false;
  #lastPlace = -1;
  /** The callback under the focus is gone, and another has taken its place out of sight. */
  #isFollowing = false;
  #wanted: { readonly id: string; readonly column: number } | undefined;

  /** @param lost told about the row that took the focus of one that disappeared */
  constructor(host: FocusHost, lost: (row: HTMLTableRowElement) => void) {
    this.#host = host;
    this.#lost = lost;
    host.addController(this);
  }

  /** The row that has the tab stop; undefined when it is the header or none. */
  get rowId(): string | undefined {
    return this.#isVisited ? this.#row(this.#place?.row)?.dataset.id : undefined;
  }

  /** Whether the tab stop is in the details of a row. */
  get isInDetail(): boolean {
    return this.#place?.row.startsWith('detail:') === true;
  }

  /** The cell that has the tab stop. */
  get cell(): HTMLTableCellElement | undefined {
    const row = this.#row(this.#place?.row);
    return row === undefined ? undefined : cellAt(row, this.#place?.column ?? 0);
  }

  /**
   * Place of the row that has the tab stop; negative when it is none. When its callback is gone from far out of sight, whatever stands
   * at its place now takes its place, and nothing is scrolled for that.
   */
  placeIn(places: Places): number {
    const id = this.rowId;
    const place = id === undefined ? -1 : places.placeOf(id);
    if (place < 0 && id !== undefined && this.#isAlone && this.#lastPlace >= 0 && places.pageLength > 0) {
      this.#lastPlace = Math.min(this.#lastPlace, places.pageLength - 1);
      this.#place = { row: `row:${places.recordAt(this.#lastPlace).id}`, column: this.#place?.column ?? 0 };
      this.#isFollowing = true;
      return this.#lastPlace;
    }
    this.#lastPlace = place;
    return place;
  }

  hostUpdate(): void {
    this.#hadFocus = this.#grid?.contains(this.#active) === true;
  }

  hostUpdated(): void {
    if (this.#takeWish() || this.#grid === null) return;
    const known = this.#isVisited ? this.#row(this.#place?.row) : undefined;
    const row = known ?? this.#neighbour();
    this.#rows = this.#allRows().map(keyOf);
    if (row === undefined) return;
    const wasGone = known === undefined && this.#place !== undefined;
    const isFollowing = this.#isFollowing;
    this.#isFollowing = false;
    const target = this.#settle(row, this.#place?.column ?? 0);
    // A row that is used again for another callback takes nothing along: the focus stays with its own.
    if (!this.#hadFocus) return;
    if (isFollowing) target?.focus({ preventScroll: true });
    else if (target?.contains(this.#active) !== true) this.#focus(row, this.#place?.column ?? 0);
    if (wasGone || isFollowing) this.#lost(row);
  }

  /** Takes note of where a click or a script put the focus. */
  note(target: Element): void {
    const cell = target.closest<HTMLTableCellElement>('td, th');
    const row = cell?.closest('tr');
    if (cell === null || row === null || row === undefined || this.#grid === null) return;
    this.#isVisited = true;
    this.#settle(row, row.cells.length === 1 ? (this.#place?.column ?? 0) : cell.cellIndex);
  }

  /** Puts the focus on a row after the next rendering, in the column where it was unless another is named. */
  wish(id: string, column = this.#place?.column ?? 0): void {
    this.#wanted = { id, column };
  }

  /** Moves the focus; it stays where it is at an edge. */
  move(step: Step): void {
    const rows = this.#allRows();
    const at = rows.findIndex((row) => keyOf(row) === this.#place?.row);
    const row = rows[at];
    if (row === undefined) return;
    const column = this.#place?.column ?? 0;
    if ('rows' in step) {
      // A screenful up ends at the first row; only a single step goes on to the titles.
      const least = step.rows < -1 && at > 1 ? 1 : 0;
      const next = rows[Math.min(Math.max(at + step.rows, least), rows.length - 1)];
      if (next !== undefined) this.#focus(next, column);
    } else if ('columns' in step) {
      const next = Math.min(column, row.cells.length - 1) + step.columns;
      if (next >= 0 && next < row.cells.length) this.#focus(row, next);
    } else if (step.to === 'row-start' || step.to === 'row-end') {
      this.#focus(row, step.to === 'row-start' ? 0 : row.cells.length - 1);
    } else {
      const target = step.to === 'grid-start' ? rows[0] : rows.at(-1);
      if (target !== undefined) this.#focus(target, step.to === 'grid-start' ? 0 : target.cells.length - 1);
    }
  }

  /** Whether the rows that follow the tab stop, or come before it, are not in the document. */
  isBesideGap(direction: number): boolean {
    const row = this.#row(this.#place?.row);
    const below = row?.parentElement?.localName === 'thead' ? this.#grid?.tBodies[0]?.rows[0] : row?.nextElementSibling;
    return (direction > 0 ? below : row?.previousElementSibling)?.classList.contains('gap') === true;
  }

  /** Puts the focus back on the cell that has the tab stop, for example after a control inside its details. */
  focusCell(): void {
    const row = this.#row(this.#place?.row);
    if (row !== undefined) this.#focus(row, this.#place?.column ?? 0);
  }

  /** Puts the focus on the row to which open details belong. */
  focusRowOf(id: string): void {
    const row = this.#row(`row:${id}`);
    if (row !== undefined) this.#focus(row, this.#place?.column ?? 0);
  }

  #takeWish(): boolean {
    const wish = this.#wanted;
    this.#wanted = undefined;
    const row = wish === undefined ? undefined : this.#row(`row:${wish.id}`);
    if (wish === undefined || row === undefined) return false;
    this.#rows = this.#allRows().map(keyOf);
    if (this.#grid === null) row.querySelector<HTMLElement>('input, button')?.focus();
    else this.#focus(row, wish.column);
    return true;
  }

  /** Whether the row of the tab stop is rendered only because it has that. */
  get #isAlone(): boolean {
    return this.isBesideGap(1) && (this.isBesideGap(-1) || this.#lastPlace === 0);
  }

  get #grid(): HTMLTableElement | null {
    return this.#host.renderRoot.querySelector('table[role="grid"]');
  }

  get #active(): Element | null {
    const root = this.#host.renderRoot;
    return root instanceof ShadowRoot ? root.activeElement : null;
  }

  #allRows(): readonly HTMLTableRowElement[] {
    const table = this.#host.renderRoot.querySelector('table');
    return [...(table?.rows ?? [])].filter((row) => row.getAttribute('role') === 'row');
  }

  #row(key: string | undefined): HTMLTableRowElement | undefined {
    return key === undefined ? undefined : this.#allRows().find((row) => keyOf(row) === key);
  }

  /** The nearest row after the one that is gone, else before it, else the first one. */
  #neighbour(): HTMLTableRowElement | undefined {
    const rows = this.#allRows();
    const present = new Map(rows.map((row) => [keyOf(row), row] as const));
    const at = this.#isVisited ? this.#rows.indexOf(this.#place?.row ?? '') : -1;
    const candidates = [...this.#rows.slice(at + 1), ...this.#rows.slice(0, Math.max(at, 0)).reverse()];
    const near = at === -1 ? undefined : candidates.find((key) => key !== HEAD && present.has(key));
    return (near === undefined ? undefined : present.get(near)) ?? rows[1] ?? rows[0];
  }

  #focus(row: HTMLTableRowElement, column: number): void {
    const target = this.#settle(row, column);
    target?.focus({ preventScroll: true });
    // The row, and not the cell: it is the row that keeps clear of the titles and the pager.
    row.scrollIntoView({ block: 'nearest' });
    // Rows that come into view take their real height only now, and may push this one away again.
    requestAnimationFrame(() => {
      if (target !== undefined && target === this.#active) row.scrollIntoView({ block: 'nearest' });
    });
  }

  /** Makes one cell the only tab stop. In a row with fewer cells the column is kept in mind. */
  #settle(row: HTMLTableRowElement, column: number): HTMLElement | undefined {
    const cell = cellAt(row, column);
    if (cell === undefined) return undefined;
    const target = focusTarget(cell);
    for (const other of this.#grid?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? []) {
      if (other !== target) other.tabIndex = -1;
    }
    target.tabIndex = 0;
    this.#place = { row: keyOf(row), column: row.cells.length === 1 ? column : cell.cellIndex };
    return target;
  }
}

function keyOf(row: HTMLTableRowElement): string {
  const { id, detail } = row.dataset;
  if (id === undefined) return HEAD;
  return `${detail === undefined ? 'row' : 'detail'}:${id}`;
}

function cellAt(row: HTMLTableRowElement, column: number): HTMLTableCellElement | undefined {
  return row.cells[Math.min(column, row.cells.length - 1)];
}

/** A cell with exactly one control lends it its focus; the details hold more than a control, so they take it themselves. */
function focusTarget(cell: HTMLTableCellElement): HTMLElement {
  if (cell.parentElement?.dataset.detail !== undefined) return cell;
  return cell.querySelector<HTMLElement>('input, button') ?? cell;
}
