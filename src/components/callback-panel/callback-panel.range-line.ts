import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { RANGE_PRESETS } from '../../domain/time-range.js';
import type { DayRange } from '../../domain/time-range.js';
import { actionButton } from '../../internal/action.js';
import { rangeText } from '../../internal/format.js';
import { icon } from '../../internal/icons.js';
import type { LocalizeController } from '../../internal/localize.js';
import { elapsed } from './elapsed.directive.js';
import { boundsOf, isUnknown, rangeName } from './callback-panel.view.js';
import type { RangeContext } from './callback-panel.view.js';
import { nameList } from './name-list.js';
import type { Source } from './source.js';
import type { ViewState } from './view-state.js';

/** What the range line shows, and what Refresh does. */
export interface RangeLine {
  readonly localize: LocalizeController;
  readonly view: ViewState;
  readonly context: RangeContext;
  readonly source: Source;
  readonly refresh: () => void;
}

/** Which time the list covers, how old it is, and Refresh. */
export function rangeLine(line: RangeLine): TemplateResult {
  const { localize, view, context, source } = line;
  const bounds = source.list.query?.range ?? boundsOf(view.value.range, context);
  return html`
    <div class="range-line" part="range-line">
      ${rangeSelect(line)}
      <span class="bounds">
        ${localize.term('boundsInZone', rangeText(localize.lang(), context.zone, bounds), context.zone)}${filters(line)}
      </span>
      <span class="spacer"></span>
      <span class="freshness ${source.list.problem === undefined ? '' : 'stale'}" part="freshness"
        >${freshness(line)}</span
      >
      <span class="refresh ${source.loading ? 'turning' : ''}">
        ${actionButton({
          id: 'refresh',
          label: localize.term('refresh'),
          icon: 'refresh',
          kind: 'quiet',
          part: 'refresh-button',
          reason: source.transport === undefined ? localize.term('noServer') : undefined,
          atEnd: true,
          press: line.refresh,
        })}
      </span>
    </div>
    ${view.form.draft === undefined ? nothing : customRange(line, view.form.draft)}
  `;
}

/** What Advanced Options leave out, so that nobody takes a part for the whole. */
function filters({ localize, view }: RangeLine): unknown {
  const { states, services } = view.value.options;
  const chosen = [...states, ...services];
  if (chosen.length === 0) return nothing;
  const { words, isWhole } = nameList(localize, chosen);
  return html`, <span title=${isWhole ? nothing : chosen.join(', ')}>${localize.term('onlyListed', words)}</span>`;
}

function rangeSelect({ localize, view, context: { saved } }: RangeLine): TemplateResult {
  const { form, value } = view;
  const { range } = value;
  const chosen = form.draft === undefined ? rangeName(range) : 'custom';
  const choose = (event: Event): void => view.choose((event.target as HTMLSelectElement).value);
  const option = (name: string, words: string): TemplateResult =>
    html`<option value=${name} ?selected=${name === chosen} .selected=${name === chosen}>${words}</option>`;
  return html`
    <span class="range">
      <select id="range" part="range-select" aria-label=${localize.term('dateRange')} @change=${choose}>
        ${form.draft === undefined && isUnknown(range, saved) ? option(chosen, localize.term('unknownRange')) : nothing}
        ${RANGE_PRESETS.map((preset) => option(preset, localize.term('rangePreset', preset)))}
        ${option('custom', localize.term('customDateRange'))}
        ${
          saved.length === 0
            ? nothing
            : html`<optgroup label=${localize.term('savedRanges')}>
                ${saved.map(({ id, name }) => option(id, name))}
              </optgroup>`
        }
      </select>
      ${icon('chevronDown')}
    </span>
  `;
}

function freshness({ localize, source, context: { zone, now } }: RangeLine): unknown {
  const { list, loading, asOf } = source;
  const { loadedAt, problem } = list;
  if (loadedAt === undefined || asOf === undefined) return loading ? localize.term('loadingList') : nothing;
  if (problem !== undefined && !loading)
    return localize.term('staleSince', momentText(localize.lang(), zone, { at: asOf, now }));
  return elapsed(loadedAt, (seconds) => localize.term('updatedAgo', seconds));
}

/** A moment that has passed, to the minute; with its day when that is not today. */
function momentText(lang: string, zone: string, { at, now }: { readonly at: number; readonly now: number }): string {
  const day = new Intl.DateTimeFormat(lang, { timeZone: zone, day: 'numeric', month: 'short' });
  const time = new Intl.DateTimeFormat(lang, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const isToday = day.format(at) === day.format(now);
  return isToday ? time.format(at) : `${day.format(at)}, ${time.format(at)}`;
}

function customRange({ localize, view }: RangeLine, draft: DayRange): TemplateResult {
  const { form } = view;
  const submit = (event: Event): void => {
    event.preventDefault();
    view.submitDays();
  };
  const edit = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    form.edit(name === 'from' ? { from: value } : { to: value });
  };
  const field = (name: keyof DayRange, words: string): TemplateResult => html`
    <div class="field day">
      <label for=${name}>${words}</label>
      <input
        id=${name}
        name=${name}
        class="input"
        type="date"
        required
        .value=${draft[name]}
        aria-invalid=${form.problem === undefined ? nothing : 'true'}
        aria-describedby=${form.problem === undefined ? nothing : 'range-problem'}
        @input=${edit}
      />
    </div>
  `;
  return html`
    <form class="custom-range" part="custom-range" novalidate @submit=${submit}>
      ${field('from', localize.term('startDate'))} ${field('to', localize.term('endDate'))}
      <button class="button" type="submit">${localize.term('submit')}</button>
      <span class="problem" id="range-problem" role="alert">
        ${form.problem === undefined ? nothing : html`${icon('warning')}${localize.term('fieldProblem', form.problem, '')}`}
      </span>
    </form>
  `;
}
