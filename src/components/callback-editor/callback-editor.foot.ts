import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallbackError } from '../../domain/errors.js';
import type { FieldProblem } from '../../domain/problems.js';
import { submitButton } from '../../internal/dialog-frame.js';
import { writeFailureNote } from '../../internal/failure-note.js';
import { icon } from '../../internal/icons.js';
import type { LocalizeController } from '../../internal/localize.js';
import { longText, shortened } from '../../internal/long-text.js';
import { duplicatesLine } from './callback-editor.duplicates.js';
import type { EditorOutcome } from './callback-editor.types.js';
import type { EditorView } from './callback-editor.view.js';

/** The foot: what is wrong, once, and the buttons; or the one question before entries are lost. */
export function footView(view: EditorView): TemplateResult {
  if (view.asking) return discardQuestion(view);
  const { draft, localize, mode, outcome } = view;
  const busy = view.busy || outcome === 'looking';
  return html`<div class="messages">
      ${problemsView(view)} ${summaryView(view)} ${refusalView(view)} ${duplicatesLine(view)}
    </div>
    <span class="visually-hidden" role="status">${statusOf(view)}</span>
    <button id="back" type="button" part="button" class="button" @click=${view.requestClose}>
      ${localize.term(mode === 'edit' ? 'back' : 'cancel')}
    </button>
    ${submitButton({
      label: localize.term('continue'),
      kind: mode === 'edit' && draft.choice === 'cancel' ? 'danger' : 'primary',
      reason: view.whyOff,
      busy,
    })}`;
}

function statusOf({ busy, conflict, localize, outcome }: EditorView): string | typeof nothing {
  if (outcome !== undefined) return nothing;
  if (busy) return localize.term('sending');
  return conflict === undefined ? nothing : localize.term('conflictTitle');
}

function discardQuestion({ localize, keepEditing, discard }: EditorView): TemplateResult {
  return html`<p class="grow" id="discard-question" role="alert">${localize.term('unsavedQuestion')}</p>
    <button
      id="keep"
      type="button"
      part="button"
      class="button"
      aria-describedby="discard-question"
      @click=${keepEditing}
    >
      ${localize.term('keepEditing')}
    </button>
    <button id="discard" type="button" part="button" class="button danger" @click=${discard}>
      ${localize.term('discard')}
    </button>`;
}

/** Why Continue is off, where no one could guess it: what a person has entered cannot be sent as things are. */
function refusalView({ isStuck, whyOff }: EditorView): TemplateResult | typeof nothing {
  return isStuck && whyOff !== undefined ? html`<p class="help stuck">${whyOff}</p>` : nothing;
}

/** What the server said as long as it is the last word, and the fields to look at once somebody wanted to send them. */
function problemsView({ form, localize, outcome, problem }: EditorView): TemplateResult | typeof nothing {
  const problems = form.isSummarised ? form.problems : [];
  const ofServer = problem !== undefined && problems.every((each) => problem.problems.includes(each));
  return html`${outcome === undefined ? nothing : outcomeNote(localize, outcome, problem)}
  ${ofServer && outcome === undefined ? writeFailureNote(localize, problem) : nothing}`;
}

/** What became of a request to which no clear answer came, with the server's own words where it said something. */
function outcomeNote(
  localize: LocalizeController,
  outcome: EditorOutcome,
  problem: CallbackError | undefined,
): TemplateResult {
  const said = problem?.details.serverMessage;
  return outcome === 'looking'
    ? html`<div class="note" role="status">
        <span class="spinner"></span>
        <p>${localize.term('findingOutcome')}</p>
      </div>`
    : html`<div class="note" role="alert">
        ${icon('question')}
        <div>
          <p>${localize.term('outcomeNotDone')}</p>
          ${said === undefined ? nothing : html`<div class="help">${longText(localize.term('serverSaid', said))}</div>`}
        </div>
      </div>`;
}

/** Every field to look at, once; a press goes there. */
function summaryView({ form, localize, goTo }: EditorView): TemplateResult | typeof nothing {
  if (!form.isSummarised) return nothing;
  const places = new Map<string, string>();
  for (const problem of form.problems) {
    const name = nameOf(localize, problem);
    if (name !== '' && !places.has(name)) places.set(name, problem.path);
  }
  if (places.size === 0) return nothing;
  const entries = [...places].map(([name, path], index) => {
    const shown = html`<bdi>${shortened(name)}</bdi>`;
    const separator = index === 0 ? nothing : ', ';
    const go = (): void => goTo(path);
    return html`${separator}<button type="button" class="link" @click=${go}>${shown}</button>`;
  });
  return html`<div class="note failure" role="alert" part="failure">
    ${icon('warning')}
    <p>${localize.term('checkFields', places.size, localize.number(places.size))} ${entries}</p>
  </div>`;
}

/** What the form calls the field; empty when it has no such field. */
function nameOf(localize: LocalizeController, { path }: FieldProblem): string {
  switch (path) {
    case 'serviceName':
      return localize.term('serviceName');
    case 'customerNumber':
      return localize.term('customerNumber');
    case 'virtualQueue':
      return localize.term('virtualQueue');
    case 'queueTimeStatistic':
      return localize.term('queueTimeStatistic');
    case 'desiredDate':
      return localize.term('desiredDate');
    case 'desiredTime':
      return localize.term('availableTimeSlot');
    case 'choice':
      return localize.term('whatToDo');
    default:
      if (path.startsWith('properties.')) return path.slice('properties.'.length);
      return path.startsWith('rows.') ? localize.term('additionalProperties') : '';
  }
}
