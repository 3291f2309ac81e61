import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Positions on the page, from `start` up to but not including `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is rendered, in order: rows by their place, and gaps by how many rows are missing. */
export type Piece = { readonly place: number } | { readonly gap: number; readonly slot: number };

/** Up to so many rows are simply all there; `content-visibility` keeps those out of sight cheap. */
const ALL_ROWS = 600;
/** Rows rendered beyond either edge of what is seen. */
const SPARE = 25;
/** Rows rendered before anything is known of the screen. */
const FIRST = 60;
/** How near the rendered rows' edge may come, in pixels, before more are rendered. */
const MARGIN = '600px 0px';

/** Height of a row of one line in pixels, hairline included, as the styles have it. */
export function rowHeightOf(density: string): number {
  if (density === 'compact') return 28;
  return density === 'roomy' ? 44 : 36;
}

interface WindowHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Which rows of a long list are rendered: those in sight and some around them. The gaps are empty rows of the height that the missing
 * rows would have; when one comes near the screen, its rows are rendered.
 */
export class RowWindow implements ReactiveController {
  readonly #host: WindowHost;
  #observer: IntersectionObserver | undefined;
  #frame = 0;
  #count = 0;
  #pinned = -1;
  #height = 0;
  #stretch: Stretch = { start: 0, end: FIRST };
  #rendered: Stretch = this.#stretch;

  constructor(host: WindowHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Height that a missing row is taken to have, in pixels. */
  get rowHeight(): number {
    return this.#height;
  }

  /**
   * What to render of a page; all of it where that is cheap.
   * @param pinned place of a row that must not be missing because it has the tab stop; negative = none
   */
  pieces(count: number, rowHeight: number, pinned: number): readonly Piece[] {
    if (count !== this.#count || this.#height === 0) this.#height = rowHeight;
    this.#count = count;
    this.#pinned = pinned;
    const size = this.#stretch.end - this.#stretch.start;
    const start = Math.max(0, Math.min(this.#stretch.start, count - size));
    this.#rendered = this.isPartial ? { start, end: Math.min(start + size, count) } : { start: 0, end: count };
    return cut(count, this.#rendered, pinned);
  }

  /** Whether some rows are missing. */
  get isPartial(): boolean {
    return this.#count > ALL_ROWS;
  }

  /** Renders the rows around a position next. */
  reveal(position: number): void {
    if (!this.isPartial) return;
    this.#show({ start: position - FIRST / 2, end: position + FIRST / 2 });
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#watch();
      },
      { rootMargin: MARGIN },
    );
  }

  hostUpdated(): void {
    this.#observer?.disconnect();
    for (const gap of this.#gaps()) this.#observer?.observe(gap);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Looks once per frame for as long as a gap is near: a dragged scroll bar passes many gaps' worth of rows without leaving one. */
  #watch(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const seen = this.#seen();
      if (seen === undefined) return;
      this.#show({ start: seen.start - SPARE, end: seen.end + SPARE });
      if (this.#gaps().some(isNear)) this.#watch();
    });
  }

  #show({ start, end }: Stretch): void {
    const next = { start: Math.max(0, Math.floor(start)), end: Math.min(this.#count, Math.ceil(end)) };
    if (next.start === this.#stretch.start && next.end === this.#stretch.end) return;
    this.#stretch = next;
    this.#host.requestUpdate();
  }

  /** Positions in sight: by the rendered rows where they fill the screen, else by the height that rows are taken to have. */
  #seen(): Stretch | undefined {
    const body = this.#host.renderRoot.querySelector('tbody');
    if (body === null || this.#height === 0) return undefined;
    const rendered = this.#renderedBox();
    const rows = Math.ceil(window.innerHeight / this.#height);
    const isInside = rendered !== undefined && rendered.top <= 0 && rendered.bottom >= 0;
    const first = isInside
      ? this.#rendered.start - rendered.top / rendered.rowHeight
      : -body.getBoundingClientRect().top / this.#height;
    const start = Math.max(0, Math.min(first, this.#count - rows));
    return { start, end: start + rows };
  }

  #renderedBox(): { readonly top: number; readonly bottom: number; readonly rowHeight: number } | undefined {
    const { start, end } = this.#rendered;
    const all = [...this.#host.renderRoot.querySelectorAll('tr.row')];
    const rows = all.slice(this.#pinned >= 0 && this.#pinned < start ? 1 : 0).slice(0, end - start);
    const top = rows[0]?.getBoundingClientRect().top;
    const bottom = rows.at(-1)?.getBoundingClientRect().bottom;
    if (top === undefined || bottom === undefined) return undefined;
    return { top, bottom, rowHeight: (bottom - top) / rows.length };
  }

  #gaps(): readonly Element[] {
    return [...this.#host.renderRoot.querySelectorAll('tr.gap')];
  }
}

function isNear(gap: Element): boolean {
  const { top, bottom } = gap.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

/** Cuts a page into the rows of a stretch, one row more that must not be missing, and the gaps around them. */
function cut(count: number, { start, end }: Stretch, pinned: number): readonly Piece[] {
  const found: Piece[] = [];
  const isPinned = pinned >= 0 && pinned < count;
  let at = 0;
  let slot = 0;
  const skipTo = (next: number): void => {
    if (next > at) found.push({ gap: next - at, slot: slot++ });
    at = Math.max(at, next);
  };
  const row = (place: number): void => {
    skipTo(place);
    found.push({ place });
    at = place + 1;
  };
  if (isPinned && pinned < start) row(pinned);
  for (let place = start; place < end; place += 1) row(place);
  if (isPinned && pinned >= end) row(pinned);
  skipTo(count);
  return found;
}
