import type { ReactiveControllerHost } from 'lit';
import type { PanelView } from './callback-panel.types.js';
import { DEFAULT_VIEW, rangeName, rangeNamed, readView, toDays } from './callback-panel.view.js';
import type { RangeContext } from './callback-panel.view.js';
import { keepView, loadView } from './kept-view.js';
import { RangeForm } from './range-form.js';

/** What the state of the view needs of its page. */
export interface ViewStateOptions {
  readonly host: ReactiveControllerHost;
  /** Key under which this browser keeps the view; undefined = it does not. */
  readonly storageKey: () => string | undefined;
  readonly context: () => RangeContext;
  /** A person changed the view. */
  readonly changed: () => void;
}

/** The members of a view that are attributes too. */
interface ViewAttributes {
  /** A preset, `custom`, or a saved range's id. */
  readonly range?: string;
  readonly pageSize?: number;
}

/** The view of the panel: set by the host page, changed by a person, kept by the browser. The one place where it is assigned. */
export class ViewState {
  /** The two dates while a custom range is being chosen. */
  readonly form: RangeForm;
  readonly #options: ViewStateOptions;
  /** What the attributes of the page say about an untouched view. */
  #attributes: ViewAttributes = {};
  /** A view given before the first update; attributes that come later do not overrule it. */
  #given: unknown;
  #value: PanelView | undefined;
  #notKept = false;

  constructor(options: ViewStateOptions) {
    this.#options = options;
    this.form = new RangeForm(options.host);
  }

  /** Before the first update nothing is settled: then it follows from what the page has said so far, in whatever order. */
  get value(): PanelView {
    return this.#value ?? readView(this.#given, this.#untouched);
  }

  /** Whether what this browser keeps could not be read or written. */
  get notKept(): boolean {
    return this.#notKept;
  }

  /** Takes a view from the host page; it wins over attributes and over what the browser keeps. */
  set(value: unknown): void {
    if (this.#value === undefined) this.#given = value ?? undefined;
    else this.#assign(readView(value, this.#untouched));
  }

  /** Takes a range by its word from the host page; null means that of an untouched page. */
  setRange(name: string | null | undefined): void {
    this.#attributes = { ...this.#attributes, range: name ?? rangeName(DEFAULT_VIEW.range) };
    if (this.#value !== undefined) this.#assign({ ...this.#value, range: this.#untouched.range });
  }

  /** Takes a page size from the host page; null, and what is none, means that of an untouched page. */
  setPageSize(pageSize: number | null | undefined): void {
    this.#attributes = { ...this.#attributes, pageSize: pageSize ?? DEFAULT_VIEW.pageSize };
    if (this.#value !== undefined) this.#assign({ ...this.#value, pageSize: this.#untouched.pageSize });
  }

  /** Settles what the page has said, or what the browser kept when the page gave no view. */
  settle(): void {
    const value = this.value;
    const key = this.#key;
    const kept = key === undefined || this.#given !== undefined ? 'none' : loadView(key, value);
    this.#notKept = kept === 'unreadable';
    this.#assign(typeof kept === 'object' ? kept.view : value);
  }

  /** A person changed something. */
  change(change: Partial<PanelView>): void {
    const next = { ...this.value, ...change };
    this.#assign(next);
    const key = this.#key;
    if (key !== undefined) this.#notKept = !keepView(key, next);
    this.#options.host.requestUpdate();
    this.#options.changed();
  }

  /** A person chose a range by its name; Custom Date Range begins with the days shown now and waits for Submit. */
  choose(name: string): void {
    const context = this.#options.context();
    if (name === 'custom') this.form.begin(toDays(this.value.range, context));
    else {
      this.form.close();
      this.change({ range: rangeNamed(name, this.value.range, context), page: 1 });
    }
  }

  /** A person submitted the two dates. */
  submitDays(): void {
    const days = this.form.submit(this.#options.context().zone);
    if (days !== undefined) this.change({ range: days, page: 1 });
  }

  /** The view of a page on which nobody has done anything. */
  get #untouched(): PanelView {
    const { range, pageSize } = this.#attributes;
    const present = this.#value?.range ?? DEFAULT_VIEW.range;
    const named = range === undefined ? DEFAULT_VIEW.range : rangeNamed(range, present, this.#options.context());
    return readView({ range: named, pageSize });
  }

  get #key(): string | undefined {
    const key = this.#options.storageKey();
    return key === '' ? undefined : key;
  }

  #assign(next: PanelView): void {
    const { range } = next;
    const isOther = JSON.stringify(range) !== JSON.stringify(this.#value?.range);
    this.#value = Object.freeze(next);
    if (!isOther) return;
    if ('from' in range) this.form.begin(range);
    else this.form.close();
  }
}
