import type { UserChanges } from './callback-table.changes.js';
import type { GridFocus, Step } from './callback-table.focus.js';
import { commandOf } from './callback-table.keyboard.js';
import type { GridCommand } from './callback-table.keyboard.js';
import type { TableModel } from './callback-table.model.js';
import { rowAction } from './callback-table.row-view.js';
import type { ShortcutSheet } from './callback-table.shortcuts.js';
import { isExpandable } from './callback-table.state-view.js';
import type { SearchValue } from './callback-table.types.js';
import type { RowWindow } from './callback-table.window.js';

/** What input needs of the table. */
interface InputHost extends HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  readonly search: SearchValue;
  readonly expandedIds: ReadonlySet<string>;
  readonly busyIds: ReadonlySet<string>;
  readonly readonly: boolean;
  requestUpdate(): void;
  scrollToTop(): void;
}

/** What input acts upon. */
interface Targets {
  readonly table: InputHost;
  readonly changes: UserChanges;
  readonly focus: GridFocus;
  readonly window: RowWindow;
  readonly shortcuts: ShortcutSheet;
}

/** One listener per kind of event for the whole table: finds what was meant, and does it. */
export class TableInput {
  readonly #table: InputHost;
  readonly #changes: UserChanges;
  readonly #focus: GridFocus;
  readonly #window: RowWindow;
  readonly #shortcuts: ShortcutSheet;
  readonly #model: () => TableModel;
  #held: { readonly control: HTMLElement; readonly id: string } | undefined;

  constructor({ table, changes, focus, window, shortcuts }: Targets, model: () => TableModel) {
    this.#table = table;
    this.#changes = changes;
    this.#focus = focus;
    this.#window = window;
    this.#shortcuts = shortcuts;
    this.#model = model;
  }

  /** Remembers what is being pressed: rows are used again, and a refresh may put another callback under the pointer. */
  readonly hold = (event: Event): void => {
    const control = this.#controlOf(event);
    this.#held = control === undefined ? undefined : { control, id: rowIdOf(control) };
  };

  readonly press = (event: MouseEvent): void => {
    const control = this.#controlOf(event);
    if (control === undefined) return;
    const id = rowIdOf(control);
    if (this.#isAnother(control, id)) {
      if (control.dataset.action === 'select') (control as HTMLInputElement).checked = this.#model().isSelected(id);
      return;
    }
    const { action, field } = control.dataset;
    switch (action) {
      case 'select':
        if (event.shiftKey) this.#changes.selectTo(id);
        else this.#changes.toggleSelected(id);
        // A range that ends on a selected row leaves it selected, but the press has switched its check box off.
        (control as HTMLInputElement).checked = this.#model().isSelected(id);
        break;
      case 'select-page':
        this.#changes.selectPage((control as HTMLInputElement).checked);
        break;
      case 'sort':
        this.#changes.sortBy(field ?? '', event.shiftKey);
        break;
      case 'expand':
        this.#changes.toggleOpen(id);
        break;
      case 'diagnose':
        this.#changes.requestDetails(id);
        break;
      case 'edit':
      case 'reschedule':
        this.#changes.requestEdit(id);
        break;
      default:
        this.#pressOutside(action);
    }
  };

  readonly type = (event: Event): void => {
    const control = this.#controlOf(event);
    if (control?.dataset.action !== 'search') return;
    this.#changes.searchFor({ ...this.#table.search, text: (control as HTMLInputElement).value });
  };

  readonly choose = (event: Event): void => {
    const control = this.#controlOf(event);
    if (control === undefined) return;
    const { value } = control as HTMLSelectElement;
    if (control.dataset.action === 'search-field') this.#changes.searchFor({ ...this.#table.search, field: value });
    if (control.dataset.action === 'page-size') this.#changes.resizePage(Number(value));
  };

  readonly key = (event: KeyboardEvent): void => {
    // A press by key has nothing to do with where the pointer last went down.
    this.#held = undefined;
    const target = event.target as HTMLElement;
    if (!this.#isOwn(target) || target.closest('table[role="grid"]') === null) return;
    const command = commandOf(event, this.#table.matches(':dir(rtl)'));
    if (command === undefined) return;
    // A control inside the details has keys of its own; only Escape leads out of it.
    const isInside = this.#focus.isInDetail && target !== this.#focus.cell;
    if (isInside && command.do !== 'leave') return;
    if (isInside ? this.#leaveControl() : this.#run(command, target)) event.preventDefault();
  };

  readonly focus = (event: FocusEvent): void => {
    if (this.#isOwn(event.target)) this.#focus.note(event.target as Element);
  };

  /** Turns to a page by the pager. It is read from its beginning; the pager stays in sight, since it sticks. */
  readonly turn = (page: number): void => {
    this.#changes.turnTo(page);
    void this.#table.updateComplete.then(() => {
      if (this.#table.getBoundingClientRect().top < 0) this.#table.scrollToTop();
    });
  };

  /** Whether the pointer went down on one callback and came up on another in the same row. */
  #isAnother(control: HTMLElement, id: string): boolean {
    const held = this.#held;
    this.#held = undefined;
    return held?.control === control && held.id !== id;
  }

  #pressOutside(action = ''): void {
    switch (action) {
      case 'select-matching':
        this.#changes.selectMatching();
        break;
      case 'clear-selection':
        this.#changes.selectNone();
        break;
      case 'clear-search':
        this.#changes.searchFor({ ...this.#table.search, text: '' });
        this.#element('search')?.focus();
        break;
      case 'retry':
        this.#changes.requestRefresh();
        break;
      case 'back-to-top':
        this.#element('heading')?.focus({ preventScroll: true });
        this.#table.scrollToTop();
        break;
    }
  }

  /** @returns whether the key was used up */
  #run(command: GridCommand, target: HTMLElement): boolean {
    switch (command.do) {
      case 'move':
        return this.#move(command.step);
      case 'screen':
        return this.#move({ rows: command.direction * rowsOnScreen(target, this.#window.sightHeight) });
      case 'turn-page':
        return this.#turnPage(command.direction);
      case 'extend':
        return this.#extend(command.direction);
      case 'select-all':
        return this.#selectAll();
      case 'search':
        this.#element('search')?.focus();
        return true;
      case 'shortcuts':
        this.#shortcuts.show();
        return true;
      case 'use':
        return this.#use(target);
      default:
        return this.#runOnRow(command.do, target);
    }
  }

