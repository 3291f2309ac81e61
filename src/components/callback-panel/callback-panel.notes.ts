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
  ];
  return lines.every((line) => line === nothing) ? nothing : html`<div class="notes" part="notes">${lines}</div>`;
}

function troubleNote({ localize, troubles }: Notes, trouble: Trouble): TemplateResult {
  const { what, problem, isWrite } = trouble;
  const why = isWrite ? writeFailureWords(localize, problem.code) : localize.term('failure', problem.code);
  const { serverMessage } = problem.details;
  const dismiss = ({ currentTarget }: Event): void => {
    // The button goes with its note; the focus goes to where the list can be looked at again.
    ((currentTarget as Element).getRootNode() as ShadowRoot).getElementById('refresh')?.focus();
    troubles.dismiss(trouble);
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
      <button
        class="button quiet icon-only"
        part="button"
        type="button"
        aria-label=${localize.term('close')}
        @click=${dismiss}
      >
        ${icon('cross')}
      </button>
    </div>
  `;
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
