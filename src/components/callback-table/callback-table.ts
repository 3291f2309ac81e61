import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CallbackRecord } from '../../domain/callback.js';
import { BaseElement } from '../../internal/base-element.js';
import { forgiving } from '../../internal/forgiving.js';
import { pageOf } from '../../record-index/pages.js';
import { RowSelection } from '../../record-index/row-selection.js';
import { keptIds } from '../../record-index/selection.js';
import { enTable } from '../../translations/en-table.js';
import { Announcer } from './callback-table.announcer.js';
import { UserChanges } from './callback-table.changes.js';
import { defaultColumns } from './callback-table.columns.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import { isOtherQuarter, TableContext } from './callback-table.context.js';
import { csvOf } from './callback-table.csv.js';
import type { CsvOptions } from './callback-table.csv.js';
import { GridFocus } from './callback-table.focus.js';
import { Glow } from './callback-table.glow.js';
import { grid } from './callback-table.grid.js';
import { TableInput } from './callback-table.input.js';
import { TableModel } from './callback-table.model.js';
import { placeholder, progressNote, staleBanner } from './callback-table.notices.js';
import { pager } from './callback-table.pager.js';
import { resultLine } from './callback-table.result-line.js';
import type { RowContext } from './callback-table.row-types.js';
import { Rows } from './callback-table.rows.js';
import { ShortcutSheet } from './callback-table.shortcuts.js';
import { resultSummary } from './callback-table.texts.js';
import type { TableTexts } from './callback-table.texts.js';
import { RowWindow, rowHeightOf } from './callback-table.window.js';
import type {
  Density,
  DiagnosticsEntry,
  Interaction,
  ListProgress,
  Problem,
  SearchValue,
  SortKey,
  TableChanges,
} from './callback-table.types.js';
import { sheets } from './callback-table.sheets.js';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * A table of callbacks: counter, search, grid and pager over the records it is given.
 *
 * It loads nothing: give it records, and answer its requests. Like a native control it owns its view state: what a person does changes
 * the property and fires the event, and setting a property fires nothing.
 *
 * @summary Shows callbacks, finds, sorts, selects and explains them.
 * @tag callback-table
 *
 * @slot filters - Between the counter and the search box, for example chips with counts by state.
 *
 * @fires {CallbackSearchChangeEvent} callback-search-change - A person changed the search.
 * @fires {CallbackSortChangeEvent} callback-sort-change - A person sorted the table.
 * @fires {CallbackPageChangeEvent} callback-page-change - A person turned a page or chose another page size; also when a new search or
 *   sort led back to the first page. Not when fewer records leave fewer pages.
 * @fires {CallbackSelectionChangeEvent} callback-selection-change - A person selected callbacks or let them go. Not when a selected
 *   callback leaves the records.
 * @fires {CallbackExpansionChangeEvent} callback-expansion-change - A person opened or closed a row.
 * @fires {CallbackDiagnosticsRequestEvent} callback-diagnostics-request - A person wants the queue details of a callback. Cancelable.
 * @fires {CallbackEditRequestEvent} callback-edit-request - A person wants to edit a callback, or to schedule a completed one again;
 *   its stage is always `open`. Cancelable.
 * @fires {CallbackRefreshRequestEvent} callback-refresh-request - A person pressed Try again. Cancelable.
 *
 * @csspart frame - Everything.
 * @csspart result-line - Counter, selection and search.
 * @csspart heading - The counter.
 * @csspart partial - Says that the server has more than is shown.
 * @csspart selection - How many callbacks are selected.
 * @csspart search - Search box and field selector.
 * @csspart search-input - The search box.
 * @csspart search-field - The field selector.
 * @csspart table - The table.
 * @csspart header-row - The row of titles.
 * @csspart header-cell - A title.
 * @csspart row - The row of a callback.
 * @csspart cell - A cell; the kind of its column is a second part, for example `phone`.
 * @csspart actions - The cell at the end of a row.
 * @csspart row-action - The button at the end of a row.
 * @csspart detail - The row with queue details.
 * @csspart detail-reason - The sentence that says why a queued callback is not moving.
 * @csspart detail-refresh - The button that asks for newer queue details.
 * @csspart empty - What stands in the place of rows when there are none.
 * @csspart loading - What stands in the place of rows while the first ones are on their way.
 * @csspart progress - How many callbacks have been read while more are on their way.
 * @csspart problem - What went wrong, above the rows or in their place.
 * @csspart foot - Pager, page size and Back to top.
 * @csspart pager - The pager.
 * @csspart pager-button - A button of the pager.
 * @csspart page-size - The page size selector.
 * @csspart back-to-top - The button Back to top.
 * @csspart shortcuts - The dialog that lists the keys of the grid.
 *
 * @cssproperty [--callback-sticky-top=0px] - Distance at which the titles stick below the top of what scrolls.
 * @cssproperty [--callback-sticky-bottom=0px] - Distance at which the pager sticks above the bottom of what scrolls.
 * @cssproperty [--callback-accent=light-dark(#1b5cc8, #8ab4ff)] - Colour of links, the main button and what is chosen.
 * @cssproperty [--callback-on-accent=light-dark(#ffffff, #0b1a33)] - Text on the accent.
 * @cssproperty [--callback-surface=light-dark(#ffffff, #15181d)] - Background.
 * @cssproperty [--callback-surface-raised=light-dark(#ffffff, #1d2127)] - Background of buttons, fields and dialogs.
 * @cssproperty [--callback-surface-sunken=light-dark(#f5f6f8, #101318)] - Background of queue details.
 * @cssproperty [--callback-text=light-dark(#1a1d23, #e7eaef)] - Text.
 * @cssproperty [--callback-text-quiet=light-dark(#575e6b, #a3abb9)] - Text of less weight.
 * @cssproperty [--callback-hairline=light-dark(#e2e5ea, #2b3038)] - Lines between rows.
 * @cssproperty [--callback-border=light-dark(#848c9a, #6b7484)] - Edges of buttons and fields.
 * @cssproperty [--callback-hover=light-dark(#f1f4f9, #20252d)] - A row or button under the pointer.
 * @cssproperty [--callback-selected=light-dark(#e6effd, #1c2b45)] - A selected row.
 * @cssproperty [--callback-focus=var(--callback-accent)] - The ring around what has the focus.
 * @cssproperty [--callback-positive=light-dark(#1a7441, #6cd49a)] - Marks of what went well.
 * @cssproperty [--callback-negative=light-dark(#b3261e, #ff9a90)] - Marks of what failed.
 * @cssproperty [--callback-negative-surface=light-dark(#fdf0ef, #3a1b19)] - Background of failures.
 * @cssproperty [--callback-warning=light-dark(#8a5300, #f2bd6b)] - Marks of warnings.
 * @cssproperty [--callback-warning-surface=light-dark(#fff6e5, #33260f)] - Background of warnings.
 * @cssproperty [--callback-info-surface=light-dark(#eef4fe, #182540)] - Background of notes.
 * @cssproperty [--callback-glow=light-dark(#fff3c4, #3d3412)] - A row that a live change just touched.
 * @cssproperty [--callback-radius=6px] - Corners of buttons, fields and notes.
 * @cssproperty [--callback-font-size=0.875rem] - Size of text.
 * @cssproperty [--callback-font-size-small=0.8125rem] - Size of titles and help.
 * @cssproperty [--callback-shadow=0 8px 28px light-dark(rgb(16 24 40 / 0.18), rgb(0 0 0 / 0.55))] - Shadow of dialogs.
 */
export class CallbackTableElement extends BaseElement {
  static override readonly tag: string = 'callback-table';
  protected static override readonly words = enTable;
  static override styles = sheets;

  /** The whole result, not a page of it. Of several records with the same id the last one counts; in a long list once the page is idle. */
  @property({ attribute: false, noAccessor: true })
  get records(): readonly CallbackRecord[] {
    return this.#model.records;
  }

  set records(records: readonly CallbackRecord[] | null | undefined) {
    this.#model.replace(records ?? undefined);
    this.requestUpdate();
  }

  /** What is known about queued callbacks, by id; shown in open rows. */
  @forgiving @property({ attribute: false }) diagnostics: ReadonlyMap<string, DiagnosticsEntry> = new Map();

  /** Callbacks whose queue details are on their way: open rows say so. */
  @forgiving @property({ attribute: false }) loadingIds: ReadonlySet<string> = NOBODY;

  /** Callbacks that something is being done with: their rows say so and offer no action. */
  @forgiving @property({ attribute: false }) busyIds: ReadonlySet<string> = NOBODY;

  /** How many callbacks the server has, when that is more than the records here. */
  @forgiving @property({ type: Number }) total: number | undefined = undefined;

  /** Filters while a person types: a substring of one field's shown text, without regard to case and accents. */
  @forgiving @property({ attribute: false }) search: SearchValue = { field: 'customerNumber', text: '' };

  /** Sort keys, the weightiest first; callbacks that are equal in all of them stand by id. Empty = in the order of the records. */
  @forgiving @property({ attribute: false }) sort: readonly SortKey[] = [];

  /** The page shown, 1-based. A page beyond the last shows the last. */
  @forgiving @property({ type: Number }) page = 1;

  /** Rows on a page; 0 shows one continuous list. */
  @forgiving @property({ type: Number, attribute: 'page-size' }) pageSize = 250;

  /**
   * Selected callbacks, by id; kept over pages, searches and refreshes until the callback leaves the records. Gathered when they are
   * read, which takes most of a second for a million: see `selectedCount`, `isSelected()` and `setSelected()`.
   */
  @property({ attribute: false, noAccessor: true })
  get selectedIds(): ReadonlySet<string> {
    return this.#model.selection.ids;
  }

  set selectedIds(ids: ReadonlySet<string> | null | undefined) {
    this.#model.selectIds(ids);
    this.requestUpdate();
  }

  /** Open rows, by id; shown while the callback is queued. */
  @forgiving @property({ attribute: false }) expandedIds: ReadonlySet<string> = NOBODY;

  /** Newer records are on their way. */
  @forgiving @property({ type: Boolean }) loading = false;

  /** How far the newer records have been read; shown while they are on their way, once that takes longer than half a second. */
  @forgiving @property({ attribute: false }) progress: ListProgress | undefined = undefined;

  /** Why there are no newer records. Those that are there stay. */
  @forgiving @property({ attribute: false }) problem: Problem | undefined = undefined;

  /** Takes the row actions away. Finding, sorting, selecting and opening remain. */
  @forgiving @property({ type: Boolean }) readonly = false;

  /** The columns from first to last. */
  @forgiving @property({ attribute: false }) columns: readonly ColumnDefinition[] = defaultColumns;

  /** IANA time zone of every time shown; empty, or no zone at all, = the browser's. */
  @forgiving @property({ attribute: 'time-zone' }) timeZone = '';

  /** The server's clock in epoch milliseconds, by which a title tells the zone's present offset; without it, this device's clock. */
  @forgiving @property({ attribute: false, hasChanged: isOtherQuarter }) now: number | undefined = undefined;

  /** Row height: `compact`, `normal` or `roomy`. */
  @forgiving @property() density: Density = 'normal';

  /** `grid` has one tab stop and arrow keys inside, `table` is a plain table; it has all rows of a page of up to 2,000. */
  @forgiving @property() interaction: Interaction = 'grid';

  readonly #model = new TableModel(this);
  readonly #announcer = new Announcer(this);
  readonly #focus = new GridFocus(this, (row) => this.#announceMove(row.dataset.id));
  readonly #glow = new Glow(this);
  readonly #rows = new Rows();
  readonly #window = new RowWindow(this);
  readonly #shortcuts = new ShortcutSheet(this);
  readonly #changes = new UserChanges(this, () => this.#current);
  readonly #input = new TableInput(
    { table: this, changes: this.#changes, focus: this.#focus, window: this.#window, shortcuts: this.#shortcuts },
    () => this.#current,
  );
  readonly #contextOf = new TableContext(this.localize);

  /** How many records match the search. */
  get matchingCount(): number {
    return this.#settled.rows.length;
  }

  /** How many of the records are selected: quicker than asking {@link selectedIds} for its size. */
  get selectedCount(): number {
    return this.#model.selection.count;
  }

  /** Ids of the rows on the page shown, in their order. */
  get visibleIds(): readonly string[] {
    return this.#settled.visibleIds;
  }

  /** Takes a live refresh in: rows change in their place, selection, focus and scroll stay. An id in both lists is removed. */
  applyChanges(changes: TableChanges): void {
    this.#current.apply(changes);
    const shown = this.#rows.shownIds;
    this.#glow.light(new Set(changes.upserts?.map(({ id }) => id).filter((id) => shown.has(id))));
    this.requestUpdate();
    this.#dropLeft();
  }

  /** Selects every callback on the page, or every one that matches the search, besides those selected already. */
  selectAll(scope: 'page' | 'matching'): void {
    this.#settled.withoutDoubles();
    const { rows, bounds, selection } = this.#settled;
    const { start, end } = scope === 'page' ? bounds : { start: 0, end: rows.length };
    this.#select(selection.withRows(rows, true, start, end));
  }

  /** Whether a callback is selected: quicker than to ask {@link selectedIds}, which are gathered when they are read. */
  isSelected(id: string): boolean {
    return this.#settled.isSelected(id);
  }

  /** Selects callbacks, or lets them go; the others stay as they are. Cheaper than a new set of {@link selectedIds}. */
  setSelected(ids: Iterable<string>, isSelected: boolean): void {
    this.#select(this.#settled.selection.withIds(ids, isSelected));
  }

  /** Selects nothing any more. */
  clearSelection(): void {
    this.#select(RowSelection.none(this.#settled.index));
  }

  /** Turns to the page of a callback and puts the focus on its row. Nothing happens when the search hides it. */
  focusRow(id: string): void {
    const { index, rows } = this.#settled;
    const row = index.rowOf(id);
    const position = row === undefined ? -1 : rows.indexOf(row);
    if (position === -1) return;
    this.page = pageOf(position, this.pageSize);
    this.#window.reveal(this.#current.placeOf(id));
    this.#focus.wish(id);
    this.requestUpdate();
  }

  /** Scrolls to where the table begins. */
  scrollToTop(): void {
    this.scrollIntoView({ block: 'start' });
  }

  /**
   * Writes every callback that matches the search as CSV in UTF-8, in the order of the sort, as the list is at the moment of the call:
   * the columns shown, several fields in a column each, times in the zone that their title names and once more as ISO 8601. What a
   * callback does not have stays empty. Done in pieces; rejects with the signal's reason once that has aborted.
   */
  toCsv(options: CsvOptions = {}): Promise<Blob> {
    const { index, rows } = this.#settled;
    return csvOf({ length: rows.length, recordAt: (at) => index.recordAt(rows.at(at)) }, this.#context, options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#dropLeft();
    if (changed.has('page') || changed.has('search') || changed.has('sort')) this.#glow.end();
    this.#announceResult();
  }

  /** Resolves once the rows are those that the properties ask for. */
  protected override async getUpdateComplete(): Promise<boolean> {
    let isComplete = await super.getUpdateComplete();
    while (this.#model.isBusy) {
      await this.#model.settled;
      isComplete = await super.getUpdateComplete();
    }
    return isComplete;
  }

  protected override render(): TemplateResult {
    const input = this.#input;
    const model = this.#current;
    const context = this.#context;
    const { texts } = context;
    return html`<div
        part="frame"
        class="frame ${this.density}"
        @pointerdown=${input.hold}
        @click=${input.press}
        @keydown=${input.key}
        @input=${input.type}
        @change=${input.choose}
        @focusin=${input.focus}
      >
        ${resultLine(this, model, context)}
        ${this.problem === undefined || model.recordCount === 0 ? nothing : staleBanner(this.problem, texts)}
        ${this.#grid(model, context)} ${model.rows.length === 0 ? placeholder(this, model, texts) : nothing}
        ${this.loading && this.progress !== undefined ? progressNote(this.progress, texts) : nothing}
        ${model.rows.length === 0 ? nothing : this.#foot(model, texts)}
        <div role="status" class="visually-hidden">${this.#announcer.text}</div>
      </div>
      ${this.#shortcuts.render(texts)}`;
  }

  #grid(model: TableModel, context: RowContext): TemplateResult {
    const pinned = this.#focus.placeIn(model);
    const pieces = this.#window.pieces(model.pageLength, rowHeightOf(this.density), pinned, {
      rows: model.rows,
      start: model.bounds.start,
      question: [this.search.field, this.search.text, this.sort],
      placeOf: (id) => model.placeOf(id),
    });
    return grid(this, { rows: this.#rows, pieces, pinned, changedIds: this.#glow.ids }, model, context);
  }

  #foot({ bounds, rows }: TableModel, texts: TableTexts): TemplateResult {
    return pager({ bounds, count: rows.length, pageSize: this.pageSize, texts, turn: this.#input.turn });
  }

  get #context(): RowContext {
    return this.#contextOf.of(this);
  }

  get #current(): TableModel {
    return this.#model.update(this, this.#context.texts);
  }

  /** As the properties say, even if that takes a moment: for who asks by script. */
  get #settled(): TableModel {
    const model = this.#current;
    if (!model.isBusy) return model;
    model.finish();
    return this.#current;
  }

  #select(selection: RowSelection): void {
    this.#model.anchor = undefined;
    this.#model.selection = selection;
    this.requestUpdate();
  }

  #dropLeft(): void {
    const hasLeft = this.#current.takeLeft();
    if (hasLeft === undefined) return;
    this.expandedIds = keptIds(this.expandedIds, (id) => !hasLeft(id));
  }

  #announceResult(): void {
    const { bounds, rows, recordCount, isBusy } = this.#current;
    if (this.loading || isBusy || (this.problem !== undefined && recordCount === 0)) return;
    this.#announcer.sayNews(resultSummary(this.#context, rows.length, bounds, this.sort));
  }

  #announceMove(id = ''): void {
    const record = this.#current.index.get(id);
    if (record !== undefined) this.#announcer.say(this.#context.texts.term('focusMoved', record.customerNumber));
  }
}

export * from './callback-table.columns.js';
export type { CsvOptions } from './callback-table.csv.js';
export * from './callback-table.events.js';
export { isProblem } from './callback-table.types.js';
export type * from './callback-table.types.js';
