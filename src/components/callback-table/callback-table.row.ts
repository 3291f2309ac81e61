import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallbackRecord } from '../../domain/callback.js';
import { allowedCommands } from '../../domain/lifecycle.js';
import { icon } from '../../internal/icons.js';
import { cellContent, stateContent } from './callback-table.cells.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import { detailRow } from './callback-table.detail.js';
import type { RowContext, RowState } from './callback-table.row-types.js';
import { rowName } from './callback-table.texts.js';
import type { TableTexts } from './callback-table.texts.js';

/** Puts together what the rows share; columns that are hidden fall away. */
export function rowContext(
  columns: readonly ColumnDefinition[],
  texts: TableTexts,
  isGrid: boolean,
  isReadonly: boolean,
): RowContext {
  return { columns: columns.filter(({ hidden }) => hidden !== true), texts, isGrid, isReadonly };
}

/** What can be done with a callback from its row; undefined when nothing. */
export function rowAction({ state }: CallbackRecord): 'edit' | 'reschedule' | undefined {
  const commands = allowedCommands(state);
  if (commands.includes('reschedule-completed')) return 'reschedule';
  return commands.length === 0 ? undefined : 'edit';
}

/** Whether a row can be opened for queue details. */
export function isExpandable(record: CallbackRecord | undefined): boolean {
  return record?.state === 'QUEUED';
}

/** One callback: its row, and while it is open the row with its queue details. */
export function tableRow(record: CallbackRecord, state: RowState, context: RowContext): TemplateResult {
  const { isGrid, isReadonly, columns } = context;
  const classes = `row${state.isSelected ? ' selected' : ''}${state.isChanged ? ' changed' : ''}${state.isBusy ? ' busy' : ''}`;
  return html`<tr
      part="row"
      role="row"
      class=${classes}
      data-id=${record.id}
      aria-rowindex=${state.rowIndex}
      aria-selected=${isGrid ? String(state.isSelected) : nothing}
    >
      ${selectCell(record, state, context)} ${columns.map((column) => dataCell(column, record, state, context))}
      ${isReadonly ? nothing : actionCell(record, state, context)}
    </tr>
    ${state.detail === undefined ? nothing : detailRow(record, state.rowIndex + 1, state.detail, context)}`;
}

function selectCell(record: CallbackRecord, { isSelected }: RowState, { isGrid, texts }: RowContext): TemplateResult {
  return html`<td
    part="cell"
    role=${isGrid ? 'gridcell' : 'cell'}
    class="pick-cell"
    aria-selected=${isGrid ? String(isSelected) : nothing}
  >
    <input
      type="checkbox"
      data-action="select"
      tabindex=${isGrid ? -1 : nothing}
      aria-label=${texts.term('selectCallback', ...rowName(texts, record))}
      .checked=${isSelected}
    />
  </td>`;
}

function dataCell(
  column: ColumnDefinition,
  record: CallbackRecord,
  state: RowState,
  context: RowContext,
): TemplateResult {
  const { isGrid, texts } = context;
  const selected = isGrid ? String(state.isSelected) : nothing;
  const cell = `cell ${column.kind}`;
  if (column.kind === 'phone') {
    return html`<th
      part=${cell}
      role="rowheader"
      scope="row"
      class="phone-cell"
      aria-selected=${selected}
      tabindex=${isGrid ? -1 : nothing}
    >
      ${cellContent(column, record, texts)}
    </th>`;
  }
  const canExpand = column.kind === 'state' && isExpandable(record);
  return html`<td
    part=${cell}
    role=${isGrid ? 'gridcell' : 'cell'}
    class="${column.kind}-cell"
    aria-selected=${selected}
    tabindex=${isGrid && !canExpand ? -1 : nothing}
  >
    ${canExpand ? expandButton(record, state, context) : cellContent(column, record, texts)}
  </td>`;
}

function expandButton(
  record: CallbackRecord,
  { detail, rowIndex }: RowState,
  { isGrid, texts }: RowContext,
): TemplateResult {
  const isOpen = detail !== undefined;
  return html`<button
    type="button"
    class="expand"
    data-action="expand"
    tabindex=${isGrid ? -1 : nothing}
    aria-label=${texts.term('queueDetails', record.state)}
    aria-expanded=${String(isOpen)}
    aria-controls=${isOpen ? `detail-${String(rowIndex)}` : nothing}
  >
    ${stateContent(record)}${icon(isOpen ? 'chevronUp' : 'chevronDown')}
  </button>`;
}

function actionCell(
  record: CallbackRecord,
  { isBusy, isSelected }: RowState,
  { isGrid, texts }: RowContext,
): TemplateResult {
  const action = isBusy ? undefined : rowAction(record);
  const cell = (content: unknown): TemplateResult =>
    html`<td
      part="cell actions"
      role=${isGrid ? 'gridcell' : 'cell'}
      class="action-cell"
      aria-selected=${isGrid ? String(isSelected) : nothing}
      tabindex=${isGrid && action === undefined ? -1 : nothing}
    >
      ${content}
    </td>`;
  if (isBusy) {
    return cell(html`<span class="spinner"></span><span class="visually-hidden">${texts.term('working')}</span>`);
  }
  if (action === undefined) return cell(nothing);
  const name = texts.term(action === 'edit' ? 'editCallback' : 'rescheduleCallback', ...rowName(texts, record));
  return cell(
    html`<button
      type="button"
      part="row-action"
      class="row-action"
      data-action=${action}
      tabindex=${isGrid ? -1 : nothing}
      aria-label=${name}
    >
      ${icon(action === 'edit' ? 'pencil' : 'repeat')}
    </button>`,
  );
}
