import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CallbackRecord } from '../../domain/callback.js';
import type { FieldValue } from '../../domain/conflict.js';
import { FIELD_KEYS } from '../../domain/keys.js';
import { allowedCommands, refusalOf } from '../../domain/lifecycle.js';
import type { UserCommand } from '../../domain/lifecycle.js';
import { timeFormat } from '../../internal/format.js';
import { icon } from '../../internal/icons.js';
import type { LocalizeController } from '../../internal/localize.js';
import { inSentence, longText } from '../../internal/long-text.js';
import { phone } from '../../internal/phone.js';
import { undecided } from './callback-editor.decisions.js';
import type { ChangedField } from './callback-editor.decisions.js';
import { EDIT_CHOICES } from './callback-editor.draft.js';
import type { Decision } from './callback-editor.draft.js';
import type { EditorView } from './callback-editor.view.js';

/** What others changed since the form opened, beside what the person wants, and the decision about every field that both changed. */
export function conflictView(view: EditorView): TemplateResult | typeof nothing {
  const { changed, conflict, localize } = view;
  if (conflict === undefined) return nothing;
  const clashes = undecided(changed);
  return html`<section class="conflict" aria-labelledby="conflict-title">
    <h3 id="conflict-title" tabindex="-1" aria-describedby="conflict-help">
      ${icon('warning')}<span>${localize.term('conflictTitle')}</span>
    </h3>
    <div id="conflict-help" class="conflict-help">
      <p>${localize.term('conflictHelp')}</p>
      ${
        clashes === 0
          ? nothing
          : html`<p><strong>${localize.term('conflictDecisions', clashes, localize.number(clashes))}</strong></p>`
      }
      ${possibleView(view, conflict)}
    </div>
    <table class="review">
      <thead>
        <tr>
          <th scope="col">${localize.term('field')}</th>
          <th scope="col">${localize.term('before')}</th>
          <th scope="col">${localize.term('theirs')}</th>
          <th scope="col">${localize.term('yours')}</th>
        </tr>
      </thead>
      ${changed.map((field) => fieldRows(view, field))}
    </table>
  </section>`;
}

function fieldRows(view: EditorView, field: ChangedField): TemplateResult {
  const { localize } = view;
  const { key, before, theirs, yours, changedBy, isClash, taken } = field;
  const cell = (side: Decision['take'], value: FieldValue): TemplateResult =>
    changedBy === (side === 'mine' ? 'them' : 'you')
      ? html`<td class="help">${localize.term('unchanged')}</td>`
      : html`<td class=${taken === undefined ? nothing : taken === side ? 'taken' : 'dropped'}>
          ${valueView(view, key, value)}
        </td>`;
  return html`<tbody class=${isClash ? 'clash' : nothing}>
    <tr>
      <th scope="row">
        ${nameView(localize, key)}${isClash ? nothing : html`<span class="help">${localize.term(STAYS[changedBy])}</span>`}
      </th>
      <td>${valueView(view, key, before)}</td>
      ${cell('theirs', theirs)} ${cell('mine', yours)}
    </tr>
    ${isClash ? decisionRow(view, field) : nothing}
  </tbody>`;
}

const STAYS = { them: 'staysTheirs', you: 'staysYours', both: 'sameChange' } as const;

function decisionRow({ form, localize }: EditorView, { key, theirs, yours, taken }: ChangedField): TemplateResult {
  const answer = (take: Decision['take'], words: string): TemplateResult => {
    const decide = (): void => form.decide({ key, take, theirs, yours });
    return html`<label class="choice">
      <input
        type="radio"
        name="decision ${key}"
        .value=${take}
        .checked=${live(taken === take)}
        @change=${decide}
      /><span>${words}</span>
    </label>`;
  };
  const question = localize.term('decisionAbout', inSentence(nameOf(localize, key)));
  return html`<tr>
    <td colspan="4">
      <fieldset class="decision" role="radiogroup" aria-label=${question} aria-required="true">
        ${answer('mine', localize.term('keepMine'))} ${answer('theirs', localize.term('takeTheirs'))}
      </fieldset>
    </td>
  </tr>`;
}

/** What the life cycle has ended meanwhile, and what it leaves; nothing while the person can go on. */
function possibleView(view: EditorView, conflict: CallbackRecord): TemplateResult | typeof nothing {
  const { command, localize, mode, reopen } = view;
  const allowed = allowedCommands(conflict.state);
  const here = mode === 'edit' ? EDIT_CHOICES.filter((choice) => allowed.includes(choice)) : [];
  const asked = command ?? (here.length === 0 ? 'reschedule' : undefined);
  const refusal = asked && refusalOf(conflict.state, asked);
  if (refusal === undefined) return nothing;
  const words = here.map((choice) => localize.term(CHOICE_TERMS[choice])).join(', ');
  const again = allowed.includes('reschedule-completed');
  return html`<p>${localize.term('refusal', refusal.code)}</p>
    ${words === '' ? nothing : html`<p>${localize.term('stillPossible', words)}</p>`}
    ${words === '' && !again ? html`<p>${localize.term('nothingPossible')}</p>` : nothing}
    ${
      again
        ? html`<button id="reopen" type="button" part="button" class="button" @click=${reopen}>
            ${localize.term('scheduleAgain')}
          </button>`
        : nothing
    }`;
}

const CHOICE_TERMS = {
  reschedule: 'reschedule',
  'edit-properties': 'editProperties',
  cancel: 'cancelCallback',
} as const satisfies Partial<Record<UserCommand, string>>;

function nameView(localize: LocalizeController, key: string): TemplateResult | string {
  const term = nameTerm(key);
  return term === undefined ? longText(key) : localize.term(term);
}

function nameOf(localize: LocalizeController, key: string): string {
  const term = nameTerm(key);
  return term === undefined ? key : localize.term(term);
}

function nameTerm(
  key: string,
): 'state' | 'completionReason' | 'serviceName' | 'callbackTime' | 'callbackNumber' | undefined {
  switch (key) {
    case FIELD_KEYS.state:
      return 'state';
    case FIELD_KEYS.reason:
      return 'completionReason';
    case FIELD_KEYS.serviceName:
      return 'serviceName';
    case FIELD_KEYS.desiredTime:
      return 'callbackTime';
    case FIELD_KEYS.customerNumber:
      return 'callbackNumber';
    default:
      return undefined;
  }
}

function valueView({ localize, timeZone }: EditorView, key: string, value: FieldValue): TemplateResult {
  if (value === undefined || value === '') return html`<span class="help">${localize.term('notSpecified')}</span>`;
  if (typeof value === 'number') return html`<bdi>${timeFormat(localize.lang(), timeZone)(value)}</bdi>`;
  return key === FIELD_KEYS.customerNumber ? phone(value) : longText(value);
}
