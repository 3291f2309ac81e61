import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import type { PendingChange, PendingChangesController } from '../../controllers/pending-changes.js';
import type { LocalizeController } from '../../internal/localize.js';
import { pendingStrip } from './callback-panel.pending.js';
import { Status } from './status.js';

/** What the strip needs of its page. */
export interface PendingStripContext {
  readonly pending: PendingChangesController;
  readonly localize: LocalizeController;
  /** What a dialog shows, and the strip need not. */
  readonly inDialog: () => PendingChange | undefined;
  /** A line is gone, and the focus with it perhaps; here is the callback it was about. */
  readonly lineClosed: (id: string) => void;
  /** Says something politely where everybody sees it. */
  readonly announce: (words: string) => void;
}

/** Inputs in which nothing is typed, so that nothing typed can be undone there. */
const NOT_TYPED = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file', 'image']);

/**
 * The strip at the foot of the page that shows what waits to be sent. It tells a new change once, lets the time stand still while
 * somebody points at it or is in it by keyboard, and keeps what sticks to the foot of the table clear of itself.
 *
 * Ctrl+Z anywhere in its page outside text fields undoes the newest change; in an open dialog only what that dialog shows, since nobody
 * sees what else is undone behind it. When the newest has just gone out, it says so and touches nothing else.
 */
export class PendingStrip implements ReactiveController {
  readonly #host: LitElement;
  readonly #context: PendingStripContext;
  readonly #status: Status;
  #observer: ResizeObserver | undefined;
  #observed: Element | null = null;
  #lastTold = 0;

  constructor(host: LitElement, context: PendingStripContext) {
    this.#host = host;
    this.#context = context;
    this.#status = new Status(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#keyPressed);
    this.#observer = new ResizeObserver(([entry]) => {
      const [size] = entry?.borderBoxSize ?? [];
      // In the next frame: an observer whose callback changes what it observes makes the browser complain.
      requestAnimationFrame(() => this.#reserve(size?.blockSize ?? 0));
    });
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#keyPressed);
    this.#observer?.disconnect();
    this.#observed = null;
  }

  hostUpdate(): void {
    this.#tellNewest();
  }

  hostUpdated(): void {
    this.#observe();
    // A line may go that had the focus.
    this.#lookForFocus();
  }

  render(): TemplateResult {
    const { localize, pending } = this.#context;
    return pendingStrip(
      { localize, changes: this.#changes, announcement: this.#status.words },
      {
        undo: (change) => this.#close(change, () => pending.undo(change.key)),
        sendNow: (change) => this.#close(change, () => pending.sendNow(change.key)),
        // A pointer that rests where the strip appears was not put there for it.
        hovered: ({ type }) => pending.hold('hover', type === 'pointermove'),
        focused: () => this.#lookForFocus(),
      },
    );
  }

  get #changes(): readonly PendingChange[] {
    const { pending, inDialog } = this.#context;
    return pending.all.filter((change) => change !== inDialog());
  }

  get #section(): Element | null {
    return this.#host.renderRoot.querySelector('.pending');
  }

  /** A little later: the focus may also move while the page is being drawn, which is no time to ask for drawing. */
  #lookForFocus(): void {
    queueMicrotask(() => {
      this.#context.pending.hold('focus', this.#section?.matches(':focus-within') === true);
    });
  }

  #close({ ids: [first] }: PendingChange, end: () => void): void {
    end();
    if (first !== undefined) this.#context.lineClosed(first);
  }

  #tellNewest(): void {
    const { localize } = this.#context;
    const newest = this.#changes.at(-1);
    if (newest === undefined) {
      if (this.#status.words !== '') this.#status.clear();
    } else if (newest.key > this.#lastTold) {
      this.#lastTold = newest.key;
      const seconds = localize.number(Math.ceil(newest.total / 1000));
      void this.#status.say(localize.term('pendingAnnouncement', newest.words, seconds));
    }
  }

  #observe(): void {
    const section = this.#section;
    if (section === this.#observed) return;
    this.#observer?.disconnect();
    this.#observed = section;
    if (section === null) this.#reserve(0);
    else this.#observer?.observe(section);
  }

  #reserve(blockSize: number): void {
    const panel = this.#host.renderRoot.querySelector<HTMLElement>('.panel');
    panel?.style.setProperty('--_pending', `${blockSize}px`);
  }

  readonly #keyPressed = (event: KeyboardEvent): void => {
    const { announce, inDialog, localize, pending } = this.#context;
    const path = event.composedPath();
    if (!isUndo(event) || event.defaultPrevented || isTyped(path[0])) return;
    const isInside = path.some(isOpenDialog);
    const change = isInside ? inDialog() : pending.all.at(-1);
    if (!isInside && pending.isTooLate) {
      event.preventDefault();
      announce(localize.term('alreadySent'));
    } else if (change !== undefined) {
      event.preventDefault();
      this.#close(change, () => pending.undo(change.key));
    }
  };
}

function isUndo({ altKey, ctrlKey, key, metaKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'z';
}

function isOpenDialog(target: EventTarget): boolean {
  return target instanceof HTMLDialogElement && target.open;
}

function isTyped(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TYPED.has(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
