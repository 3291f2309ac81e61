import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallbackRecord } from '../../domain/callback.js';
import { mergePreview } from '../../domain/merge-preview.js';
import type { MergeKind, MergeRow } from '../../domain/merge-preview.js';
import { longText } from '../../internal/long-text.js';
import { changeOf, readRows } from './callback-editor.rows.js';
import { staying } from './callback-editor.decisions.js';
import type { EditorView } from './callback-editor.view.js';

/** More rows than this are folded. */
const MOST_UNFOLDED = 8;

/** The kinds in the order in which they are counted. */
const KINDS: readonly MergeKind[] = ['new', 'changed', 'left-out', 'not-carried', 'kept'];

/** Which properties the new callback will have, and what becomes of those of the old one, before anything is sent. */
export function mergeView(view: EditorView, record: CallbackRecord): TemplateResult {
  const { draft, localize, changed } = view;
  const stays = staying(changed);
  const entries = readRows(draft.rows).value.filter(([key]) => key !== '' && !stays.has(key));
  const rows = mergePreview(record.properties, changeOf(entries, record));
  if (rows.length === 0) return html`<p class="help">${localize.term('mergeEmpty')}</p>`;
  return html`<p class="help">${localize.term('mergeHelp')}</p>
    <details class="merge" ?open=${rows.length <= MOST_UNFOLDED}>
      <summary><bdi>${countsOf(view, rows)}</bdi></summary>
      <table class="review">
        <thead>
          <tr>
            <th scope="col">${localize.term('property')}</th>
            <th scope="col">${localize.term('lastCallback')}</th>
            <th scope="col">${localize.term('newCallback')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => mergeRow(view, row))}
        </tbody>
      </table>
    </details>`;
}

function mergeRow({ localize }: EditorView, { key, kind, before, after }: MergeRow): TemplateResult {
  const isGone = after === undefined;
  return html`<tr class=${kind}>
    <th scope="row">${longText(key)}<span class="help">${localize.term('mergeKind', kind)}</span></th>
    <td>${before === undefined ? nothing : isGone ? html`<del>${longText(before)}</del>` : longText(before)}</td>
    <td>${isGone ? nothing : longText(after)}</td>
  </tr>`;
}

/** `2 new, 1 changed, 5 kept`: what differs first. */
function countsOf({ localize }: EditorView, rows: readonly MergeRow[]): string {
  const counts = KINDS.map((kind) => ({ kind, count: rows.filter((row) => row.kind === kind).length }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => localize.term('mergeCount', kind, count, localize.number(count)))
    .join(', ');
}
