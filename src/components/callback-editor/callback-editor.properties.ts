import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldProblem } from '../../domain/problems.js';
import { isReservedKey, RESERVED_KEYS } from '../../domain/keys.js';
import { icon } from '../../internal/icons.js';
import { tooltipOf } from '../../internal/long-text.js';
import { problemLine, problemText } from '../../internal/problem-text.js';
import type { PropertyRow } from './callback-editor.draft.js';
import { rowWords } from './callback-editor.row-words.js';
import { rowPath } from './callback-editor.rows.js';
import type { EditorView } from './callback-editor.view.js';

/** Which rows are shown, and what may be done with them. */
export interface PropertyRowsView {
  readonly rows: readonly PropertyRow[];
  /** Whether the person may add rows. */
  readonly canAdd: boolean;
  /** Whether lookup keys are marked, since other properties stand beside them. */
  readonly marksLookup?: boolean;
}

/** Properties as rows of name and value. What the callback has can be taken away, and kept after all. */
export function propertyRows(
  view: EditorView,
  { rows, canAdd, marksLookup = false }: PropertyRowsView,
): TemplateResult {
  const row = (each: PropertyRow): TemplateResult => {
    if (each.own) return ownRow(view, each);
    return each.removed === true ? removedRow(view, each) : givenRow(view, each, marksLookup);
  };
  return html`${
    rows.length === 0
      ? nothing
      : html`<div class="rows">
          ${repeat(
            rows,
            (each) => each.row,
            (each) => row(each),
          )}
        </div>`
  }
  ${reservedHelp(view, rows)} ${canAdd ? addButton(view) : nothing}`;
}

/** Whether a property is one by which customers are found. */
export function isLookupKey({ lookupKeys }: EditorView, { key }: PropertyRow): boolean {
  return lookupKeys.includes(key);
}

function addButton({ form, localize }: EditorView): TemplateResult {
  const add = async ({ currentTarget }: Event): Promise<void> => {
    const root = rootOf(currentTarget);
    form.addRow();
    await form.isShown;
    [...root.querySelectorAll<HTMLElement>('.row.own')].at(-1)?.querySelector('input')?.focus();
  };
  return html`<button id="add-property" type="button" part="button" class="button quiet add" @click=${add}>
    ${icon('plus')}<span>${localize.term('addProperty')}</span>
  </button>`;
}

/** A row whose name is given. */
function givenRow(view: EditorView, row: PropertyRow, marksLookup: boolean): TemplateResult {
  const { base, form, localize } = view;
  const problem = form.problemAt(`properties.${row.key}`) ?? form.problemAt(rowPath(row));
  const id = `value-${row.row}`;
  const mark = marksLookup && isLookupKey(view, row) ? `${id}-mark` : '';
  const staysTheirs = view.changed.some(({ key, taken }) => key === row.key && taken === 'theirs');
  const described = [problem && `${id}-problem`, mark, staysTheirs && `${id}-stays`].filter(Boolean).join(' ');
  const type = ({ target }: Event): void => form.changeRow(row.row, { value: (target as HTMLInputElement).value });
  const isOfRecord = base !== undefined && Object.hasOwn(base.properties, row.key);
  return html`<div class="row" part="field">
    <div class="name">
      <label class="clip" for=${id} title=${ifDefined(tooltipOf(row.key))}><bdi>${row.key}</bdi></label>
      ${mark === '' ? nothing : html`<span class="help" id=${mark}>${localize.term('lookupKey')}</span>`}
    </div>
    <input
      id=${id}
      class="input"
      dir="auto"
      name=${rowPath(row)}
      placeholder=${localize.term('parameterValue')}
      .value=${live(row.value)}
      aria-invalid=${problem === undefined ? nothing : 'true'}
      aria-describedby=${described === '' ? nothing : described}
      @input=${type}
    />
    ${isOfRecord ? removeButton(view, row, (button) => takeAway(view, row, button)) : nothing}
    ${problem === undefined ? nothing : rowProblem(view, `${id}-problem`, row, problem)}
    ${staysTheirs ? html`<span class="help stays" id="${id}-stays">${localize.term('staysTheirs')}</span>` : nothing}
  </div>`;
}

/** A row of the callback that the person takes away: what it was, and the way back. */
function removedRow({ form, localize }: EditorView, row: PropertyRow): TemplateResult {
  const keep = async ({ currentTarget }: Event): Promise<void> => {
    const root = rootOf(currentTarget);
    form.changeRow(row.row, { removed: false });
    await form.isShown;
    root.getElementById(`value-${row.row}`)?.focus();
  };
  return html`<div class="row removed" part="field">
    <del class="clip" title=${ifDefined(tooltipOf(row.key))}><bdi>${row.key}</bdi></del>
    <div class="gone">
      <div>
        <del class="clip" title=${ifDefined(tooltipOf(row.value))}><bdi>${row.value}</bdi></del>
        <span class="help">${localize.term('propertyGoes')}</span>
      </div>
      <button
        id="keep-${row.row}"
        type="button"
        part="button"
        class="button"
        aria-label=${localize.term('keepProperty', row.key)}
        @click=${keep}
      >
        ${localize.term('keep')}
      </button>
    </div>
  </div>`;
}

