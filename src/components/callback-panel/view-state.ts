import type { ReactiveControllerHost } from 'lit';
import type { PanelView } from './callback-panel.types.js';
import { DEFAULT_VIEW, rangeNamed, readView, toDays } from './callback-panel.view.js';
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

/** The view of the panel: set by the host page, changed by a person, kept by the browser. The one place where it is assigned. */
export class ViewState {
  /** The two dates while a custom range is being chosen. */
  readonly form: RangeForm;
  readonly #options: ViewStateOptions;
  #value: PanelView = DEFAULT_VIEW;
  #given = false;
  #notKept = false;

  constructor(options: ViewStateOptions) {
    this.#options = options;
    this.form = new RangeForm(options.host);
  }

  get value(): PanelView {
    return this.#value;
  }

  /** Whether what this browser keeps could not be read or written. */
  get notKept(): boolean {
    return this.#notKept;
  }

  /** Takes a whole view from the host page; it wins over what the browser keeps. */
  set(value: unknown): void {
    this.#given = true;
    this.#assign(readView(value));
  }

  /** Takes single members from the host page. */
  patch(change: Partial<PanelView>): void {
    this.#assign(readView(change, this.#value));
  }

  setRange(name: string): void {
    this.#assign({ ...this.#value, range: rangeNamed(name, this.#value.range, this.#options.context()) });
  }

  /** Takes what the browser kept, unless the host page gave a view. */
  load(): void {
    const key = this.#options.storageKey();
    if (key === undefined || this.#given) return;
    const kept = loadView(key, this.#value);
    if (typeof kept === 'object') this.#assign(kept.view);
    this.#notKept = kept === 'unreadable';
  }

  /** A person changed something. */
  change(change: Partial<PanelView>): void {
    this.#assign({ ...this.#value, ...change });
    const key = this.#options.storageKey();
    if (key !== undefined) this.#notKept = !keepView(key, this.#value);
    this.#options.host.requestUpdate();
    this.#options.changed();
  }

  /** A person chose a range by its name; Custom Date Range begins with the days shown now and waits for Submit. */
  choose(name: string): void {
    const context = this.#options.context();
    if (name === 'custom') this.form.begin(toDays(this.#value.range, context));
    else {
      this.form.close();
      this.change({ range: rangeNamed(name, this.#value.range, context), page: 1 });
    }
  }

  /** A person submitted the two dates. */
  submitDays(): void {
    const days = this.form.submit(this.#options.context().zone);
    if (days !== undefined) this.change({ range: days, page: 1 });
  }

  #assign(next: PanelView): void {
    const { range } = next;
    const isOther = JSON.stringify(range) !== JSON.stringify(this.#value.range);
    this.#value = Object.freeze(next);
    if (!isOther) return;
    if ('from' in range) this.form.begin(range);
    else this.form.close();
  }
}
