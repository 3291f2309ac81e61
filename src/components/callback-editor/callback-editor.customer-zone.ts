import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { zoneName, zoneOptions } from './callback-editor.zone-options.js';
import type { EditorView } from './callback-editor.view.js';

/** The clock by which the customer lives, as far as it is known. */
export interface CustomerZone {
  /** IANA zone. */
  readonly zone: string;
  /** It was guessed from the number; else a person chose it. */
  readonly isGuess: boolean;
  /** Numbers that begin so are in no other zone. */
  readonly isCertain: boolean;
}

/** Where the customer is: as the person says, else as the number lets guess; undefined when neither tells. */
export function customerZoneOf({ draft, zoneGuess }: EditorView): CustomerZone | undefined {
  if (draft.customerZone !== undefined) return { zone: draft.customerZone, isGuess: false, isCertain: true };
  const { guess } = zoneGuess;
  return guess && { ...guess, isGuess: true };
}

/** The field for the customer's zone: what was guessed can be changed, and had back. */
export function customerZoneField(view: EditorView): TemplateResult {
  const { combobox, form, localize, now, zoneGuess } = view;
  const known = customerZoneOf(view);
  const { guess } = zoneGuess;
  const choose = (zone: string): void => form.chooseCustomerZone(zone);
  const goBack = (event: Event): void => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    root.getElementById('customerZone')?.focus();
    form.chooseCustomerZone(undefined);
  };
  return html`<div class="field" part="field">
    <label for="customerZone">${localize.term('customerTimeZone')}</label>
    ${combobox.render({
      id: 'customerZone',
      value: known?.zone ?? '',
      options: zoneOptions(now, known?.zone),
      accepts: 'options',
      change: choose,
      placeholder: localize.term('customerZonePlaceholder'),
      describedBy: 'customerZone-help',
    })}
    <span class="help" id="customerZone-help">${hintOf(view)}</span>
    ${
      guess === undefined || known?.isGuess === true || known?.zone === guess.zone
        ? nothing
        : html`<button type="button" part="button" class="button quiet guess" @click=${goBack}>
            ${localize.term('useGuessedZone', zoneName(guess.zone))}
          </button>`
    }
  </div>`;
}

function hintOf(view: EditorView): string | typeof nothing {
  const { localize, zoneGuess } = view;
  const known = customerZoneOf(view);
  if (known !== undefined) {
    if (!known.isGuess) return nothing;
    return localize.term(known.isCertain ? 'zoneGuessed' : 'zoneLikely');
  }
  return zoneGuess.tellsNothing ? localize.term('zoneUnknown') : nothing;
}
