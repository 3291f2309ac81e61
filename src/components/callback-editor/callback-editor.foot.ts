import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FieldProblem } from '../../domain/problems.js';
import { submitButton } from '../../internal/dialog-frame.js';
import { writeFailureNote } from '../../internal/failure-note.js';
import { timeFormat } from '../../internal/format.js';
import { icon } from '../../internal/icons.js';
import type { LocalizeController } from '../../internal/localize.js';
import { inSentence } from '../../internal/long-text.js';
import type { EditorView } from './callback-editor.view.js';

/** More proposals than a person compares. */
const MOST_PROPOSALS = 8;

/** The foot: what is wrong, once, and the buttons; or the one question before entries are lost. */
export function footView(view: EditorView): TemplateResult {
  if (view.asking) return discardQuestion(view);
  const { draft, localize, mode, busy } = view;
  return html`<div class="messages">${problemsView(view)} ${proposalsView(view)}</div>
    <span class="visually-hidden" role="status">${busy ? localize.term('sending') : nothing}</span>
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

/** What the server said as long as it is the last word, and the fields to look at. */
function problemsView({ form, localize, problem }: EditorView): TemplateResult | typeof nothing {
  const names = [...new Set(form.problems.map((each) => nameOf(localize, each)))].filter((name) => name !== '');
  const ofServer = problem !== undefined && form.problems.every((each) => problem.problems.includes(each));
  return html`${ofServer ? writeFailureNote(localize, problem) : nothing}
  ${
    names.length === 0
      ? nothing
      : html`<div class="note failure" role="alert" part="failure">
          ${icon('warning')}
          <p>
            ${localize.term('checkFields', names.length, localize.number(names.length))}
            <bdi>${names.map(inSentence).join(', ')}</bdi>
          </p>
        </div>`
  }`;
}

/** Times that the server proposes instead of the one it refused. */
function proposalsView({ form, localize, problem, timeZone }: EditorView): TemplateResult | typeof nothing {
  const starts = [...(problem?.availability ?? [])]
    .filter(([, free]) => free > 0)
    .map(([start]) => start)
    .sort((a, b) => a - b)
    .slice(0, MOST_PROPOSALS);
  if (starts.length === 0) return nothing;
  const format = timeFormat(localize.lang(), timeZone);
  const proposal = (start: number): TemplateResult => {
    const take = (): void => form.propose(start, timeZone);
    return html`<li>
      <button type="button" part="button" class="button" @click=${take}><bdi>${format(start)}</bdi></button>
    </li>`;
  };
  return html`<div class="proposals">
    <span id="proposals">${localize.term('freeTimes')}</span>
    <ul aria-labelledby="proposals">
      ${starts.map(proposal)}
    </ul>
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
