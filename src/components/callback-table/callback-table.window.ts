import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Cut, Piece, Stretch } from './callback-table.pieces.js';
import { Placement } from './callback-table.placement.js';
import type { SeenRow } from './callback-table.placement.js';
import { selectedPlaces } from './callback-table.text-selection.js';
import type { Interaction } from './callback-table.types.js';
import { Viewport } from './callback-table.viewport.js';

export type { Piece } from './callback-table.pieces.js';

/** Rows that a plain table renders all at once; of a longer list it renders what is in sight, as the grid does. */
const WHOLE = 2000;
/** Rows that are printed, at most: browsers take minutes to lay out many more. */
const PRINTED = 5000;

/** What tells rows that are to stay where they are from rows that answer another question. */
export interface RowOrder {
  /** Another object whenever rows came, went or changed places. */
  readonly rows: unknown;
  /** Where the page begins among them. */
  readonly start: number;
  /** Search and sort: other rows that are found for other ones begin anew, while changes leave what is in sight where it is. */
  readonly question: readonly unknown[];
  /** Place of a callback; negative when it is not among the rows. */
  readonly placeOf: (id: string) => number;
}

interface WindowHost extends HTMLElement, ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly hasUpdated: boolean;
  readonly interaction: Interaction;
}

interface RenderedRow {
  readonly place: number;
  readonly row: HTMLTableRowElement;
  details?: HTMLTableRowElement;
}

const UNKNOWN: RowOrder = { rows: undefined, start: 0, question: [], placeOf: () => -1 };

/** Height of a row of one line in pixels, hairline included, as the styles have it. */
export function rowHeightOf(density: string): number {
  if (density === 'compact') return 28;
  return density === 'roomy' ? 44 : 36;
}

/**
 * Which rows of a page are rendered: those in sight and a few around them, whatever the height of each. Gaps keep the room of the
 * others. Where things stand is read when something was scrolled or changed its size, and never while rendering.
 */
export class RowWindow implements ReactiveController {
  readonly #host: WindowHost;
  readonly #viewport: Viewport;
  readonly #placement = new Placement();
  #sizes: ResizeObserver | undefined;
  #gaps: IntersectionObserver | undefined;
  /** Rows and gaps that are observed, and the place each had then. */
  readonly #observed = new Map<Element, number>();
  #frame = 0;
  #count = 0;
  #rowHeight = 0;
  #order = UNKNOWN;
  #drawn: Cut = { rows: { start: 0, end: 0 }, top: 0, height: 0, pinned: undefined, pieces: [] };
  #width = 0;
  #selected: Stretch | undefined;
  #wanted: number | undefined;
  #toScroll = 0;
  #isPrinting = false;

