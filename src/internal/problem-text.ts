import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { FieldProblem } from '../domain/problems.js';
import { icon } from './icons.js';
import type { LocalizeController } from './localize.js';

/** Says beside a field what is wrong with it; the field refers to it by the id. */
export function problemText(localize: LocalizeController, id: string, problem: FieldProblem): TemplateResult {
  return problemLine(id, problemWords(localize, problem));
}

/** The same in words of the form's own. */
export function problemLine(id: string, words: string): TemplateResult {
  return html`<span class="problem" id=${id}>${icon('warning')}<span>${words}</span></span>`;
}

/** What is wrong, in words. */
export function problemWords(localize: LocalizeController, { code, parameters }: FieldProblem): string {
  const limit = parameters?.limit ?? '';
  return localize.term('fieldProblem', code, typeof limit === 'number' ? localize.number(limit) : limit);
}