  /** Moves the focus; to a row that is not rendered, after rendering it. */
  #move(step: Step): boolean {
    this.#changes.endRange();
    const place = this.#placeAfter(step);
    if (place === undefined) this.#focus.move(step);
    else this.#focusPlace(place, 'to' in step);
    return true;
  }

  /** Where a step leads when that is not beside the row in the document; undefined when it is. */
  #placeAfter(step: Step): number | undefined {
    const model = this.#model();
    const last = model.pageLength - 1;
    if ('to' in step) return step.to === 'grid-end' && this.#window.isPartial ? last : undefined;
    if (!('rows' in step) || !this.#window.isPartial) return undefined;
    if (Math.abs(step.rows) === 1 && !this.#focus.isBesideGap(step.rows)) return undefined;
    const id = this.#focus.rowId;
    const from = id === undefined ? -1 : model.placeOf(id);
    const place = from + step.rows;
    // A screenful up ends at the first row; only from there on it leads to the titles.
    if (place < 0) return from > 0 ? 0 : undefined;
    return Math.min(place, last);
  }

  #focusPlace(place: number, isLastColumn: boolean): void {
    this.#window.reveal(place);
    this.#focus.wish(this.#model().recordAt(place).id, isLastColumn ? Number.POSITIVE_INFINITY : undefined);
    this.#table.requestUpdate();
  }

  #runOnRow(command: 'toggle-row' | 'select-row' | 'leave' | 'edit' | 'reschedule', target: HTMLElement): boolean {
    const id = this.#focus.rowId;
    const record = id === undefined ? undefined : this.#model().index.get(id);
    if (record === undefined) return false;
    switch (command) {
      case 'toggle-row':
        // A control is pressed by Space itself.
        if (target.matches('input, button') || this.#focus.isInDetail) return false;
        this.#changes.toggleSelected(record.id);
        return true;
      case 'select-row':
        this.#changes.toggleSelected(record.id);
        return true;
      case 'leave':
        if (!isExpandable(record) || !this.#table.expandedIds.has(record.id)) return false;
        this.#focus.focusRowOf(record.id);
        this.#changes.toggleOpen(record.id);
        return true;
      default:
        if (this.#table.readonly || this.#table.busyIds.has(record.id) || rowAction(record) !== command) return false;
        this.#changes.requestEdit(record.id);
        return true;
    }
  }

  #use(target: HTMLElement): boolean {
    const control = this.#focus.isInDetail ? target.querySelector<HTMLElement>('button') : null;
    control?.focus();
    // Enter presses a button by itself; a check box needs help.
    if (target.matches('input')) target.click();
    return control !== null || target.matches('input');
  }

  #leaveControl(): boolean {
    this.#focus.focusCell();
    return true;
  }

  /** Turns a page by a key and takes the focus along to the first row. */
  #turnPage(direction: 1 | -1): boolean {
    const { page, pages } = this.#model().bounds;
    const next = page + direction;
    if (next < 1 || next > pages) return true;
    this.#changes.turnTo(next);
    this.#focusPlace(0, false);
    return true;
  }

  #extend(direction: 1 | -1): boolean {
    const id = this.#focus.rowId;
    const next = id === undefined ? undefined : this.#changes.extend(id, direction);
    if (next !== undefined) this.#focusPlace(this.#model().placeOf(next), false);
    return id !== undefined;
  }

  /** Selects the page; when all of it is selected already, offers the rest instead of taking it. */
  #selectAll(): boolean {
    const offer = this.#element('select-matching');
    if (offer === undefined) this.#changes.selectPage(true);
    else offer.focus();
    return true;
  }

  #controlOf({ target }: Event): HTMLElement | undefined {
    return this.#isOwn(target) ? ((target as Element).closest<HTMLElement>('[data-action]') ?? undefined) : undefined;
  }

  /** What the host page puts into a slot is the page's, whatever it looks like. */
  #isOwn(target: EventTarget | null): boolean {
    return target instanceof Node && target.getRootNode() === this.#table.renderRoot;
  }

  #element(id: string): HTMLElement | undefined {
    return this.#table.renderRoot.querySelector<HTMLElement>(`#${id}`) ?? undefined;
  }
}

function rowIdOf(control: HTMLElement): string {
  return control.closest('tr')?.dataset.id ?? '';
}

/** How many rows a screenful is; one is kept in view to go on reading from. */
function rowsOnScreen(target: HTMLElement, sightHeight: number): number {
  const height = target.closest('tr')?.getBoundingClientRect().height ?? 0;
  return height === 0 ? 1 : Math.max(1, Math.floor(sightHeight / height) - 2);
}