  constructor(host: WindowHost) {
    this.#host = host;
    this.#viewport = new Viewport(host, () => {
      this.#look();
    });
    host.addController(this);
  }

  /** Whether some rows are missing. */
  get isPartial(): boolean {
    const { start, end } = this.#drawn.rows;
    return end - start < this.#count;
  }

  /** Height in pixels of what rows can be seen in: the screen, or the box that scrolls. */
  get sightHeight(): number {
    const { top, bottom } = this.#viewport.extent;
    return bottom - top;
  }

  /**
   * What to render of a page.
   * @param rowHeight height of a row of one line, in pixels
   * @param pinned place of a row that must not be missing because it has the tab stop; negative = none
   */
  pieces(count: number, rowHeight: number, pinned: number, order = UNKNOWN): readonly Piece[] {
    this.#takeHeight(rowHeight);
    this.#takeOrder(count, order);
    if (this.#isWhole) {
      const rows = { start: 0, end: this.#isPrinting ? Math.min(count, PRINTED) : count };
      this.#drawn = { ...this.#drawn, rows, pieces: Array.from({ length: rows.end }, (_, place) => ({ place })) };
    } else {
      this.#placement.assume(window.innerHeight);
      if (this.#wanted !== undefined) this.#placement.goTo(this.#wanted);
      this.#drawn = this.#placement.cut(this.#selected, pinned);
    }
    this.#wanted = undefined;
    return this.#drawn.pieces;
  }

  /** Renders the rows around a place next, so that it can be scrolled to. */
  reveal(place: number): void {
    this.#wanted = place;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#viewport.connect();
    this.#sizes = new ResizeObserver((rows) => {
      this.#resized(rows);
    });
    this.#gaps = new IntersectionObserver((gaps) => {
      if (gaps.some(({ isIntersecting }) => isIntersecting)) this.#surprised();
    });
    document.addEventListener('selectionchange', this.#noteSelection);
    window.addEventListener('beforeprint', this.#print);
    window.addEventListener('afterprint', this.#print);
    if (this.#host.hasUpdated) this.#observe();
  }

  hostUpdated(): void {
    if (this.#toScroll !== 0) this.#viewport.scrollBy(this.#toScroll);
    this.#toScroll = 0;
    this.#observe();
  }

  hostDisconnected(): void {
    this.#viewport.disconnect();
    document.removeEventListener('selectionchange', this.#noteSelection);
    window.removeEventListener('beforeprint', this.#print);
    window.removeEventListener('afterprint', this.#print);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#sizes?.disconnect();
    this.#gaps?.disconnect();
    this.#observed.clear();
  }

  get #isWhole(): boolean {
    return this.#isPrinting || (this.#host.interaction === 'table' && this.#count <= WHOLE);
  }

  get #body(): HTMLTableSectionElement | null {
    return this.#host.renderRoot.querySelector('tbody');
  }

  #takeHeight(rowHeight: number): void {
    if (rowHeight === this.#rowHeight) return;
    this.#rowHeight = rowHeight;
    this.#placement.relayout(rowHeight);
    this.#toScroll += this.#placement.align();
  }

  #takeOrder(count: number, order: RowOrder): void {
    const before = this.#order;
    const areOther = order.rows !== before.rows;
    const isOtherQuestion = order.question.some((value, at) => value !== before.question[at]);
    const hasChanged = areOther || count !== this.#count;
    this.#count = count;
    // Rows may be found later than they are asked for.
    this.#order = areOther ? order : { ...order, question: before.question };
    if (order.start !== before.start || (areOther && isOtherQuestion)) {
      this.#selected = undefined;
      this.#placement.begin(count);
    } else if (hasChanged) {
      const rendered = this.#rows.map(({ place, row }) => ({ place, id: row.dataset.id ?? '' }));
      this.#placement.follow(count, rendered, order.placeOf);
    }
  }

  /**
   * Reads where things stand. Layout has just been settled wherever this is called.
   * @returns whether something has to be rendered for it
   */
  #look(): boolean {
    const body = this.#body;
    const box = body?.getBoundingClientRect();
    const { top, bottom } = this.#viewport.extent;
    if (this.#isWhole || body === null || box === undefined || box.width === 0 || bottom <= top) return false;
    const titles = body.previousElementSibling?.getBoundingClientRect().bottom ?? top;
    const isOtherWidth = this.#width !== 0 && Math.abs(box.width - this.#width) >= 1;
    this.#width = box.width;
    if (isOtherWidth) this.#placement.relayout();
    const scale = scaleOf(body, box.height);
    const sight = {
      top: (top - box.top) / scale,
      height: (bottom - top) / scale,
      covered: Math.max(0, titles - top) / scale,
    };
    const rows = this.#rows.map((row) => seen(row, scale));
    this.#placement.see(sight, rows, this.#drawn);
    if (isOtherWidth) this.#toScroll += this.#placement.align();
    if (this.#placement.isStill(this.#drawn) && this.#toScroll === 0) return false;
    this.#host.requestUpdate();
    return true;
  }

  /** Rendered rows, each with the row of its details. They are told by their order: the next rendering may show others in them. */
  get #rows(): readonly RenderedRow[] {
    const places = this.#drawn.pieces.flatMap((piece) => ('place' in piece ? [piece.place] : []));
    const rows: RenderedRow[] = [];
    for (const row of this.#body?.rows ?? []) {
      if (isGap(row)) continue;
      const last = rows.at(-1);
      if (row.dataset.detail !== undefined && last !== undefined) last.details = row;
      else rows.push({ place: places[rows.length] ?? 0, row });
    }
    return rows.length === places.length ? rows : [];
  }

  #observe(): void {
    const body = this.#body;
    if (this.#frame !== 0 || body === null) return;
    if (this.#isWhole) return;
    for (const row of body.rows) if (isGap(row)) this.#observeAt(row, -1, this.#gaps);
    for (const { place, row, details } of this.#rows) {
      this.#observeAt(row, place, this.#sizes);
      if (details !== undefined) this.#observeAt(details, place, this.#sizes);
    }
  }

  /** Observes anew what stands at another place, to be told of its size there even if it has the one it had elsewhere. */
  #observeAt(row: Element, place: number, observer: ResizeObserver | IntersectionObserver | undefined): void {
    if (this.#observed.get(row) === place) return;
    this.#observed.set(row, place);
    observer?.unobserve(row);
    observer?.observe(row);
  }

  /** Rows rendered now would be reported once more within this frame, which browsers count as an error: they are observed from the next. */
  #resized(rows: readonly ResizeObserverEntry[]): void {
    for (const { target } of rows) if (!target.isConnected) this.#forget(target);
    if (!this.#look() || this.#frame !== 0) return;
    for (const row of this.#observed.keys()) this.#forget(row);
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#observe();
    });
  }

  #forget(row: Element): void {
    this.#observed.delete(row);
    this.#sizes?.unobserve(row);
    this.#gaps?.unobserve(row);
  }

  /** A gap came into sight although nothing was scrolled that is known of. */
  #surprised(): void {
    this.#viewport.connect();
    this.#look();
  }

  readonly #noteSelection = ({ target }: Event): void => {
    // What changes in a field is no selection of rows, and to look for one costs a layout.
    if (target !== document) return;
    const { renderRoot } = this.#host;
    if (!(renderRoot instanceof ShadowRoot)) return;
    const rows = this.#rows;
    this.#selected = selectedPlaces(
      renderRoot,
      (element) => rows.find(({ row, details }) => row === element || details === element)?.place,
    );
  };

  /** What is printed must be there before the event is over: the update follows at once. */
  readonly #print = ({ type }: Event): void => {
    this.#isPrinting = type === 'beforeprint';
    this.#host.requestUpdate();
  };
}

function isGap(row: Element): boolean {
  return row.classList.contains('gap');
}

/** How much larger an element is on the screen than in its page, which may be zoomed or scaled down. */
function scaleOf(element: HTMLElement, height: number): number {
  const scale = height / element.offsetHeight;
  // Less is but the rounding of the one height.
  return Math.abs(scale - 1) > 0.01 ? scale : 1;
}

function seen({ place, row, details }: RenderedRow, scale: number): SeenRow {
  const ordinary = row.getBoundingClientRect().height / scale;
  const more = details === undefined ? 0 : details.getBoundingClientRect().height / scale;
  return { place, height: ordinary + more, ordinary };
}
