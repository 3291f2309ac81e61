import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { clockReading, isUncivil } from '../../domain/clocks.js';
import { offsetText } from '../../domain/zone-offset.js';
import { durationText, momentFormat } from '../../internal/day-format.js';
import { icon } from '../../internal/icons.js';
import { customerZoneField, customerZoneOf } from './callback-editor.customer-zone.js';
import { meantBy } from './callback-editor.draft.js';
import type { EditorView } from './callback-editor.view.js';
import { zoneName } from './callback-editor.zone-options.js';

/** A clock on the wall, and whose it is. */
interface Clock {
  readonly whose: string;
  readonly zone: string;
}

/** The chosen time by the clocks of the customer, of the page and of UTC; one of them is that of date and slots. */
export function clocksView(view: EditorView): TemplateResult {
  const { draft, localize, now } = view;
  const meant = meantBy(draft);
  const instant = meant.kind === 'instant' ? meant.instant : undefined;
  const isAhead = instant !== undefined && instant > now;
  return html`<div class="clocks" role="group" aria-label=${localize.term('clocks')}>
    <div class="clock-fields">${clockChoice(view)} ${customerZoneField(view)}</div>
    <div class="clock-faces">
      <dl>${clocksOf(view).map((clock) => clockView(view, clock, instant))}</dl>
      <p class="help">
        ${isAhead ? localize.term('timeFromNow', durationText(localize.lang(), instant - now)) : nothing}
      </p>
    </div>
    <div class="night" role="status">${nightNote(view, instant)}</div>
  </div>`;
}

function clocksOf(view: EditorView): readonly Clock[] {
  const { localize, timeZone } = view;
  const customer = customerZoneOf(view)?.zone;
  return [
    ...(customer === undefined ? [] : [{ whose: localize.term('customerClock'), zone: customer }]),
    { whose: localize.term('portalClock'), zone: timeZone },
    { whose: 'UTC', zone: 'UTC' },
  ];
}

function clockView(
  { draft, localize }: EditorView,
  { whose, zone }: Clock,
  instant: number | undefined,
): TemplateResult {
  return html`<div>
    <dt>${whose}</dt>
    <dd>
      ${instant === undefined ? html`<span aria-hidden="true">–</span>` : html`<bdi>${readingText(localize.lang(), instant, [zone, draft.clockZone])}</bdi>`}
      ${zone === 'UTC' ? nothing : html`<span class="help"><bdi>${zoneText(zone, instant)}</bdi></span>`}
    </dd>
  </div>`;
}

/** The time by a clock, with its day where that is not the day of the other one. */
function readingText(lang: string, instant: number, [zone, beside]: readonly [string, string]): string {
  const { time, dayShift } = clockReading(instant, zone, beside);
  return dayShift === 0 ? time : momentFormat(lang, zone)(instant);
}

function zoneText(zone: string, instant: number | undefined): string {
  const name = zoneName(zone);
  return instant === undefined ? name : `${name}, ${offsetText(instant, zone)}`;
}

/** By whose clock date and slots are shown. */
function clockChoice(view: EditorView): TemplateResult {
  const { draft, form, localize } = view;
  const clocks = clocksOf(view);
  const chosen = clocks.find(({ zone }) => zone === draft.clockZone) ?? { whose: '', zone: draft.clockZone };
  const zones = new Map([...clocks, chosen].map(({ whose, zone }) => [zone, whose]));
  const choose = ({ target }: Event): void => form.chooseClock((target as HTMLSelectElement).value);
  return html`<div class="field clock-choice" part="field">
    <label for="clock">${localize.term('timesShownIn')}</label>
    <select id="clock" class="select" @change=${choose}>
      ${[...zones].map(
        ([zone, whose]) =>
          html`<option value=${zone} ?selected=${zone === draft.clockZone}>${optionText(whose, zone)}</option>`,
      )}
    </select>
  </div>`;
}

function optionText(whose: string, zone: string): string {
  const name = zoneName(zone);
  return whose === '' || whose === zone ? name : `${whose} (${name})`;
}

function nightNote(view: EditorView, instant: number | undefined): TemplateResult | typeof nothing {
  const zone = customerZoneOf(view)?.zone;
  if (instant === undefined || zone === undefined || !isUncivil(instant, zone)) return nothing;
  return html`<div class="note warning">
    ${icon('clock')}<span>${view.localize.term('nightForCustomer', clockReading(instant, zone).time)}</span>
  </div>`;
}
