import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ServiceSummary } from '../../domain/service.js';
import { icon } from '../../internal/icons.js';
import { isolate } from '../../internal/isolate.js';
import { inSentence } from '../../internal/long-text.js';
import { problemText } from '../../internal/problem-text.js';
import type { EditorView } from './callback-editor.view.js';

/** More services than these are searched, not looked through. */
const MOST_LISTED = 12;

const CONFIRM_OPTION = '_wait_for_user_confirm';

/** The service of the form: the one that is chosen, or that of the callback; undefined while there is none. */
export function chosenService(
  view: Pick<EditorView, 'mode' | 'draft' | 'record' | 'services'>,
): ServiceSummary | undefined {
  const { mode, draft, record, services } = view;
  const wanted = mode === 'create' ? draft.serviceName : record?.serviceName;
  return services.find(({ name }) => name === wanted);
}

/** The field for the service: a list, or a list to search in when there are many. */
export function serviceField(view: EditorView): TemplateResult {
  const { form, localize, services } = view;
  const problem = form.problemAt('serviceName');
  const warns = chosenService(view)?.waitsForUserConfirm === true;
  const described = [problem === undefined ? '' : 'serviceName-problem', warns ? 'serviceName-note' : '']
    .join(' ')
    .trim();
  const describedBy = described === '' ? undefined : described;
  return html`<div class="field" part="field">
    <label for="serviceName" data-required=${localize.term('required')}>${localize.term('serviceName')}</label>
    ${services.length > MOST_LISTED ? serviceSearch(view, describedBy) : serviceList(view, describedBy)}
    ${problem === undefined ? nothing : problemText(localize, 'serviceName-problem', problem)}
    ${services.length === 0 ? html`<p class="help">${localize.term('noServices')}</p>` : nothing}
    ${
      warns
        ? html`<div class="note warning" id="serviceName-note">
            ${icon('warning')}<span>${localize.term('waitsForUserConfirm', CONFIRM_OPTION)}</span>
          </div>`
        : nothing
    }
  </div>`;
}

function serviceList({ draft, form, localize, services }: EditorView, describedBy: string | undefined): TemplateResult {
  return html`<select
    id="serviceName"
    class="select"
    name="serviceName"
    aria-required="true"
    aria-invalid=${form.problemAt('serviceName') === undefined ? nothing : 'true'}
    aria-describedby=${describedBy ?? nothing}
    @change=${form.type}
  >
    <option value="" disabled ?selected=${draft.serviceName === ''}>${localize.term('chooseService')}</option>
    ${services.map(
      ({ name }) => html`<option value=${name} ?selected=${draft.serviceName === name}>${isolate(name)}</option>`,
    )}
  </select>`;
}

function serviceSearch(
  { combobox, draft, form, localize, services }: EditorView,
  describedBy: string | undefined,
): TemplateResult {
  return combobox.render({
    id: 'serviceName',
    name: 'serviceName',
    value: draft.serviceName,
    options: services.map(({ name }) => ({ value: name })),
    accepts: 'text',
    change: form.chooseService,
    placeholder: localize.term('searchService'),
    describedBy,
    isInvalid: form.problemAt('serviceName') !== undefined,
    isRequired: true,
  });
}

/** A virtual queue belongs either to the service or to the request, never to both. */
export function queueNote(view: EditorView): TemplateResult | undefined {
  const queue = chosenService(view)?.virtualQueue;
  if (queue === undefined || queue === '' || view.draft.virtualQueue.trim() === '') return undefined;
  return html`<div class="note warning">
    ${icon('warning')}<span>${view.localize.term('virtualQueueClash', inSentence(queue))}</span>
  </div>`;
}
