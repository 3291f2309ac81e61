import type { PanelView } from './callback-panel.types.js';
import { readView } from './callback-panel.view.js';

const VERSION = 1;

/** What is kept of a view: how the page is set up. What is being looked for, and the page reached, belong to the visit. */
type Kept = Pick<PanelView, 'range' | 'options' | 'sort' | 'pageSize'>;

/** A view kept in this browser; `unreadable` when there was one that could not be read. */
export type KeptView = { readonly view: PanelView } | 'none' | 'unreadable';

/** Reads the view kept under a key, on top of the view that would hold without it. */
export function loadView(key: string, base: PanelView): KeptView {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return 'none';
    const value: unknown = JSON.parse(text);
    return isKept(value) ? { view: readView(value.view, base) } : 'unreadable';
  } catch {
    // A browser may forbid storage altogether, and the text may be anybody's.
    return 'unreadable';
  }
}

/** Keeps a view under a key; false when the browser does not. */
export function keepView(key: string, { range, options, sort, pageSize }: PanelView): boolean {
  const view: Kept = { range, options, sort, pageSize };
  try {
    localStorage.setItem(key, JSON.stringify({ version: VERSION, view }));
    return true;
  } catch {
    return false;
  }
}

function isKept(value: unknown): value is { readonly view: unknown } {
  return (
    typeof value === 'object' && value !== null && 'version' in value && value.version === VERSION && 'view' in value
  );
}
