import { RowHeights } from './callback-table.heights.js';
import { cut, drawnTop } from './callback-table.pieces.js';
import type { Cut, Stretch } from './callback-table.pieces.js';
import { ScrollMap } from './callback-table.scroll-map.js';

/** Rows rendered beyond either edge of what is seen. */
const SPARE = 4;
/** Screenfuls that are still a scroll and not a jump. */
const SCROLLED = 3;

/** Rows that stay rendered, at most, because text in them is selected. */
const SELECTED = 500;

/** A rendered row as it was last seen. */
export interface SeenRow {
  readonly place: number;
  /** Its height in pixels, open details included. */
  readonly height: number;
  /** Its height without details. */
  readonly ordinary: number;
}

/** A rendered row, by its callback. */
export interface NamedRow {
  readonly place: number;
  readonly id: string;
}

/** The part of the screen in which rows can be seen, in pixels. */
export interface Sight {
  /** Its distance from the top of the list as it is drawn; negative while the list begins further down. */
  readonly top: number;
  readonly height: number;
  /** How much of it the titles cover. */
  readonly covered: number;
}

/**
 * Where the rows of a list stand and which of them are in sight. Those stay where they are while others turn out to be higher or lower
 * than they were taken to be, come or go. Knows numbers only: whatever is read from the document is told to it.
 */
export class Placement {
  readonly #heights = new RowHeights();
  readonly #map = new ScrollMap();
  #sight: Sight = { top: 0, height: 0, covered: 0 };
  #stretch: Stretch = { start: 0, end: 0 };

  get count(): number {
    return this.#heights.count;
  }

  /** Whether the list begins above what can be seen. */
  get isScrolled(): boolean {
    return this.#sight.top > 0;
  }

  /** Begins a list of which nothing is known yet. */
  begin(count: number): void {
    this.#heights.forget();
    this.#heights.resize(count);
    this.#fit();
    this.#map.jump(this.#sight.top);
  }

  /**
   * Takes in that rows came, went or changed places.
   * @param rendered rows as they still stand in the document
   * @param placeOf where a callback is now; negative when it is gone
   */
  follow(count: number, rendered: readonly NamedRow[], placeOf: (id: string) => number): void {
    const nowOf = ({ id }: NamedRow): number => {
      const now = placeOf(id);
      return now < count ? now : -1;
    };
    const anchor = this.isScrolled ? this.#anchor(rendered, nowOf) : undefined;
    const now = anchor === undefined ? 0 : nowOf(anchor);
    const place = anchor?.place ?? 0;
    const before = this.#heights.offsetOf(place);
    if (count !== this.count || now !== place) {
      const known = rendered.map((row) => [nowOf(row), this.#heights.heightOf(row.place)] as const);
      this.#heights.forget();
      this.#heights.resize(count);
      for (const [at, height] of known) if (at >= 0) this.#heights.measure(at, height);
    }
    this.#hold(this.#heights.offsetOf(now) - before);
    this.#fit();
  }

  /**
   * Forgets every height, because rows are laid out anew.
   * @param base height that ordinary rows are taken to have until some are seen
   */
  relayout(base = this.#heights.base): void {
    this.#keep(() => {
      this.#heights.forget(base);
    });
    this.#fit();
  }

