import type { Stretch } from './callback-table.pieces.js';

/**
 * The places of the rows between which text is selected; undefined where none is, or the browser cannot say.
 * @param placeOf place of a row that is rendered
 */
export function selectedPlaces(root: ShadowRoot, placeOf: (row: Element) => number | undefined): Stretch | undefined {
  const selection = document.getSelection();
  if (selection === null || !('getComposedRanges' in selection)) return undefined;
  const [range] = selection.getComposedRanges({ shadowRoots: [root] });
  if (range === undefined || range.collapsed) return undefined;
  const places = [range.startContainer, range.endContainer].flatMap((node) => {
    const element = node instanceof Element ? node : node.parentElement;
    const row = root.contains(node) ? element?.closest('tr') : undefined;
    return row ? (placeOf(row) ?? []) : [];
  });
  return places.length === 0 ? undefined : { start: Math.min(...places), end: Math.max(...places) + 1 };
}
