import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { problemText } from '../../internal/problem-text.js';
import type { TextField } from './callback-editor.draft.js';
import type { EditorView } from './callback-editor.view.js';

/** A field for one line of text. */
export interface TextFieldView {
  readonly name: TextField;
  readonly label: string;
  readonly type?: 'text' | 'tel' | 'date' | 'time';
  readonly placeholder?: string;
  /** It must be filled in. */
  readonly required?: boolean;
  readonly help?: string;
  /** Id of something elsewhere that also describes the field. */
  readonly describedBy?: string;
  /** Something beneath the field that also describes it. */
  readonly note?: TemplateResult | undefined;
}

/** A labelled text field with its help, its note and what is wrong with it. */
export function textField(view: EditorView, field: TextFieldView): TemplateResult {
  const { form, draft } = view;
  const { name, type = 'text', required = false } = field;
  const problem = form.problemAt(name);
  const described = [
    problem === undefined ? '' : `${name}-problem`,
    field.note === undefined ? '' : `${name}-note`,
    field.help === undefined ? '' : `${name}-help`,
    field.describedBy ?? '',
  ].filter((id) => id !== '');
  return html`<div class="field" part="field">
    <label for=${name} data-required=${required ? view.localize.term('required') : nothing}>${field.label}</label>
    <input
      id=${name}
      class="input"
      type=${type}
      name=${name}
      dir=${type === 'tel' ? 'ltr' : nothing}
      placeholder=${field.placeholder ?? nothing}
      spellcheck="false"
      aria-required=${required ? 'true' : nothing}
      .value=${live(draft[name])}
      aria-invalid=${problem === undefined ? nothing : 'true'}
      aria-describedby=${described.length === 0 ? nothing : described.join(' ')}
      @input=${form.type}
    />
    ${problem === undefined ? nothing : problemText(view.localize, `${name}-problem`, problem)}
    ${field.note === undefined ? nothing : html`<div id="${name}-note">${field.note}</div>`}
    ${field.help === undefined ? nothing : html`<span class="help" id="${name}-help">${field.help}</span>`}
  </div>`;
}
