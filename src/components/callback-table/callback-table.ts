import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CallbackRecord } from '../../domain/callback.js';
import { BaseElement } from '../../internal/base-element.js';
import { controls } from '../../internal/styles/controls.styles.js';
import { tokens } from '../../internal/styles/tokens.styles.js';
import { pageOf } from '../../record-index/pages.js';
import { keptIds, withIds } from '../../record-index/selection.js';
import { Announcer } from './callback-table.announcer.js';
import { UserChanges } from './callback-table.changes.js';
import { defaultColumns } from './callback-table.columns.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import { detailStyles } from './callback-table.detail.styles.js';
import { GridFocus } from './callback-table.focus.js';
import { grid } from './callback-table.grid.js';
import type { GridState } from './callback-table.grid.js';
import { TableInput } from './callback-table.input.js';
import { remember } from './callback-table.memo.js';
import { TableModel } from './callback-table.model.js';
import { narrowStyles } from './callback-table.narrow.styles.js';
import { placeholder, staleBanner } from './callback-table.notices.js';
import { pager } from './callback-table.pager.js';
import { resultLine } from './callback-table.result-line.js';
import { rowContext } from './callback-table.row.js';
import type { RowContext } from './callback-table.row.js';
import { rowStyles } from './callback-table.row.styles.js';
import { styles } from './callback-table.styles.js';
import { resultSummary, tableTexts, usableZone } from './callback-table.texts.js';
import type { TableTexts } from './callback-table.texts.js';
import { RowWindow, rowHeightOf } from './callback-table.window.js';
import type {
  Density,
  DiagnosticsEntry,
  Interaction,
  Problem,
  SearchValue,
  SortKey,
  TableChanges,
} from './callback-table.types.js';

export * from './callback-table.columns.js';
export * from './callback-table.events.js';
export * from './callback-table.types.js';

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
 * @csspart detail-refresh - The button that asks for newer queue details.
 * @csspart empty - What stands in the place of rows when there are none.
 * @csspart loading - What stands in the place of rows while the first ones are on their way.
 * @csspart problem - What went wrong, above the rows or in their place.
 * @csspart foot - Pager, page size and Back to top.
 * @csspart pager - The pager.
 * @csspart pager-button - A button of the pager.
 * @csspart page-size - The page size selector.
 * @csspart back-to-top - The button Back to top.
 *
 * @cssproperty [--callback-sticky-top=0px] - Distance at which the titles stick below the top of what scrolls.
 * @cssproperty [--callback-sticky-bottom=0px] - Distance at which the pager sticks above the bottom of what scrolls.
 */
export class CallbackTableElement extends BaseElement {
  static override readonly tag: string = 'callback-table';
  static override styles = [tokens, controls, styles, rowStyles, detailStyles, narrowStyles];

  /** The whole result, not a page of it. Of several records with the same id the last one counts. */
  @property({ attribute: false }) records: readonly CallbackRecord[] = [];

  /** What is known about queued callbacks, by id; shown in open rows. */
  @property({ attribute: false }) diagnostics: ReadonlyMap<string, DiagnosticsEntry> = new Map();

  /** Callbacks that something is being done with: their rows say so and offer no action. */
  @property({ attribute: false }) busyIds: ReadonlySet<string> = NOBODY;

  /** How many callbacks the server has, when that is more than the records here. */
  @property({ type: Number }) total?: number;

  /** Filters while a person types: a substring of one field's shown text, without regard to case and accents. */
  @property({ attribute: false }) search: SearchValue = { field: 'customerNumber', text: '' };

  /** Sort keys, the weightiest first; callbacks that are equal in all of them stand by id. Empty = in the order of the records. */
  @property({ attribute: false }) sort: readonly SortKey[] = [];

  /** The page shown, 1-based. A page beyond the last shows the last. */
  @property({ type: Number }) page = 1;

  /** Rows on a page; 0 shows one continuous list. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 250;

  /** Selected callbacks, by id; kept over pages, searches and refreshes until the callback leaves the records. */
  @property({ attribute: false }) selectedIds: ReadonlySet<string> = NOBODY;

  /** Open rows, by id; shown while the callback is queued. */
  @property({ attribute: false }) expandedIds: ReadonlySet<string> = NOBODY;

  /** Newer records are on their way. */
  @property({ type: Boolean }) loading = false;

  /** Why there are no newer records. Those that are there stay. */
  @property({ attribute: false }) problem?: Problem;

  /** Takes the row actions away. Finding, sorting, selecting and opening remain. */
  @property({ type: Boolean }) readonly = false;

  /** The columns from first to last. */
  @property({ attribute: false }) columns: readonly ColumnDefinition[] = defaultColumns;

  /** IANA time zone of every time shown; empty, or no zone at all, = the browser's. */
  @property({ attribute: 'time-zone' }) timeZone = '';

  /** Row height: `compact`, `normal` or `roomy`. */
  @property() density: Density = 'normal';

  /** `grid` has one tab stop and arrow keys inside, `table` is a plain table. */
  @property() interaction: Interaction = 'grid';

  /** Rows that a live change has just touched. */
  @state() private _changedIds: ReadonlySet<string> = NOBODY;

