import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallbackRecord } from '../../domain/callback.js';
import { problemText } from '../../internal/problem-text.js';
import type { EditChoice } from './callback-editor.draft.js';
import { isLookupKey, propertyRows } from './callback-editor.properties.js';
import { whyRefused } from './callback-editor.refusals.js';
import type { EditorView } from './callback-editor.view.js';
import { whenView } from './callback-editor.when.js';

/** What can be done with the callback, each with its fields; what cannot be done says why. */
export function choices(view: EditorView, record: CallbackRecord): TemplateResult {
  const { form, localize } = view;
  const problem = form.problemAt('choice');
  return html`<fieldset
    class="choices"
    role="radiogroup"
    aria-required="true"
    aria-invalid=${problem === undefined ? nothing : 'true'}
    aria-describedby=${problem === undefined ? nothing : 'choice-problem'}
    tabindex="-1"
  >
    <legend class="label">${localize.term('whatToDo')}</legend>
    ${problem === undefined ? nothing : problemText(localize, 'choice-problem', problem)}
    ${choice(view, record, {
      choice: 'reschedule',
      label: localize.term('reschedule'),
      fields: () =>
        html`<h3 class="visually-hidden">${localize.term('desiredCallbackTimeSection')}</h3>
          ${whenView(view)}`,
    })}
    ${choice(view, record, {
      choice: 'edit-properties',
      label: localize.term('editProperties'),
      fields: () => propertyFields(view),
    })}
    ${choice(view, record, {
      choice: 'cancel',
      label: localize.term('cancelCallback'),
      fields: () => cancelFields(view, record),
    })}
  </fieldset>`;
}

interface ChoiceView {
  readonly choice: EditChoice;
  readonly label: string;
  readonly fields: () => TemplateResult;
}

function choice(
  view: EditorView,
  record: CallbackRecord,
  { choice: value, label, fields }: ChoiceView,
): TemplateResult {
  const { draft, form, localize, refusals } = view;
  const refusal = whyRefused(localize, record.state, value, refusals);
  const chosen = draft.choice === value;
  const id = `why-${value}`;
  return html`<div class="option">
    <label class="choice">
      <input
        type="radio"
        name="choice"
        .value=${value}
        .checked=${chosen}
        ?disabled=${refusal !== undefined && !chosen}
        aria-describedby=${refusal === undefined ? nothing : id}
        @change=${form.choose}
      /><span>${label}</span>
    </label>
    ${refusal === undefined ? nothing : html`<p class="help" id=${id}>${refusal}</p>`}
    ${chosen && refusal === undefined ? html`<div class="fields">${fields()}</div>` : nothing}
  </div>`;
}

function propertyFields(view: EditorView): TemplateResult {
  const { draft, localize } = view;
  return html`${draft.rows.length === 0 ? html`<p class="help">${localize.term('noProperties')}</p>` : nothing}
  ${propertyRows(view, { rows: draft.rows, canAdd: true, marksLookup: true })}
  ${draft.rows.some((row) => isLookupKey(view, row)) ? html`<p class="help">${localize.term('lookupKeysHelp')}</p>` : nothing}
  ${draft.rows.length === 0 ? nothing : html`<p class="help">${localize.term('emptyRemovesProperty')}</p>`}`;
}

/** A queued callback whose session is gone can be cancelled all the same, but only after the person said so. */
function cancelFields({ draft, form, localize, sessionLost }: EditorView, record: CallbackRecord): TemplateResult {
  return html`<p class="help">${localize.term('cancelCallbackHelp')}</p>
    ${
      sessionLost && record.state === 'QUEUED'
        ? html`<div class="note warning">
            <label class="choice">
              <input
                type="checkbox"
                .checked=${draft.discardOrsFailure}
                aria-describedby="discard-help"
                @change=${form.chooseDiscard}
              /><span>${localize.term('discardOrsFailure')}</span>
            </label>
            <p class="help" id="discard-help">${localize.term('discardOrsFailureHelp')}</p>
          </div>`
        : nothing
    }`;
}
