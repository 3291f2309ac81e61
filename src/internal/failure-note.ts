import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallbackError, CallbackErrorCode } from '../domain/errors.js';
import { icon } from './icons.js';
import type { LocalizeController } from './localize.js';

/** After these the server may have done what was asked, although it did not say so. */
const UNKNOWN_OUTCOME: ReadonlySet<CallbackErrorCode> = new Set(['offline', 'timeout', 'server-error', 'bad-response']);

/**
 * Says that the server did not do what was asked, or did not say that it did: our words by code, what holds now, and the server's own
 * words as a detail.
 */
export function writeFailureNote(localize: LocalizeController, problem: CallbackError): TemplateResult {
  return failureNote(
    localize,
    problem,
    localize.term(UNKNOWN_OUTCOME.has(problem.code) ? 'outcomeUnknown' : 'nothingDone'),
  );
}

/** Says why the server did not answer as it should: our words by code, and its own words as a detail. */
export function failureNote(localize: LocalizeController, problem: CallbackError, kept?: string): TemplateResult {
  const { serverMessage } = problem.details;
  const { retryAfter } = problem;
  return html`<div class="note failure" role="alert" part="failure">
    ${icon('warning')}
    <div>
      <p>${localize.term('failure', problem.code)}${kept === undefined ? nothing : html` ${kept}`}</p>
      ${retryAfter === undefined ? nothing : html`<p>${localize.term('retryAfter', localize.number(retryAfter))}</p>`}
      ${
        serverMessage === undefined
          ? nothing
          : html`<p class="help"><bdi>${localize.term('serverSaid', serverMessage)}</bdi></p>`
      }
    </div>
  </div>`;
}
