import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { join } from 'lit/directives/join.js';
import { isCallbackState, outcomeOf } from '../../domain/callback.js';
import type { CallbackRecord, CallbackState } from '../../domain/callback.js';
import { phoneGroups } from '../../internal/format.js';
import { icon } from '../../internal/icons.js';
import type { IconName } from '../../internal/icons.js';
import { tooltipOf } from '../../internal/long-text.js';
import { propertyOf } from './callback-table.columns.js';
import type { ColumnDefinition } from './callback-table.columns.js';
import type { TableTexts } from './callback-table.texts.js';

const MARKS: Readonly<Record<Exclude<CallbackState, 'COMPLETED'>, IconName>> = {
  SCHEDULED: 'clock',
  QUEUED: 'stack',
  ROUTING: 'branch',
  PROCESSING: 'headset',
  PAUSED: 'bars',
};

const OUTCOME_MARKS = { connected: 'check', cancelled: 'crossOut', failed: 'warning', unknown: 'check' } as const;

/** The state as mark and word, the reason after it. */
export function stateContent({ state, reason }: CallbackRecord): TemplateResult {
  const { mark, tone } = stateMark(state, reason);
  const why =
    reason === undefined || reason === ''
      ? nothing
      : html` <span class="reason">(<bdi>${breakable(reason)}</bdi>)</span>`;
  return html`<span class="mark ${tone}">${icon(mark)}</span><span class="state-text"><bdi>${state}</bdi>${why}</span>`;
}

/** A constant or an address that may break after its separators, and is copied as it is. */
export function breakable(constant: string): unknown {
  return join(constant.split(/(?<=[_@])/), () => html`<wbr />`);
}

/** What a column shows of a record; the state has its own template. */
export function cellContent(column: ColumnDefinition, record: CallbackRecord, texts: TableTexts): unknown {
  switch (column.kind) {
    case 'state':
      return stateContent(record);
    case 'time':
      return html`<time datetime=${isoTime(record.desiredTime)}><bdi>${texts.time(record.desiredTime)}</bdi></time>`;
    case 'phone':
      return phoneContent(record.customerNumber, texts);
    case 'service':
      return clipped(record.serviceName);
    case 'service-id':
      return html`<span class="clip id" title=${ifDefined(tooltipOf(record.id))}><bdi>${record.id}</bdi></span>`;
    case 'property':
      return propertyContent(column, record, texts);
    case 'custom-fields':
      return customFieldsContent(column, record);
  }
}

/** Grouped by margins, so that what is copied is the number itself. A row is named by its number, so a missing one is said in words. */
function phoneContent(number: string, { term }: TableTexts): TemplateResult {
  if (number === '') return html`<span class="quiet">${term('notSpecified')}</span>`;
  const groups = phoneGroups(number).map((group) => html`<span>${group}</span>`);
  return html`<span class="clip" title=${ifDefined(tooltipOf(number))}
    ><bdi class="phone" dir="ltr">${groups}</bdi></span
  >`;
}

function clipped(text: string): TemplateResult {
  return html`<span class="clip" title=${ifDefined(tooltipOf(text))}><bdi>${text}</bdi></span>`;
}

function propertyContent(column: ColumnDefinition, record: CallbackRecord, { term }: TableTexts): TemplateResult {
  const [field] = column.keys ?? [];
  const value = field === undefined ? undefined : propertyOf(record, field.key);
  if (value === undefined) return html`<span class="quiet">${term('notSpecified')}</span>`;
  return clipped(value);
}

function customFieldsContent(column: ColumnDefinition, record: CallbackRecord): unknown {
  const lines = (column.keys ?? []).flatMap(({ key, alias }) => {
    const value = propertyOf(record, key);
    return value === undefined
      ? []
      : [
          html`<div class="pair">
            <span class="clip alias quiet" title=${ifDefined(tooltipOf(alias))}><bdi>${alias}</bdi> :</span>
            <span class="clip" title=${ifDefined(tooltipOf(value))}><bdi>${value}</bdi></span>
          </div>`,
        ];
  });
  return lines.length === 0 ? nothing : html`<div class="custom">${lines}</div>`;
}

function stateMark(state: string, reason: string | undefined): { readonly mark: IconName; readonly tone: string } {
  if (!isCallbackState(state)) return { mark: 'question', tone: 'unknown' };
  if (state !== 'COMPLETED') return { mark: MARKS[state], tone: state.toLowerCase() };
  const outcome = outcomeOf(reason);
  return { mark: OUTCOME_MARKS[outcome], tone: outcome };
}

function isoTime(instant: number): string | typeof nothing {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? nothing : date.toISOString();
}
