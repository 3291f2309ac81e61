import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../internal/icons.js';
import { tooltipOf } from '../../internal/long-text.js';
import { problemText } from '../../internal/problem-text.js';
import type { PropertyRow, TextField } from './callback-editor.draft.js';
import { rowPath } from './callback-editor.parse.js';
import type { EditorView } from './callback-editor.view.js';

/** A field for one line of text. */
export interface TextFieldView {
  readonly name: TextField;
  readonly label: string;
  readonly type?: 'text' | 'tel' | 'date' | 'time';
  readonly placeholder?: string;
  readonly help?: string;
  /** Id of something elsewhere that also describes the field. */
  readonly describedBy?: string;
  /** Something beneath the field that also describes it. */
  readonly note?: TemplateResult | undefined;
}

/** A labelled text field with its help, its note and what is wrong with it. */
export function textField(view: EditorView, field: TextFieldView): TemplateResult {
  const { form, draft } = view;
  const { name, type = 'text' } = field;
  const problem = form.problemAt(name);
  const described = [
    problem === undefined ? '' : `${name}-problem`,
    field.note === undefined ? '' : `${name}-note`,
    field.help === undefined ? '' : `${name}-help`,
    field.describedBy ?? '',
  ].filter((id) => id !== '');
  return html`<div class="field" part="field">
    <label for=${name}>${field.label}</label>
    <input
      id=${name}
      class="input"
      type=${type}
      name=${name}
      dir=${type === 'tel' ? 'ltr' : nothing}
      placeholder=${field.placeholder ?? nothing}
      spellcheck="false"
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

/** Properties as rows of name and value; own ones can be added where `canAdd` is set. */
export function propertyRows(view: EditorView, { canAdd }: { readonly canAdd: boolean }): TemplateResult {
  const { draft, form, localize } = view;
  const add = async ({ currentTarget }: Event): Promise<void> => {
    const root = rootOf(currentTarget);
    await form.addRow();
    root.querySelector<HTMLElement>('.row.own:last-child input')?.focus();
  };
  return html`${
    draft.rows.length === 0
      ? nothing
      : html`<div class="rows">
          ${repeat(
            draft.rows,
            ({ row }) => row,
            (row) => (row.own ? ownRow(view, row) : knownRow(view, row)),
          )}
        </div>`
  }
  ${
    canAdd
      ? html`<button id="add-property" type="button" part="button" class="button quiet add" @click=${add}>
          ${icon('plus')}<span>${localize.term('addProperty')}</span>
        </button>`
      : nothing
  }`;
}

/** A row whose name is given. */
function knownRow(view: EditorView, row: PropertyRow): TemplateResult {
  const { form, localize } = view;
  const problem = form.problemAt(`properties.${row.key}`) ?? form.problemAt(rowPath(row));
  const id = `value-${row.row}`;
  const type = ({ target }: Event): void => form.changeRow(row.row, { value: (target as HTMLInputElement).value });
  return html`<div class="row" part="field">
    <label class="clip" for=${id} title=${ifDefined(tooltipOf(row.key))}><bdi>${row.key}</bdi></label>
    <input
      id=${id}
      class="input"
      dir="auto"
      placeholder=${localize.term('parameterValue')}
      .value=${live(row.value)}
      aria-invalid=${problem === undefined ? nothing : 'true'}
      aria-describedby=${problem === undefined ? nothing : `${id}-problem`}
      @input=${type}
    />
    ${problem === undefined ? nothing : problemText(localize, `${id}-problem`, problem)}
  </div>`;
}

/** A row that the person added, names and may remove. */
function ownRow(view: EditorView, row: PropertyRow): TemplateResult {
  const { form, localize } = view;
  const keyProblem = form.problemAt(rowPath(row));
  const valueProblem = row.key === '' ? undefined : form.problemAt(`properties.${row.key}`);
  const keyId = `key-${row.row}`;
  const valueId = `value-${row.row}`;
  const typeKey = ({ target }: Event): void => form.changeRow(row.row, { key: (target as HTMLInputElement).value });
  const typeValue = ({ target }: Event): void => form.changeRow(row.row, { value: (target as HTMLInputElement).value });
  const remove = ({ currentTarget }: Event): void => {
    rootOf(currentTarget).getElementById('add-property')?.focus();
    form.removeRow(row.row);
  };
  return html`<div class="row own" part="field">
    <input
      id=${keyId}
      class="input"
      dir="auto"
      aria-label=${localize.term('parameterName')}
      placeholder=${localize.term('parameterName')}
      spellcheck="false"
      .value=${live(row.key)}
      aria-invalid=${keyProblem === undefined ? nothing : 'true'}
      aria-describedby=${keyProblem === undefined ? nothing : `${keyId}-problem`}
      @input=${typeKey}
    />
    <input
      id=${valueId}
      class="input"
      dir="auto"
      aria-label=${localize.term('parameterValueOf', row.key)}
      placeholder=${localize.term('parameterValue')}
      .value=${live(row.value)}
      aria-invalid=${valueProblem === undefined ? nothing : 'true'}
      aria-describedby=${valueProblem === undefined ? nothing : `${valueId}-problem`}
      @input=${typeValue}
    />
    <button
      type="button"
      part="button"
      class="button quiet icon-only"
      aria-label=${localize.term('removeProperty', row.key)}
      @click=${remove}
    >
      ${icon('cross')}
    </button>
    ${keyProblem === undefined ? nothing : problemText(localize, `${keyId}-problem`, keyProblem)}
    ${valueProblem === undefined ? nothing : problemText(localize, `${valueId}-problem`, valueProblem)}
  </div>`;
}

function rootOf(target: EventTarget | null): ShadowRoot {
  return (target as HTMLElement).getRootNode() as ShadowRoot;
}
