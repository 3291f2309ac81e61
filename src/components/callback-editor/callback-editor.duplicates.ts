import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { waitFor } from '../../controllers/wait.js';
import { stateText } from '../../domain/callback.js';
import type { CallbackRecord } from '../../domain/callback.js';
import { activeOf, customerKey } from '../../domain/duplicates.js';
import type { AfterPress } from '../../internal/after-press.js';
import { emit } from '../../internal/emit.js';
import { timeFormat } from '../../internal/format.js';
import { icon } from '../../internal/icons.js';
import { shortened } from '../../internal/long-text.js';
import { EDITOR_DUPLICATES_REQUEST } from './callback-editor.events.js';
import type { EditorDuplicatesRequestEvent } from './callback-editor.events.js';
import type { EditorMode } from './callback-editor.types.js';
import type { EditorView } from './callback-editor.view.js';

/** Milliseconds after which a number that is no longer changed is taken for a whole one. */
const SETTLED = 400;

/** Callbacks that are listed; the others are counted. */
const MOST_LISTED = 3;

/** The form whose customer is asked about. */
interface DuplicatesHost extends ReactiveControllerHost, EventTarget {
  readonly open: boolean;
  readonly mode: EditorMode;
  readonly record: CallbackRecord | undefined;
  readonly customerNumber: string;
  readonly duplicates: readonly CallbackRecord[];
}

/**
 * Wishes to know the other callbacks of the customer: when a form for a callback opens, and when a number has been typed. What comes of
 * it is shown once nothing is pressed.
 */
export class DuplicatesWish implements ReactiveController {
  readonly #host: DuplicatesHost;
  readonly #afterPress: AfterPress;
  #subject = '';
  #waiting: AbortController | undefined;
  #shown: readonly CallbackRecord[] = [];

  constructor(host: DuplicatesHost, afterPress: AfterPress) {
    this.#host = host;
    this.#afterPress = afterPress;
    host.addController(this);
  }

  /** What the owner of the form knows, as far as it may be shown. */
  get shown(): readonly CallbackRecord[] {
    return this.#shown;
  }

  hostUpdate(): void {
    if (this.#shown === this.#host.duplicates) return;
    if (this.#afterPress.isPressed) this.#afterPress.run(() => this.#host.requestUpdate());
    else this.#shown = this.#host.duplicates;
  }

  hostUpdated(): void {
    const { open, mode, record, customerNumber } = this.#host;
    const key = open ? customerKey(customerNumber) : '';
    const subject = key === '' ? '' : `${mode === 'create' ? '' : (record?.id ?? '')} ${key}`;
    if (subject === this.#subject) return;
    this.#subject = subject;
    this.#waiting?.abort();
    if (subject !== '') void this.#wish(mode === 'create' ? SETTLED : 0);
  }

  hostDisconnected(): void {
    this.#subject = '';
    this.#waiting?.abort();
  }

  async #wish(pause: number): Promise<void> {
    const { signal } = (this.#waiting = new AbortController());
    await waitFor(pause, signal);
    if (signal.aborted) return;
    emit<EditorDuplicatesRequestEvent>(this.#host, EDITOR_DUPLICATES_REQUEST, {}, { internal: true });
  }
}

/** Which other callbacks the customer has: a warning, and no obstacle. The place is always there, so that what comes is announced. */
export function duplicatesNote(view: EditorView): TemplateResult {
  const { localize, mode, timeZone } = view;
  const found = duplicatesIn(view);
  const format = timeFormat(localize.lang(), timeZone);
  const rest = found.length - MOST_LISTED;
  const line = (record: CallbackRecord): TemplateResult =>
    html`<li>
      <bdi>${stateText(record)}</bdi>, <bdi>${format(record.desiredTime)}</bdi>,
      <bdi>${shortened(record.serviceName)}</bdi>
    </li>`;
  return html`<div role="status" class=${found.length === 0 ? 'visually-hidden' : 'duplicates'}>
    ${
      found.length === 0
        ? nothing
        : html`<div class="note warning" id="duplicates">
            ${icon('warning')}
            <div>
              ${localize.term(mode === 'edit' ? 'otherCallbacks' : 'activeAlready', found.length, localize.number(found.length))}
              <ul>
                ${found.slice(0, MOST_LISTED).map(line)}
                ${rest > 0 ? html`<li>${localize.term('moreCallbacks', rest, localize.number(rest))}</li>` : nothing}
              </ul>
            </div>
          </div>`
    }
  </div>`;
}

/** The same in one line for the foot, once a form that would add a further callback is about to be sent. */
export function duplicatesLine(view: EditorView): TemplateResult | typeof nothing {
  const { draft, localize, mode, form, whyOff } = view;
  const { length } = duplicatesIn(view);
  const isFilled = mode === 'create' ? draft.serviceName !== '' : draft.desiredTime !== '';
  if (mode === 'edit' || length === 0 || !isFilled || form.problems.length > 0 || whyOff !== undefined) return nothing;
  return html`<p class="one-more">
    ${icon('warning')}<span>${localize.term('oneMoreCallback', length, localize.number(length))}</span>
  </p>`;
}

/** Those that were found for the number that stands in the form now. */
function duplicatesIn({ draft, duplicates, mode, record }: EditorView): readonly CallbackRecord[] {
  const number = mode === 'create' ? draft.customerNumber : (record?.customerNumber ?? '');
  return activeOf(number, duplicates, mode === 'create' ? undefined : record?.id);
}