  /** Takes in how much can be seen, for as long as nobody has looked. */
  assume(height: number): void {
    if (this.#sight.height === 0) this.#sight = { ...this.#sight, height };
    this.#fit();
  }

  /** Takes in from where what was drawn is seen now, and how high its rows are. */
  see(sight: Sight, rows: readonly SeenRow[], drawn: Cut): void {
    const { top } = this.#sight;
    this.#sight = sight;
    this.#scroll(top, drawn);
    this.#keep(() => {
      for (const { place, height, ordinary } of rows) this.#heights.measure(place, height, ordinary);
    });
    this.#fit();
  }

  /**
   * Puts the scroll bar in proportion again, as far as it is not because something was kept in sight.
   * @returns how far it has to be scrolled
   */
  align(): number {
    const { top } = this.#sight;
    if (!this.isScrolled || this.count === 0) return 0;
    const next = Math.round(this.#map.positionOf(top + this.#map.shift));
    this.#sight = { ...this.#sight, top: next };
    this.#map.jump(next);
    return next - top;
  }

  /** Moves to where a row is in sight, unless it is already. */
  goTo(place: number): void {
    const { start, end } = this.#around();
    if (place >= start && place < end) return;
    const { top, height } = this.#sight;
    const offset = Math.max(0, this.#heights.offsetOf(place) - height / 2);
    const near = offset - this.#map.shift;
    const isNear = Math.abs(near - top) < SCROLLED * height;
    const next = isNear ? near : this.#map.positionOf(offset);
    if (isNear) this.#map.move(top, next);
    else this.#map.jump(next);
    this.#sight = { ...this.#sight, top: next };
  }

  /**
   * What to render.
   * @param selected rows to render besides, up to a limit, because text in them is selected
   * @param pinned place of a row that must not be missing; negative = none
   */
  cut(selected: Stretch | undefined, pinned: number): Cut {
    this.#stretch = this.#around();
    return cut(union(this.#stretch, selected), pinned, this.#heights, this.#map);
  }

  /** Whether what was drawn is still what to draw. */
  isStill({ top, height, rows }: Cut): boolean {
    const { start, end } = this.#around();
    return (
      start === this.#stretch.start &&
      end === this.#stretch.end &&
      Math.abs(drawnTop(rows.start, this.#heights, this.#map) - top) < 1 &&
      Math.abs(this.#map.height - height) < 1
    );
  }

  /** The rows to render: as before while they are enough, so that a small scroll renders nothing. */
  #around(): Stretch {
    const { top, height } = this.#sight;
    const offset = top + this.#map.shift;
    const first = this.#heights.placeAt(offset);
    const last = this.#heights.placeAt(offset + height);
    const least = Math.min(first, this.#firstDrawable);
    const around = (spare: number): Stretch => ({
      start: Math.max(least, first - spare),
      end: Math.min(this.count, last + 1 + spare),
    });
    const { start, end } = this.#stretch;
    const needed = around(SPARE / 2);
    const isEnough = start <= needed.start && end >= needed.end;
    const isTooMuch = start < least || end > this.count || end - start > last - first + 4 * SPARE;
    return isEnough && !isTooMuch ? this.#stretch : around(SPARE);
  }

  /** The first row that there is room for: what is kept in sight may have too little above it for every row before it. */
  get #firstDrawable(): number {
    const { shift } = this.#map;
    if (shift <= 0) return 0;
    const place = this.#heights.placeAt(shift);
    return this.#heights.offsetOf(place) < shift ? place + 1 : place;
  }

  /** Distance of the first thing that can be seen from the first row's top. */
  get #edge(): number {
    return this.#sight.top + this.#sight.covered + this.#map.shift;
  }

  /** The first row in sight whose callback is still there, else the last one before it. */
  #anchor(rendered: readonly NamedRow[], nowOf: (row: NamedRow) => number): NamedRow | undefined {
    const edge = this.#heights.placeAt(this.#edge);
    const { start, end } = this.#stretch;
    const near = rendered.filter(({ place }) => place >= start && place < end);
    const isThere = (row: NamedRow): boolean => nowOf(row) >= 0;
    return (
      near.find((row) => row.place >= edge && isThere(row)) ?? near.findLast((row) => row.place < edge && isThere(row))
    );
  }

  /** Changes heights, and has what is in sight stay where it is. */
  #keep(change: () => void): void {
    const place = this.#heights.placeAt(this.#edge);
    const before = this.#heights.offsetOf(place);
    change();
    this.#hold(this.#heights.offsetOf(place) - before);
  }

  #hold(by: number): void {
    if (this.isScrolled) this.#map.hold(by);
  }

  #fit(): void {
    this.#map.resize(this.#heights.total, this.#sight.height);
  }

  /** Follows the screen to where it is now: what was drawn and can still be seen stays, and so does a row that stands alone. */
  #scroll(from: number, { rows, top, pinned }: Cut): void {
    const sight = this.#sight;
    const isSeen = (at: number, { start, end }: Stretch): boolean =>
      at < sight.top + sight.height && at + this.#heights.offsetOf(end) - this.#heights.offsetOf(start) > sight.top;
    if (isSeen(top, rows) || Math.abs(sight.top - from) <= SCROLLED * sight.height) {
      this.#map.move(from, sight.top);
      return;
    }
    this.#map.jump(sight.top);
    if (pinned === undefined || !isSeen(pinned.top, { start: pinned.place, end: pinned.place + 1 })) return;
    this.#map.hold(this.#heights.offsetOf(pinned.place) - pinned.top - this.#map.shift);
  }
}

function union(rows: Stretch, other: Stretch | undefined): Stretch {
  if (other === undefined) return rows;
  const start = Math.min(rows.start, other.start);
  const end = Math.max(rows.end, other.end);
  return end - start <= SELECTED ? { start, end } : rows;
}