/** A row that the person added, names and may remove. */
function ownRow(view: EditorView, row: PropertyRow): TemplateResult {
  const { form, localize } = view;
  const keyProblem = form.problemAt(rowPath(row));
  const valueProblem = row.key === '' ? undefined : form.problemAt(`properties.${row.key}`);
  const keyId = `key-${row.row}`;
  const valueId = `value-${row.row}`;
  const typeValue = ({ target }: Event): void => form.changeRow(row.row, { value: (target as HTMLInputElement).value });
  const remove = (button: Element): void => {
    rootOf(button).getElementById('add-property')?.focus();
    form.removeRow(row.row);
  };
  return html`<div class="row own" part="field">
    ${nameField(view, row, { id: keyId, isInvalid: keyProblem !== undefined })}
    <input
      id=${valueId}
      class="input"
      dir="auto"
      name=${rowPath(row)}
      aria-label=${localize.term('parameterValueOf', row.key)}
      placeholder=${localize.term('parameterValue')}
      .value=${live(row.value)}
      aria-invalid=${valueProblem === undefined ? nothing : 'true'}
      aria-describedby=${valueProblem === undefined ? nothing : `${valueId}-problem`}
      @input=${typeValue}
    />
    ${removeButton(view, row, remove)}
    ${keyProblem === undefined ? nothing : rowProblem(view, `${keyId}-problem`, row, keyProblem)}
    ${valueProblem === undefined ? nothing : problemText(localize, `${valueId}-problem`, valueProblem)}
  </div>`;
}

/** The field for the name of an own row; names that the page knows and that have no row yet are offered. */
function nameField(
  view: EditorView,
  row: PropertyRow,
  { id, isInvalid }: { readonly id: string; readonly isInvalid: boolean },
): TemplateResult {
  const { combobox, draft, form, localize, lookupKeys } = view;
  const name = localize.term('parameterName');
  const describedBy = isInvalid ? `${id}-problem` : undefined;
  const change = (key: string): void => form.changeRow(row.row, { key });
  const type = ({ target }: Event): void => change((target as HTMLInputElement).value);
  const isFree = (key: string, rows: readonly PropertyRow[]): boolean => !rows.some((each) => each.key === key);
  const known = lookupKeys.filter(
    (key) =>
      !isReservedKey(key) &&
      isFree(
        key,
        draft.rows.filter(({ own }) => !own),
      ),
  );
  if (known.length > 0) {
    const others = draft.rows.filter((each) => each !== row);
    const options = known.filter((key) => isFree(key, others)).map((value) => ({ value }));
    const { key: value } = row;
    const field = { id, name: rowPath(row), value, options, accepts: 'text', change } as const;
    return combobox.render({ ...field, label: name, placeholder: name, describedBy, isInvalid });
  }
  return html`<input
    id=${id}
    class="input"
    dir="auto"
    name=${rowPath(row)}
    aria-label=${name}
    placeholder=${name}
    spellcheck="false"
    .value=${live(row.key)}
    aria-invalid=${isInvalid ? 'true' : nothing}
    aria-describedby=${describedBy ?? nothing}
    @input=${type}
  />`;
}

function removeButton(
  { localize }: EditorView,
  { key }: PropertyRow,
  remove: (button: Element) => unknown,
): TemplateResult {
  const press = ({ currentTarget }: Event): void => void remove(currentTarget as Element);
  return html`<button
    type="button"
    part="button"
    class="button quiet icon-only"
    aria-label=${localize.term('removeProperty', key)}
    @click=${press}
  >
    ${icon('cross')}
  </button>`;
}

async function takeAway({ form }: EditorView, { row }: PropertyRow, button: Element): Promise<void> {
  const root = rootOf(button);
  form.changeRow(row, { removed: true });
  await form.isShown;
  root.getElementById(`keep-${row}`)?.focus();
}

function rowProblem({ localize }: EditorView, id: string, row: PropertyRow, problem: FieldProblem): TemplateResult {
  return problemLine(id, rowWords(localize, row, problem));
}

/** Every name that is reserved, once somebody tried one. */
function reservedHelp({ form, localize }: EditorView, rows: readonly PropertyRow[]): TemplateResult | typeof nothing {
  if (!rows.some((row) => form.problemAt(rowPath(row))?.code === 'reserved-key')) return nothing;
  return html`<p class="help">${localize.term('reservedKeys', RESERVED_KEYS.join(', '))}</p>`;
}

function rootOf(target: EventTarget | null): ShadowRoot {
  return (target as HTMLElement).getRootNode() as ShadowRoot;
}
