import { isCallbackState, outcomeOf } from '../../domain/callback.js';
import type { CallbackRecord, CallbackState } from '../../domain/callback.js';
import { element, setAttribute } from '../../internal/element.js';
import { iconView } from '../../internal/icons.js';
import type { IconName } from '../../internal/icons.js';
import type { RowContext } from './callback-table.row-types.js';
import { isForeignText, textView } from './callback-table.text-view.js';

const MARKS: Readonly<Record<Exclude<CallbackState, 'COMPLETED'>, IconName>> = {
  SCHEDULED: 'clock',
  QUEUED: 'stack',
  ROUTING: 'branch',
  PROCESSING: 'headset',
  PAUSED: 'bars',
};

const OUTCOME_MARKS = { connected: 'check', cancelled: 'crossOut', failed: 'warning', unknown: 'check' } as const;

/** Characters of a reason that fit into one line of the narrowest column. */
const UNBROKEN = 17;

/** Characters of a reason that fit into the lines of a cell. */
const IN_LINES = 48;

const SEPARATOR = /(?<=[_@])/;

/** Whether a row can be opened for queue details. */
export function isExpandable(record: CallbackRecord | undefined): boolean {
  return record?.state === 'QUEUED';
}

/** The cell of the state: mark, word, and the reason after it; a button where the row can be opened. */
export class StateView {
  readonly #cell: HTMLTableCellElement;
  readonly #context: RowContext;
  readonly #mark = iconView('question');
  readonly #state = element('span');
  readonly #showState = textView(this.#state);
  readonly #reason = element('span', { class: 'reason', hidden: '' });
  readonly #chevron = iconView('chevronDown');
  #button: HTMLButtonElement | undefined;
  #isExpandable = false;
  #tone = '';
  #shownReason = '';
  #detailId: string | undefined;

  constructor(cell: HTMLTableCellElement, context: RowContext) {
    this.#cell = cell;
    this.#context = context;
    cell.append(this.#mark.element, this.#state, this.#reason);
  }

  show(record: CallbackRecord): void {
    const { state, reason = '' } = record;
    const { mark, tone } = stateMark(state, reason);
    this.#mark.show(mark);
    if (tone !== this.#tone) {
      this.#tone = tone;
      this.#mark.element.setAttribute('class', `icon mark ${tone}`);
    }
    this.#showState(state);
    this.#showReason(reason);
    this.#becomeExpandable(isExpandable(record));
  }

  /** Says whether the row is open, and which element its details are. */
  open(detailId: string | undefined): void {
    if (!this.#isExpandable || this.#button === undefined || detailId === this.#detailId) return;
    this.#detailId = detailId;
    this.#chevron.show(detailId === undefined ? 'chevronDown' : 'chevronUp');
    this.#button.ariaExpanded = String(detailId !== undefined);
    setAttribute(this.#button, 'aria-controls', detailId);
  }

  /** A reason is a constant that may break after its separators, and is copied as it is. */
  #showReason(reason: string): void {
    if (reason === this.#shownReason) return;
    this.#shownReason = reason;
    this.#reason.hidden = reason === '';
    const text = reason === '' ? '' : ` (${reason})`;
    const parts = text.length > UNBROKEN ? text.split(SEPARATOR) : [text];
    if (parts.length === 1) this.#reason.textContent = text;
    else this.#reason.replaceChildren(...parts.flatMap((part, at) => (at === 0 ? [part] : [element('wbr'), part])));
    this.#reason.classList.toggle('foreign', isForeignText(reason));
    this.#reason.classList.toggle('clip', isForeignText(reason) || reason.length > IN_LINES);
  }

  /** A cell lends its focus to its only control, so it takes none itself while it has one. */
  #becomeExpandable(isExpandable: boolean): void {
    if (isExpandable === this.#isExpandable) return;
    this.#isExpandable = isExpandable;
    if (isExpandable) this.#cell.append((this.#button ??= this.#makeButton()));
    else this.#button?.remove();
    setAttribute(this.#cell, 'tabindex', this.#context.isGrid && !isExpandable ? '-1' : undefined);
  }

  #makeButton(): HTMLButtonElement {
    const { isGrid, texts } = this.#context;
    return element(
      'button',
      {
        type: 'button',
        class: 'expand',
        'data-action': 'expand',
        'aria-label': texts.term('queueDetails', 'QUEUED'),
        'aria-expanded': 'false',
        tabindex: isGrid ? '-1' : undefined,
      },
      this.#chevron.element,
    );
  }
}

function stateMark(state: string, reason: string): { readonly mark: IconName; readonly tone: string } {
  if (!isCallbackState(state)) return { mark: 'question', tone: 'unknown' };
  if (state !== 'COMPLETED') return { mark: MARKS[state], tone: state.toLowerCase() };
  const outcome = outcomeOf(reason);
  return { mark: OUTCOME_MARKS[outcome], tone: outcome };
}