  readonly #model = new TableModel();
  readonly #announcer = new Announcer(this);
  readonly #focus = new GridFocus(this, (row) => this.#announceMove(row.dataset.id));
  readonly #window = new RowWindow(this);
  readonly #changes = new UserChanges(this, () => this.#current);
  readonly #input = new TableInput(
    { table: this, changes: this.#changes, focus: this.#focus, window: this.#window },
    () => this.#current,
  );
  readonly #textsOf = remember((_lang: string, zone: string) =>
    tableTexts(this.localize, usableZone(zone), Date.now()),
  );
  readonly #contextOf = remember(rowContext);
  #said = '';

  /** How many records match the search. */
  get matchingCount(): number {
    return this.#current.rows.length;
  }

  /** Ids of the rows on the page shown, in their order. */
  get visibleIds(): readonly string[] {
    return this.#current.visible.map(({ id }) => id);
  }

  /** Takes a live refresh in: rows change in their place, selection, focus and scroll stay. An id in both lists is removed. */
  applyChanges(changes: TableChanges): void {
    this.records = this.#current.apply(changes);
    const visible = new Set(this.visibleIds);
    this._changedIds = new Set(changes.upserts?.map(({ id }) => id).filter((id) => visible.has(id)));
    this.#dropLeft();
  }

  /** Selects every callback on the page, or every one that matches the search, besides those selected already. */
  selectAll(scope: 'page' | 'matching'): void {
    const { index, rows } = this.#current;
    this.selectedIds = withIds(this.selectedIds, scope === 'page' ? this.visibleIds : index.idsOf(rows), true);
  }

  /** Selects nothing any more. */
  clearSelection(): void {
    this.selectedIds = NOBODY;
  }

  /** Turns to the page of a callback and puts the focus on its row. Nothing happens when the search hides it. */
  focusRow(id: string): void {
    const { index, rows } = this.#current;
    const position = index.positionOf(id, rows);
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

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#dropLeft();
    if (changed.has('page') || changed.has('search') || changed.has('sort')) this._changedIds = NOBODY;
    this.#announceResult();
  }

  protected override render(): TemplateResult {
    const input = this.#input;
    const model = this.#current;
    const context = this.#context;
    const { texts } = context;
    return html`<div
      part="frame"
      class="frame ${this.density}"
      @click=${input.press}
      @keydown=${input.key}
      @input=${input.type}
      @change=${input.choose}
      @focusin=${input.focus}
      @animationend=${this.#endGlow}
    >
      ${resultLine(this, model, context)}
      ${this.problem === undefined || this.records.length === 0 ? nothing : staleBanner(this.problem, texts)}
      ${this.#grid(model, context)} ${model.rows.length === 0 ? placeholder(this, texts) : this.#foot(model, texts)}
      <div role="status" class="visually-hidden">${this.#announcer.text}</div>
    </div>`;
  }

  #grid(model: TableModel, context: RowContext): TemplateResult {
    const { diagnostics, busyIds, selectedIds, expandedIds, search, sort, total, loading } = this;
    const { rowId } = this.#focus;
    const pieces = this.#window.pieces(
      model.pageLength,
      rowHeightOf(this.density),
      rowId === undefined ? -1 : model.placeOf(rowId),
    );
    const state: GridState = {
      ...{ diagnostics, busyIds, selectedIds, expandedIds, search, sort, total, loading, pieces },
      changedIds: this._changedIds,
      isAwaited: (id) => this.#changes.isAwaited(id),
      rowHeight: this.#window.rowHeight,
    };
    return grid(state, model, context);
  }

  #foot({ bounds, rows }: TableModel, texts: TableTexts): TemplateResult {
    return pager({ bounds, count: rows.length, pageSize: this.pageSize, texts, turn: this.#input.turn });
  }

  get #context(): RowContext {
    const texts = this.#textsOf(this.localize.lang(), this.timeZone);
    return this.#contextOf(this.columns, texts, this.interaction !== 'table', this.readonly);
  }

  get #current(): TableModel {
    return this.#model.update(this, this.#context.texts);
  }

  #dropLeft(): void {
    const hasLeft = this.#current.takeLeft();
    if (hasLeft === undefined) return;
    this.selectedIds = keptIds(this.selectedIds, (id) => !hasLeft(id));
    this.expandedIds = keptIds(this.expandedIds, (id) => !hasLeft(id));
  }

  #announceResult(): void {
    if (this.loading || (this.problem !== undefined && this.records.length === 0)) return;
    const { bounds, rows } = this.#current;
    const summary = resultSummary(this.#context, rows.length, bounds, this.sort);
    if (summary === this.#said) return;
    this.#said = summary;
    this.#announcer.say(summary);
  }

  #announceMove(id: string | undefined): void {
    const record = id === undefined ? undefined : this.#current.index.get(id);
    if (record !== undefined) this.#announcer.say(this.#context.texts.term('focusMoved', record.customerNumber));
  }

  readonly #endGlow = ({ animationName, target }: AnimationEvent): void => {
    const id = animationName === 'glow' ? (target as HTMLElement).dataset.id : undefined;
    if (id !== undefined) this._changedIds = withIds(this._changedIds, [id], false);
  };
}
