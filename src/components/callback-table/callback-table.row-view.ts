import { render } from 'lit';
import type { CallbackRecord } from '../../domain/callback.js';
import { allowedCommands } from '../../domain/lifecycle.js';
import { element, setAttribute } from '../../internal/element.js';
import { iconView } from '../../internal/icons.js';
import type { IconView } from '../../internal/icons.js';
import { cellView } from './callback-table.cell-views.js';
import type { CellView } from './callback-table.cell-views.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import { detailPanel } from './callback-table.detail.js';
import { PhoneView } from './callback-table.phone-view.js';
import type { DetailState, RowContext, RowState } from './callback-table.row-types.js';
import { StateView } from './callback-table.state-view.js';
import { rowName } from './callback-table.texts.js';

/** What can be done with a callback from its row; undefined when nothing. */
export function rowAction({ state }: CallbackRecord): 'edit' | 'reschedule' | undefined {
  const commands = allowedCommands(state);
  if (commands.includes('reschedule-completed')) return 'reschedule';
  return commands.length === 0 ? undefined : 'edit';
}

/**
 * A row that is kept and shows one callback after the other: rows are never thrown away while the table stands, and only what differs
 * from the callback before is touched.
 */
export class RowView {
  readonly element: HTMLTableRowElement;
  readonly #context: RowContext;
  readonly #box: HTMLInputElement;
  readonly #cells: readonly HTMLTableCellElement[];
  readonly #views: readonly CellView[];
  readonly #action: ActionView | undefined;
  #detail: DetailView | undefined;
  #record: CallbackRecord | undefined;
  #state: RowState | undefined;

