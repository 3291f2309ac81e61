import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { lacksCountry } from '../../domain/number-policy.js';
import type { FieldProblem } from '../../domain/problems.js';
import { icon } from '../../internal/icons.js';
import { problemWords } from '../../internal/problem-text.js';
import { duplicatesNote } from './callback-editor.duplicates.js';
import { textField } from './callback-editor.fields.js';
import { readNumber } from './callback-editor.parse.js';
import { chosenService } from './callback-editor.service.js';
import type { EditorView } from './callback-editor.view.js';

/** It is there from the beginning, so that what appears in it is announced. */
const NOTE = 'customerNumber-about';

/** The field for the customer's number, and beneath it what is known of the number while it is typed. */
export function numberField(view: EditorView): TemplateResult {
  const { localize, numberCheck } = view;
  const note = noteOf(view);
  return html`<div class="number" @focusin=${numberCheck.enter} @focusout=${numberCheck.leave}>
    ${textField(view, {
      name: 'customerNumber',
      type: 'tel',
      label: localize.term('customerNumber'),
      placeholder: localize.term('customerNumberPlaceholder'),
      required: true,
      ...(note === undefined ? {} : { describedBy: NOTE }),
    })}
    <div class="number-note help" id=${NOTE} role="status">${note}</div>
    ${duplicatesNote(view)}
  </div>`;
}

/** What is to be said of the number beneath its field. */
function noteOf(view: EditorView): TemplateResult | undefined {
  const warning = warningOf(view);
  if (warning === undefined) return factsOf(view);
  return html`${icon('warning')}<span>${problemWords(view.localize, warning)}</span>`;
}

/** What the service would refuse, said before anybody asks; what stands beside the field already is not said twice. */
function warningOf(view: EditorView): FieldProblem | undefined {
  const { form, numberCheck } = view;
  const policy = chosenService(view)?.numbers;
  if (policy === undefined || form.problemAt('customerNumber') !== undefined) return undefined;
  if (lacksCountry(policy)) return { path: 'customerNumber', code: 'missing-country' };
  const number = dialable(view);
  const problem = number === undefined ? undefined : numberCheck.problemOf(number, policy);
  // One that is too short may only not be finished.
  return problem?.code === 'number-too-short' && numberCheck.hasFocus ? undefined : problem;
}

function factsOf(view: EditorView): TemplateResult | undefined {
  const { form, localize, numberCheck } = view;
  const number = dialable(view);
  const { plans } = numberCheck;
  if (number === undefined || plans === undefined) return undefined;
  const policy = chosenService(view)?.numbers;
  const country = policy?.country ?? '';
  const facts = plans.readPhoneNumber(number, country);
  if (facts?.isPossible === true) {
    const isTakenPremium = facts.isPremium && form.problemAt('customerNumber') === undefined;
    return html`<span>
      ${facts.region === undefined ? nothing : html`${countryName(localize.lang(), facts.region)},`}
      <bdi dir="ltr">${facts.international}</bdi>${isTakenPremium ? html`. ${localize.term('premiumTaken')}` : nothing}
    </span>`;
  }
  const isTaken = policy?.refusesImpossible === false && country !== '';
  return isTaken && !numberCheck.hasFocus ? html`<span>${localize.term('internalNumber')}</span>` : undefined;
}

/** The number once it is typed; undefined while there is none to speak of. */
function dialable({ draft, numberCheck }: EditorView): string | undefined {
  const { settled } = numberCheck;
  return settled === undefined || readNumber(draft.customerNumber).problems.length > 0 ? undefined : settled;
}

const countryNames = new Map<string, Intl.DisplayNames>();

function countryName(lang: string, region: string): string {
  let names = countryNames.get(lang);
  if (names === undefined) {
    names = new Intl.DisplayNames([lang, 'en'], { type: 'region' });
    countryNames.set(lang, names);
  }
  return names.of(region) ?? region;
}
