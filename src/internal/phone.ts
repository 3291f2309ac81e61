import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { phoneGroups } from './format.js';
import { isolate } from './isolate.js';

/** A phone number, grouped for the eye by space that is not text, so that it is copied as it is. Always read from left to right. */
export function phone(number: string): TemplateResult {
  return html`<bdi class="phone" dir="ltr">${phoneGroups(number).map((group) => html`<span>${group}</span>`)}</bdi>`;
}

/** The same for the middle of a sentence that is text itself. */
export function phoneInSentence(number: string): string {
  return isolate(phoneGroups(number).join('\u00A0'));
}
