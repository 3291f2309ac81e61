import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { CallbackRecord } from '../../domain/callback.js';
import { timeFormat } from '../../internal/format.js';
import { longText, tooltipOf } from '../../internal/long-text.js';
import type { LocalizeController } from '../../internal/localize.js';
import { phone } from '../../internal/phone.js';
import { choices } from './callback-editor.choices.js';
import { conflictView } from './callback-editor.conflict.js';
import { duplicatesNote } from './callback-editor.duplicates.js';
import { textField } from './callback-editor.fields.js';
import { mergeView } from './callback-editor.merge.js';
import { numberField } from './callback-editor.number.js';
import { queueNote, serviceField } from './callback-editor.service.js';
import { isLookupKey, propertyRows } from './callback-editor.properties.js';
import type { EditorMode } from './callback-editor.types.js';
import type { EditorView } from './callback-editor.view.js';
import { whenView } from './callback-editor.when.js';

/** The example that the seed gives for a queue statistic. */
const STATISTIC_EXAMPLE = 'ExpectedWaitTime;Queue;8999@SIP_Server;Environment';

/** Title of the dialog for each of its forms. */
export function titleOf(localize: LocalizeController, mode: EditorMode): string {
  if (mode === 'create') return localize.term('addNewCallback');
  return localize.term(mode === 'edit' ? 'editCallbackTitle' : 'rescheduleCompletedCallback');
}

/** The middle of the dialog. */
export function bodyView(view: EditorView): TemplateResult {
  const { base, mode } = view;
  if (base === undefined) return createBody(view);
  return html`${conflictView(view)} ${mode === 'edit' ? editBody(view, base) : rescheduleBody(view, base)}`;
}

function createBody(view: EditorView): TemplateResult {
  const { draft, localize } = view;
  return html`${kindField(view)} ${serviceField(view)} ${whenView(view)}
    <section>
      <h3>${localize.term('callbackParameters')}</h3>
      ${numberField(view)}
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
      ${propertyRows(view, { rows: draft.rows, canAdd: true })}
    </section>`;
}

function editBody(view: EditorView, record: CallbackRecord): TemplateResult {
  const { localize } = view;
  return html`<section>
      <h3>${localize.term('currentCallbackInformation')}</h3>
      ${facts(view, record, localize.term('callbackTime'))} ${duplicatesNote(view)}
    </section>
    ${choices(view, record)}`;
}

function rescheduleBody(view: EditorView, record: CallbackRecord): TemplateResult {
  const { draft, localize, lookupKeys } = view;
  const lookup = draft.rows.filter((row) => !row.own && isLookupKey(view, row));
  return html`<section>
      <h3>${localize.term('lastCallbackInformation')}</h3>
      ${facts(view, record, localize.term('lastCallbackTime'))} ${duplicatesNote(view)}
    </section>
    <section>
      <h3>${localize.term('desiredCallbackTimeSection')}</h3>
      ${whenView(view)}
    </section>
    <section>
      <h3>${localize.term('editCustomerLookupKeys')}</h3>
      ${
        lookup.length === 0
          ? html`<p class="help">
              ${localize.term(lookupKeys.length === 0 ? 'noLookupKeys' : 'noEditableLookupKeys')}
            </p>`
          : propertyRows(view, { rows: lookup, canAdd: false })
      }
    </section>
    <section>
      <h3>${localize.term('additionalProperties')}</h3>
      ${propertyRows(view, { rows: draft.rows.filter((row) => !lookup.includes(row)), canAdd: true })}
    </section>
    <section>
      <h3>${localize.term('mergeTitle')}</h3>
      ${mergeView(view, record)}
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
