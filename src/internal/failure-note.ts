import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallbackError, CallbackErrorCode } from '../domain/errors.js';
import type { UnknownOutcomeCode } from '../translations/terms-dialogs.js';
import { icon } from './icons.js';
import type { LocalizeController } from './localize.js';
import { longText } from './long-text.js';

/** After these the server may have done what was asked, although it did not say so. */
const UNKNOWN_OUTCOME: Readonly<Record<UnknownOutcomeCode, true>> = {
  offline: true,
  timeout: true,
  'server-error': true,
  'bad-response': true,
};

/**
 * Says that the server did not do what was asked, or did not say that it did: our words by code, what holds now, and the server's own
 * words as a detail.
 */
export function writeFailureNote(localize: LocalizeController, problem: CallbackError): TemplateResult {
  return note(localize, problem, writeFailureWords(localize, problem));
}

/** What happened to a write, and what holds now. */
export function writeFailureWords(localize: LocalizeController, { code, details }: CallbackError): string {
  return isUnknownOutcome(code) && details.nothingDone !== true
    ? `${localize.term('writeFailure', code)} ${localize.term('outcomeUnknown')}`
    : `${localize.term('failure', code)} ${localize.term('nothingDone')}`;
}

/** Says why the server did not answer as it should: our words by code, and its own words as a detail. */
export function failureNote(localize: LocalizeController, problem: CallbackError): TemplateResult {
  return note(localize, problem, localize.term('failure', problem.code));
}

function note(localize: LocalizeController, { details, retryAfter }: CallbackError, words: string): TemplateResult {
  const { serverMessage } = details;
  return html`<div class="note failure" role="alert" part="failure">
    ${icon('warning')}
    <div>
      <p>${words}</p>
      ${retryAfter === undefined ? nothing : html`<p>${localize.term('retryAfter', localize.number(retryAfter))}</p>`}
      ${
        serverMessage === undefined
          ? nothing
          : html`<div class="help">${longText(localize.term('serverSaid', serverMessage))}</div>`
      }
    </div>
  </div>`;
}

function isUnknownOutcome(code: CallbackErrorCode): code is UnknownOutcomeCode {
  return Object.hasOwn(UNKNOWN_OUTCOME, code);
}
