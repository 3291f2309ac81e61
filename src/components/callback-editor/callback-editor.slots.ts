import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldProblem } from '../../domain/problems.js';
import type { LocalizeController } from '../../internal/localize.js';
import { problemText } from '../../internal/problem-text.js';
import { meantBy } from './callback-editor.draft.js';
import type { OfferedHour, OfferedSlot } from './callback-editor.offer.js';
import type { EditorView } from './callback-editor.view.js';

/** Bars in place of slots that are being asked for. */
const BARS = 12;

/** Slots of an hour that do not fill a line. */
const MOST_SPARSE = 2;

/** Slots to choose from, and what stands around them. */
export interface SlotsView {
  readonly hours: readonly OfferedHour[];
  /** Why there is nothing to choose, in words; undefined when there is. */
  readonly empty: string | undefined;
  /** Between the label and the slots. */
  readonly before: unknown;
}

/** The slots of a day: radio buttons, by the hour. Full ones are shown and off. */
export function slotsView(view: EditorView, { hours, empty, before }: SlotsView): TemplateResult {
  const { form, localize } = view;
  const problem = ofList(form.problemAt('desiredTime'));
  const isSparse = hours.every(({ slots }) => slots.length <= MOST_SPARSE);
  const hasChoice = hours.some(({ slots }) => slots.some(({ isOn }) => isOn));
  const meant = meantBy(view.draft);
  const chosen = meant.kind === 'instant' ? meant.instant : undefined;
  const choose = ({ target }: Event): void => form.chooseInstant(Number((target as HTMLInputElement).value));
  return html`<div class="field slot-field" part="field">
    <span class="label" id="slots-label" data-required=${localize.term('required')}
      >${localize.term('availableTimeSlot')}</span
    >
    ${before}
    <div
      class=${isSparse ? 'slots sparse' : 'slots'}
      role="radiogroup"
      tabindex=${hasChoice ? '-1' : '0'}
      aria-labelledby="slots-label"
      aria-required="true"
      aria-invalid=${problem === undefined ? nothing : 'true'}
      aria-describedby=${problem === undefined ? 'slots-empty' : 'desiredTime-problem slots-empty'}
      @change=${choose}
      @keydown=${moveByKey}
    >
      <p class="help" id="slots-empty" ?hidden=${empty === undefined}>${empty}</p>
      ${repeat(
        hours,
        ({ key }) => key,
        (hour) => hourView(localize, hour, chosen),
      )}
    </div>
    ${problem === undefined ? nothing : problemText(localize, 'desiredTime-problem', problem)}
  </div>`;
}

/** A problem of the time in the words of a list: there a time is chosen and not typed. */
function ofList(problem: FieldProblem | undefined): FieldProblem | undefined {
  return problem?.code === 'invalid-time' ? { ...problem, code: 'slot-required' } : problem;
}

/** The room of slots that are being asked for. */
export function slotsToCome({ localize }: EditorView, before: unknown): TemplateResult {
  return html`<div class="field slot-field">
    <span class="label" data-required=${localize.term('required')}>${localize.term('availableTimeSlot')}</span>
    ${before === nothing ? html`<span class="button room" aria-hidden="true">–</span>` : before}
    <div class="slots skeleton" aria-hidden="true">${Array.from({ length: BARS }, () => html`<span></span>`)}</div>
  </div>`;
}

function hourView(
  localize: LocalizeController,
  { hour, offset, slots }: OfferedHour,
  chosen: number | undefined,
): TemplateResult {
  return html`<div class="hour">
    <span class="hour-name" aria-hidden="true"
      >${hour}${offset === undefined ? nothing : html`<small>${offset}</small>`}</span
    >
    <div class="chips">
      ${repeat(
        slots,
        ({ start }) => start,
        (slot) => chip(localize, slot, slot.start === chosen),
      )}
    </div>
  </div>`;
}

function chip(localize: LocalizeController, slot: OfferedSlot, isChosen: boolean): TemplateResult {
  const { start, time, offset } = slot;
  return html`<label class="chip">
    <input
      type="radio"
      name="desiredTime"
      .value=${String(start)}
      .checked=${live(isChosen)}
      ?disabled=${!slot.isOn}
    /><span class="chip-time"
      >${time}${offset === undefined ? nothing : html` <span class="visually-hidden">${offset}</span>`}</span
    >
    <bdi class="chip-places">${placesOf(localize, slot)}</bdi>
  </label>`;
}

function placesOf(localize: LocalizeController, { free, isPresent }: OfferedSlot): string {
  if (isPresent) return localize.term('present');
  return free === 0 ? localize.term('full') : localize.term('left', free, localize.number(free));
}

/** Arrows are the platform's; Home, End and the page keys go to the ends and by the hour. */
function moveByKey(event: KeyboardEvent): void {
  const group = event.currentTarget as HTMLElement;
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const hours = [...group.querySelectorAll('.hour')]
    .map((hour) => [...hour.querySelectorAll<HTMLInputElement>('input:not(:disabled)')])
    .filter((radios) => radios.length > 0);
  const here = hours.findIndex((radios) => radios.includes(event.target as HTMLInputElement));
  const target = targetOf(event.key, hours, here);
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
  target.click();
}

function targetOf(
  key: string,
  hours: readonly (readonly HTMLInputElement[])[],
  here: number,
): HTMLInputElement | undefined {
  const last = hours.length - 1;
  switch (key) {
    case 'Home':
      return hours[0]?.[0];
    case 'End':
      return hours[last]?.at(-1);
    case 'PageUp':
      return hours[Math.max(0, here - 1)]?.[0];
    case 'PageDown':
      return here < last ? hours[here + 1]?.[0] : hours[last]?.at(-1);
    default:
      return undefined;
  }
}

/** Scrolls the slots, and nothing else, to the chosen one. */
export function revealChosen(root: ParentNode): void {
  const chip = root.querySelector('.chip:has(:checked)');
  const list = chip?.closest('.slots');
  if (!chip || !list) return;
  const [from, to] = [list.getBoundingClientRect(), chip.getBoundingClientRect()];
  list.scrollTop += (to.top + to.bottom - from.top - from.bottom) / 2;
}
