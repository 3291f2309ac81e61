import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DayStatus, SlotDay } from '../../domain/slot-days.js';
import { dayText, monthText, weekdayNames, weekStartOf } from '../../internal/day-format.js';
import { icon } from '../../internal/icons.js';
import { dayByKey, monthAfter, monthOf } from './callback-editor.calendar.js';
import type { PickerState } from './callback-editor.picker-state.js';
import type { EditorView } from './callback-editor.view.js';

const DAYS = 7;

/** What a mark beneath a day can say. */
const MARKED: readonly DayStatus[] = ['open', 'busy', 'taken', 'closed'];

/** A month as a grid of days, each marked with what it offers; a press takes the day. What is said of all months stands beneath. */
export function monthView(view: EditorView, state: PickerState, help: unknown): TemplateResult {
  const { localize } = view;
  const lang = localize.lang();
  const take = (event: Event): void => takeDay(view, event);
  const press = (event: KeyboardEvent): void => dealWithKey(view, event);
  const weeks = Array.from({ length: state.days.length / DAYS }, (_, week) =>
    state.days.slice(week * DAYS, (week + 1) * DAYS),
  );
  return html`<div class="month">
    <div class="month-head">
      ${turn(view, state, -1)}
      <span id="month-name" aria-live="polite">${monthText(lang, state.month)}</span>
      ${turn(view, state, 1)}
    </div>
    <table
      role="grid"
      aria-labelledby="month-name"
      aria-busy=${state.knowledge?.loading === true ? 'true' : nothing}
      @click=${take}
      @keydown=${press}
    >
      <thead>
        <tr>
          ${weekdayNames(lang, weekStartOf(lang)).map(({ short, long }) => html`<th scope="col" abbr=${long}>${short}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeks.map(
          (week) =>
            html`<tr>
              ${repeat(
                week,
                ({ day }) => day,
                (day) => dayCell(view, state, day),
              )}
            </tr>`,
        )}
      </tbody>
    </table>
    ${legend(view, state)} ${help}
  </div>`;
}

/** A button to the month before or after. */
function turn({ localize, picker }: EditorView, { month }: PickerState, count: -1 | 1): TemplateResult {
  const other = monthAfter(month, count);
  const isOff = !picker.canShow(other);
  const show = (): void => {
    if (!isOff) void picker.show(other);
  };
  return html`<button
    type="button"
    part="button"
    class="button quiet icon-only directional"
    aria-label=${localize.term(count < 0 ? 'previousMonth' : 'nextMonth')}
    aria-disabled=${isOff ? 'true' : nothing}
    @click=${show}
  >
    ${icon(count < 0 ? 'chevronStart' : 'chevronEnd')}
  </button>`;
}

function dayCell({ draft, localize }: EditorView, state: PickerState, shown: SlotDay): TemplateResult {
  const { day, status, free } = shown;
  if (monthOf(day) !== state.month) return html`<td></td>`;
  const words =
    status === 'open' ? localize.term('placesLeft', free, localize.number(free)) : localize.term('dayStatus', status);
  const name = dayText(localize.lang(), day);
  return html`<td
    id=${cellId(day)}
    role="gridcell"
    data-day=${day}
    data-status=${status}
    tabindex=${day === state.tabStop ? '0' : '-1'}
    aria-label=${words === '' ? name : `${name}: ${words}`}
    aria-selected=${day === draft.desiredDate ? 'true' : 'false'}
    aria-current=${day === state.today ? 'date' : nothing}
    aria-disabled=${canTake(status) ? nothing : 'true'}
  >
    ${localize.number(Number(day.slice(-2)))}
  </td>`;
}

/** What the marks in view mean, for the eye: the name of each day says it too. */
function legend({ localize }: EditorView, { days, month }: PickerState): TemplateResult {
  const shown = MARKED.filter((mark) => days.some(({ day, status }) => status === mark && monthOf(day) === month));
  return html`<div class="legend help" aria-hidden="true">
    ${shown.map((status) => html`<span data-status=${status}>${localize.term('dayStatus', status)}</span>`)}
  </div>`;
}

/** A day that is full or closed can be looked at; one that is over, or too far ahead, cannot. */
function canTake(status: DayStatus): boolean {
  return status !== 'past' && status !== 'beyond';
}

function takeDay({ picker }: EditorView, event: Event): void {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-day]');
  const day = cell?.dataset.day;
  if (day === undefined || cell?.ariaDisabled === 'true') return;
  picker.takeDay(day);
}

function dealWithKey(view: EditorView, event: KeyboardEvent): void {
  const cell = event.target as HTMLElement;
  const { day } = cell.dataset;
  if (day === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  const next = dayByKey(day, {
    key: event.key,
    shiftKey: event.shiftKey,
    isRightToLeft: cell.matches(':dir(rtl)'),
    weekStart: weekStartOf(view.localize.lang()),
  });
  if (next !== undefined) void moveTo(view, next, cell.getRootNode() as ShadowRoot);
  else if (event.key === 'Enter' || event.key === ' ') takeDay(view, event);
  else return;
  event.preventDefault();
}

async function moveTo({ picker }: EditorView, day: string, root: ShadowRoot): Promise<void> {
  if (!picker.canShow(monthOf(day))) return;
  await picker.show(monthOf(day), day);
  root.getElementById(cellId(day))?.focus();
}

function cellId(day: string): string {
  return `day-${day}`;
}