  constructor(context: RowContext) {
    const { columns, isGrid, isReadonly } = context;
    this.#context = context;
    const tabIndex = isGrid ? '-1' : undefined;
    this.#box = element('input', { type: 'checkbox', 'data-action': 'select', tabindex: tabIndex });
    const pick = cell(context, 'cell', 'pick-cell');
    pick.append(this.#box);
    const cells = columns.map((column) => dataCell(column, context));
    this.#views = columns.map((column, at) => cellView(column, cells[at] as HTMLTableCellElement, context));
    this.#action = isReadonly ? undefined : new ActionView(context);
    this.#cells = [pick, ...cells, ...(this.#action === undefined ? [] : [this.#action.cell])];
    this.element = element('tr', { part: 'row', role: 'row', class: 'row' }, ...this.#cells);
  }

  /** Its rows in the document: its own, and while it is open the one with its queue details. */
  get elements(): readonly HTMLTableRowElement[] {
    return this.#detail === undefined ? [this.element] : [this.element, this.#detail.element];
  }

  /** The callback it shows. */
  get id(): string | undefined {
    return this.#record?.id;
  }

  show(record: CallbackRecord, state: RowState): void {
    const before = this.#state;
    const isOther = record !== this.#record;
    if (isOther) this.#showRecord(record);
    if (isOther || state.isBusy !== before?.isBusy) this.#action?.show(record, state.isBusy);
    if (state.isSelected !== before?.isSelected) this.#select(state.isSelected);
    if (state.rowIndex !== before?.rowIndex) this.element.ariaRowIndex = String(state.rowIndex);
    this.#box.checked = state.isSelected;
    if (isOther || isMarkedOtherwise(state, before)) this.#mark(record, state);
    if (state.active !== before?.active) this.#markNumber(state.active);
    this.#showDetail(record, state);
    this.#state = state;
  }

  #showRecord(record: CallbackRecord): void {
    const { texts } = this.#context;
    this.#record = record;
    this.element.dataset.id = record.id;
    this.#box.ariaLabel = texts.term('selectCallback', ...rowName(texts, record));
    for (const view of this.#views) view.show(record);
  }

  /** Said of the row and of its cells: some screen readers look at one, some at the other. */
  #select(isSelected: boolean): void {
    if (!this.#context.isGrid) return;
    this.element.ariaSelected = String(isSelected);
    for (const one of this.#cells) one.ariaSelected = String(isSelected);
  }

  #mark({ reason = '' }: CallbackRecord, { isSelected, isChanged, isBusy }: RowState): void {
    const marks = [reason !== '' && 'reasoned', isSelected && 'selected', isChanged && 'changed', isBusy && 'busy'];
    const className = ['row', ...marks.filter((mark) => mark !== false)].join(' ');
    if (className !== this.element.className) this.element.className = className;
  }

  #markNumber(active: number): void {
    for (const view of this.#views) if (view instanceof PhoneView) view.mark(active);
  }

  #showDetail(record: CallbackRecord, { detail, rowIndex }: RowState): void {
    if (detail === undefined) this.#detail = undefined;
    else (this.#detail ??= new DetailView(this.#context)).show(record, rowIndex + 1, detail);
    const id = detail === undefined ? undefined : detailId(rowIndex);
    for (const view of this.#views) if (view instanceof StateView) view.open(id);
  }
}

function isMarkedOtherwise(state: RowState, before: RowState | undefined): boolean {
  return (
    state.isSelected !== before?.isSelected || state.isChanged !== before.isChanged || state.isBusy !== before.isBusy
  );
}

/** The row under an open row. */
class DetailView {
  readonly element: HTMLTableRowElement;
  readonly #cell: HTMLTableCellElement;
  readonly #context: RowContext;
  #shown: readonly unknown[] = [];

  constructor(context: RowContext) {
    const { columns, isReadonly } = context;
    this.#context = context;
    this.#cell = cell(context, undefined, undefined);
    this.#cell.colSpan = columns.length + (isReadonly ? 1 : 2);
    setAttribute(this.#cell, 'tabindex', context.isGrid ? '-1' : undefined);
    this.element = element('tr', { part: 'detail', role: 'row', class: 'detail', 'data-detail': '' }, this.#cell);
  }

  show(record: CallbackRecord, rowIndex: number, detail: DetailState): void {
    const inputs = [record, rowIndex, detail.entry, detail.isRefreshing];
    if (inputs.every((input, at) => input === this.#shown[at])) return;
    this.#shown = inputs;
    this.element.dataset.id = record.id;
    this.element.ariaRowIndex = String(rowIndex);
    render(detailPanel(record, detailId(rowIndex - 1), detail, this.#context), this.#cell);
  }
}

/** The cell at the end of a row: what can be done with the callback, or that something is being done. */
class ActionView {
  readonly cell: HTMLTableCellElement;
  readonly #context: RowContext;
  #button: { readonly element: HTMLButtonElement; readonly icon: IconView } | undefined;

  constructor(context: RowContext) {
    this.#context = context;
    this.cell = cell(context, 'cell actions', 'action-cell');
  }

  show(record: CallbackRecord, isBusy: boolean): void {
    const action = isBusy ? undefined : rowAction(record);
    const { texts, isGrid } = this.#context;
    setAttribute(this.cell, 'tabindex', isGrid && action === undefined ? '-1' : undefined);
    if (action === undefined) {
      this.cell.replaceChildren(...(isBusy ? workingMark(texts.term('working')) : []));
      return;
    }
    const button = (this.#button ??= actionButton(this.#context));
    button.element.dataset.action = action;
    button.element.ariaLabel = texts.term(
      action === 'edit' ? 'editCallback' : 'rescheduleCallback',
      ...rowName(texts, record),
    );
    button.icon.show(action === 'edit' ? 'pencil' : 'repeat');
    if (button.element.parentNode !== this.cell) this.cell.replaceChildren(button.element);
  }
}

function actionButton({ isGrid }: RowContext): { readonly element: HTMLButtonElement; readonly icon: IconView } {
  const icon = iconView('pencil');
  const attributes = { type: 'button', part: 'row-action', class: 'row-action', tabindex: isGrid ? '-1' : undefined };
  return { element: element('button', attributes, icon.element), icon };
}

function workingMark(word: string): readonly Node[] {
  return [element('span', { class: 'spinner' }), element('span', { class: 'visually-hidden' }, word)];
}

function dataCell({ kind }: ColumnDefinition, context: RowContext): HTMLTableCellElement {
  const tabIndex = context.isGrid ? '-1' : undefined;
  const made =
    kind === 'phone'
      ? element('th', { part: 'cell phone', role: 'rowheader', scope: 'row', class: 'phone-cell' })
      : cell(context, `cell ${kind}`, `${kind}-cell`);
  setAttribute(made, 'tabindex', tabIndex);
  return made;
}

function cell({ isGrid }: RowContext, part: string | undefined, className: string | undefined): HTMLTableCellElement {
  return element('td', { part, role: isGrid ? 'gridcell' : 'cell', class: className });
}

function detailId(rowIndex: number): string {
  return `detail-${String(rowIndex)}`;
}
