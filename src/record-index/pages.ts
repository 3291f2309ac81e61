/** A stretch of found rows: positions from `start` up to but not including `end`. */
export interface PageBounds {
  /** The page that is shown, 1-based: the nearest one that exists. */
  readonly page: number;
  /** How many pages there are, at least one. */
  readonly pages: number;
  readonly start: number;
  readonly end: number;
}

/** Bounds of a page. A page size of 0 (or one that is no number of rows) makes one continuous list. */
export function pageBounds(page: number, pageSize: number, count: number): PageBounds {
  const size = usableSize(pageSize);
  if (size === 0) return { page: 1, pages: 1, start: 0, end: count };
  const pages = Math.max(1, Math.ceil(count / size));
  const shown = Math.min(Math.max(1, Math.floor(page) || 1), pages);
  const start = (shown - 1) * size;
  return { page: shown, pages, start, end: Math.min(start + size, count) };
}

/** The page on which a position lies. */
export function pageOf(position: number, pageSize: number): number {
  const size = usableSize(pageSize);
  return size === 0 ? 1 : Math.floor(position / size) + 1;
}

function usableSize(pageSize: number): number {
  return Number.isFinite(pageSize) && pageSize >= 1 ? Math.floor(pageSize) : 0;
}
