import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { CallbackRecord } from '../../domain/callback.js';
import type { ServiceSummary } from '../../domain/service.js';
import { timeFormat } from '../../internal/format.js';
import { icon } from '../../internal/icons.js';
import { isolate } from '../../internal/isolate.js';
import { inSentence, longText, tooltipOf } from '../../internal/long-text.js';
import type { LocalizeController } from '../../internal/localize.js';
import { phone } from '../../internal/phone.js';
import { problemText } from '../../internal/problem-text.js';
import { choices } from './callback-editor.choices.js';
import { propertyRows, textField } from './callback-editor.fields.js';
import { timeFields } from './callback-editor.time.js';
import type { EditorMode } from './callback-editor.types.js';
import type { EditorView } from './callback-editor.view.js';

/** The example that the seed gives for a queue statistic. */
const STATISTIC_EXAMPLE = 'ExpectedWaitTime;Queue;8999@SIP_Server;Environment';

const CONFIRM_OPTION = '_wait_for_user_confirm';

/** Title of the dialog for each of its forms. */
export function titleOf(localize: LocalizeController, mode: EditorMode): string {
  if (mode === 'create') return localize.term('addNewCallback');
  return localize.term(mode === 'edit' ? 'editCallbackTitle' : 'rescheduleCompletedCallback');
}

/** The middle of the dialog. */
export function bodyView(view: EditorView): TemplateResult {
  if (view.mode === 'create' || view.record === undefined) return createBody(view);
  return view.mode === 'edit' ? editBody(view, view.record) : rescheduleBody(view, view.record);
}

function createBody(view: EditorView): TemplateResult {
  const { draft, localize } = view;
  return html`${kindField(view)} ${serviceField(view)} ${draft.kind === 'scheduled' ? timeFields(view) : nothing}
    <section>
      <h3>${localize.term('callbackParameters')}</h3>
      ${textField(view, {
        name: 'customerNumber',
        type: 'tel',
        label: localize.term('customerNumber'),
        placeholder: localize.term('customerNumberPlaceholder'),
      })}
      ${textField(view, {
        name: 'virtualQueue',
        label: localize.term('virtualQueue'),
        placeholder: localize.term('optional'),
        note: queueNote(view),
      })}
      ${textField(view, {
        name: 'queueTimeStatistic',
        label: localize.term('queueTimeStatistic'),
        placeholder: localize.term('optional'),
        help: localize.term('queueTimeStatisticHelp', STATISTIC_EXAMPLE),
      })}
    </section>
    <section>
      <h3>${localize.term('additionalProperties')}</h3>
      ${propertyRows(view, { canAdd: true })}
    </section>`;
}

function editBody(view: EditorView, record: CallbackRecord): TemplateResult {
  const { localize } = view;
  return html`<section>
      <h3>${localize.term('currentCallbackInformation')}</h3>
      ${facts(view, record, localize.term('callbackTime'))}
    </section>
    ${choices(view, record)}`;
}

function rescheduleBody(view: EditorView, record: CallbackRecord): TemplateResult {
  const { draft, localize, lookupKeys } = view;
  return html`<section>
      <h3>${localize.term('lastCallbackInformation')}</h3>
      ${facts(view, record, localize.term('lastCallbackTime'))}
    </section>
    <section>
      <h3>${localize.term('desiredCallbackTimeSection')}</h3>
      ${timeFields(view)}
    </section>
    <section>
      <h3>${localize.term('editCustomerLookupKeys')}</h3>
      ${
        draft.rows.length === 0
          ? html`<p class="help">
              ${localize.term(lookupKeys.length === 0 ? 'noLookupKeys' : 'noEditableLookupKeys')}
            </p>`
          : propertyRows(view, { canAdd: false })
      }
      <p class="help">${localize.term('otherPropertiesKept')}</p>
    </section>`;
}

function facts({ localize, timeZone }: EditorView, record: CallbackRecord, timeLabel: string): TemplateResult {
  const format = timeFormat(localize.lang(), timeZone);
  return html`<dl class="facts">
    <dt>${timeLabel}</dt>
    <dd><bdi>${format(record.desiredTime)}</bdi></dd>
    <dt>${localize.term('callbackNumber')}</dt>
    <dd class="clip" title=${ifDefined(tooltipOf(record.customerNumber))}>${phone(record.customerNumber)}</dd>
    <dt>${localize.term('serviceName')}</dt>
    <dd>${longText(record.serviceName)}</dd>
  </dl>`;
}

function kindField({ draft, form, localize }: EditorView): TemplateResult {
  return html`<div class="field" part="field">
    <label for="kind">${localize.term('callbackType')}</label>
    <select id="kind" class="select" .value=${live(draft.kind)} @change=${form.chooseKind}>
      <option value="immediate">${localize.term('immediate')}</option>
      <option value="scheduled">${localize.term('scheduled')}</option>
    </select>
  </div>`;
}

function serviceField(view: EditorView): TemplateResult {
  const { draft, form, localize, services } = view;
  const problem = form.problemAt('serviceName');
  const chosen = chosenService(view);
  const warns = chosen?.waitsForUserConfirm === true;
  const described = [problem === undefined ? '' : 'serviceName-problem', warns ? 'serviceName-note' : '']
    .join(' ')
    .trim();
  return html`<div class="field" part="field">
    <label for="serviceName">${localize.term('serviceName')}</label>
    <select
      id="serviceName"
      class="select"
      name="serviceName"
      aria-invalid=${problem === undefined ? nothing : 'true'}
      aria-describedby=${described === '' ? nothing : described}
      @change=${form.type}
    >
      <option value="" disabled ?selected=${draft.serviceName === ''}>${localize.term('chooseService')}</option>
      ${services.map(
        ({ name }) => html`<option value=${name} ?selected=${draft.serviceName === name}>${isolate(name)}</option>`,
      )}
    </select>
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

/** A virtual queue belongs either to the service or to the request, never to both. */
function queueNote(view: EditorView): TemplateResult | undefined {
  const queue = chosenService(view)?.virtualQueue;
  if (queue === undefined || queue === '' || view.draft.virtualQueue.trim() === '') return undefined;
  return html`<div class="note warning">
    ${icon('warning')}<span>${view.localize.term('virtualQueueClash', inSentence(queue))}</span>
  </div>`;
}

function chosenService({ draft, services }: EditorView): ServiceSummary | undefined {
  return services.find(({ name }) => name === draft.serviceName);
}
