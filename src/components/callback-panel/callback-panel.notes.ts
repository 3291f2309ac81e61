import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallbackErrorCode } from '../../domain/errors.js';
import { icon } from '../../internal/icons.js';
import type { LocalizeController } from '../../internal/localize.js';
import type { Source } from './source.js';

/** What the notes between the buttons and the table tell. */
export interface Notes {
  readonly localize: LocalizeController;
  readonly source: Source;
  /** Services that have as many callbacks in the list as were asked for. */
  readonly atLimit: readonly string[];
  readonly maximum: number;
  /** Settings kept in this browser could not be read or written. */
  readonly viewNotKept: boolean;
  /** Why a callback could not be opened. */
  readonly openProblem: CallbackErrorCode | undefined;
}

/** One line for everything a person should know before trusting the table below. */
export function notes(told: Notes): TemplateResult | typeof nothing {
  const { localize, atLimit, source } = told;
  const { list, descriptionFailed } = source;
  const unreadable = list.unreadable.length;
  const lines = [
    told.openProblem === undefined ? nothing : note('failure', localize.term('failure', told.openProblem)),
    unreadable === 0 ? nothing : note('warning', localize.term('unreadable', unreadable)),
    atLimit.length === 0
      ? nothing
      : note('', localize.term('limitReached', atLimit.join(', '), localize.number(told.maximum), atLimit.length)),
    descriptionFailed && list.problem === undefined ? note('warning', localize.term('descriptionFailed')) : nothing,
    told.viewNotKept ? note('warning', localize.term('viewNotKept')) : nothing,
  ];
  return lines.every((line) => line === nothing) ? nothing : html`<div class="notes" part="notes">${lines}</div>`;
}

function note(kind: 'failure' | 'warning' | '', words: string): TemplateResult {
  return html`
    <div class="note ${kind}" role=${kind === 'failure' ? 'alert' : 'note'}>
      ${icon(kind === '' ? 'stack' : 'warning')}<span class="text">${words}</span>
    </div>
  `;
}
