import type { RowHeights } from './callback-table.heights.js';
import type { ScrollMap } from './callback-table.scroll-map.js';

/** Places on the page, from `start` up to but not including `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is rendered, in order: rows by their place, and gaps, which keep so many pixels free for the rows that are missing there. */
export type Piece = { readonly place: number } | { readonly gap: number; readonly slot: number };

/** What is rendered of a list, and where it stands in pixels from the top of the list as it is drawn. */
export interface Cut {
  readonly rows: Stretch;
  readonly top: number;
  /** Height of the whole list as it is drawn. */
  readonly height: number;
  /** The row that must not be missing, when it stands alone. */
  readonly pinned: { readonly place: number; readonly top: number } | undefined;
  readonly pieces: readonly Piece[];
}

/** Where a row stands in the list as it is drawn. */
export function drawnTop(place: number, heights: RowHeights, map: ScrollMap): number {
  return Math.max(0, Math.round(heights.offsetOf(place) - map.shift));
}

/**
 * Cuts a list into a stretch of rows, one row more that must not be missing, and the gaps around them.
 * @param pinned place of that row; negative = none
 */
export function cut(rows: Stretch, pinned: number, heights: RowHeights, map: ScrollMap): Cut {
  const { count } = heights;
  const pieces: Piece[] = [];
  let filled = 0;
  let next = 0;
  const gap = (place: number, to: number, slot: number): void => {
    if (place > next) {
      pieces.push({ gap: Math.max(0, Math.round(to - filled)), slot });
      filled = Math.max(filled, to);
    }
    next = place;
  };
  const row = (place: number): void => {
    pieces.push({ place });
    filled += heights.heightOf(place);
    next = place + 1;
  };
  // Far from the stretch a row stands where a jump leads to it.
  const alone = (least: number, most: number, slot: number): Cut['pinned'] => {
    const wanted = map.positionOf(heights.offsetOf(pinned));
    gap(pinned, Math.max(least, Math.min(wanted, most - heights.heightOf(pinned))), slot);
    row(pinned);
    return { place: pinned, top: filled - heights.heightOf(pinned) };
  };
  const top = drawnTop(rows.start, heights, map);
  const above = pinned >= 0 && pinned < rows.start ? alone(0, top, 0) : undefined;
  gap(rows.start, top, 1);
  for (let place = rows.start; place < rows.end; place += 1) row(place);
  const below = pinned >= rows.end && pinned < count ? alone(filled, map.height, 2) : undefined;
  gap(count, map.height, 3);
  return { rows, top, height: map.height, pinned: above ?? below, pieces };
}
