import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { writeFailureWords } from '../../internal/failure-note.js';
import { icon } from '../../internal/icons.js';
import type { LocalizeController } from '../../internal/localize.js';
import { inSentence, longText } from '../../internal/long-text.js';
import { nameList } from './name-list.js';
import type { Source } from './source.js';
import type { Trouble, Troubles } from './troubles.js';

/** What the notes between the buttons and the table tell. */
export interface Notes {
  readonly localize: LocalizeController;
  readonly source: Source;
  /** Services that have as many callbacks in the list as were asked for. */
  readonly atLimit: readonly string[];
  readonly maximum: number;
  /** Name of a range that the page asks for and that does not exist. */
  readonly unknownRange: string | undefined;
  /** Settings kept in this browser could not be read or written. */
  readonly viewNotKept: boolean;
  /** What did not work and no dialog tells. */
  readonly troubles: Troubles;
}

/** One line for everything a person should know before trusting the table below. */
export function notes(told: Notes): TemplateResult | typeof nothing {
  const { localize, atLimit, source } = told;
  const { list, descriptionFailed } = source;
  const unreadable = list.unreadable.length;
  const lines = [
    ...told.troubles.all.map((trouble) => troubleNote(told, trouble)),
    told.unknownRange === undefined
      ? nothing
      : note('warning', localize.term('noSuchRange', inSentence(told.unknownRange))),
    unreadable === 0 ? nothing : note('warning', localize.term('unreadable', unreadable)),
    atLimit.length === 0 ? nothing : limitNote(told),
    descriptionFailed && list.problem === undefined ? note('warning', localize.term('descriptionFailed')) : nothing,
    told.viewNotKept ? note('warning', localize.term('viewNotKept')) : nothing,
    source.clockNote.skew === undefined ? nothing : clockNote(told, source.clockNote.skew),
  ];
  return lines.every((line) => line === nothing) ? nothing : html`<div class="notes" part="notes">${lines}</div>`;
}

function troubleNote({ localize, troubles }: Notes, trouble: Trouble): TemplateResult {
  const { what, problem, review } = trouble;
  const why = whyNot(localize, trouble);
  const { serverMessage } = problem.details;
  const open = (): void => {
    if (review?.isPossible() !== true) return;
    troubles.dismiss(trouble);
    review.open();
  };
  return html`
    <div class="note failure" role="alert">
      ${icon('warning')}
      <span class="text">
        <bdi>${what} ${why}</bdi>
        ${
          serverMessage === undefined
            ? nothing
            : html`<span class="detail">${longText(localize.term('serverSaid', serverMessage))}</span>`
        }
      </span>
      ${
        review?.isPossible() === true
          ? html`<button class="button" part="button" type="button" @click=${open}>
              ${localize.term('openAgain')}
            </button>`
          : nothing
      }
      ${dismissButton(localize.term('close'), () => troubles.dismiss(trouble))}
    </div>
  `;
}

/** Why it was not done, or what may have become of it. Who can open both again need not refresh the list to look at them. */
function whyNot(localize: LocalizeController, { problem, isWrite, review }: Trouble): string {
  if (!isWrite) return localize.term('failure', problem.code);
  if (problem.code !== 'conflict' || review === undefined) return writeFailureWords(localize, problem);
  return `${localize.term('changedMeanwhile')} ${localize.term('nothingDone')}`;
}

/** Whose times these are, for who compares them with the clock of this device. */
function clockNote({ localize, source: { clockNote: told } }: Notes, skew: number): TemplateResult {
  return html`
    <div class="note clock" role="note">
      ${icon('clock')}
      <bdi class="text">${localize.term('clocksDiffer', skew)}</bdi>
      ${dismissButton(localize.term('hideClocks'), () => told.dismiss())}
    </div>
  `;
}

function dismissButton(label: string, dismiss: () => void): TemplateResult {
  const press = ({ currentTarget }: Event): void => {
    // The button goes with its note; the focus goes to where the list can be looked at again.
    ((currentTarget as Element).getRootNode() as ShadowRoot).getElementById('refresh')?.focus();
    dismiss();
  };
  return html`<button class="button quiet icon-only" part="button" type="button" aria-label=${label} @click=${press}>
    ${icon('cross')}
  </button>`;
}

/** Names a few of the services, and all of them on demand. */
function limitNote({ localize, atLimit, maximum }: Notes): TemplateResult {
  const { words, isWhole } = nameList(localize, atLimit);
  const sentence = localize.term('limitReached', words, localize.number(maximum), atLimit.length);
  if (isWhole) return note('', sentence);
  const all = html`
    <details class="all">
      <summary>${localize.term('allOfThem', localize.number(atLimit.length))}</summary>
      <ul>
        ${atLimit.map((name) => html`<li class="clip"><bdi>${name}</bdi></li>`)}
      </ul>
    </details>
  `;
  return note('', sentence, all);
}

function note(kind: 'warning' | '', words: string, more: unknown = nothing): TemplateResult {
  return html`
    <div class="note ${kind}" role="note">
      ${icon(kind === '' ? 'stack' : 'warning')}
      <div class="text"><bdi>${words}</bdi>${more}</div>
    </div>
  `;
}
