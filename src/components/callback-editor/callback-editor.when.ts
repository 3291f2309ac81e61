import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { clockReading } from '../../domain/clocks.js';
import type { FieldProblem, ProblemCode } from '../../domain/problems.js';
import { slotAt } from '../../domain/slot-times.js';
import { dayText } from '../../internal/day-format.js';
import { icon } from '../../internal/icons.js';
import { problemText } from '../../internal/problem-text.js';
import { clocksView } from './callback-editor.clocks.js';
import { meantBy } from './callback-editor.draft.js';
import type { EditorDraft } from './callback-editor.draft.js';
import { textField } from './callback-editor.fields.js';
import { freeTime } from './callback-editor.free-time.js';
import { momentText, placesText } from './callback-editor.moment.js';
import { monthView } from './callback-editor.month.js';
import { proposalsView } from './callback-editor.proposals.js';
import type { PickerState } from './callback-editor.picker-state.js';
import { slotsToCome, slotsView } from './callback-editor.slots.js';
import { problemsOfTime } from './callback-editor.time-check.js';
import type { EditorView } from './callback-editor.view.js';

/** What is said of a time while it is typed; the rest of what may be wrong is only that it is not complete yet. */
const SAID_AT_ONCE: readonly ProblemCode[] = ['time-gap', 'in-the-past', 'too-far-ahead', 'slot-full', 'not-offered'];

/**
 * Where a time is chosen, if the form wants one: the day, a slot of it or a free time, and the clocks that show it. What a refusal
 * proposes stands there even if the form wants none.
 */
export function whenView(view: EditorView): TemplateResult {
  const { state } = view.picker;
  return html`${proposalsView(view)} ${state === undefined ? nothing : pickerView(view, state)}`;
}

function pickerView(view: EditorView, state: PickerState): TemplateResult {
  const { localize } = view;
  return html`<div class="when">
    ${presentView(view, state)} ${troubleView(view, state)}
    <div class="when-day">
      ${textField(view, { name: 'desiredDate', type: 'date', label: localize.term('desiredDate'), required: true })}
      ${monthView(view, state, reachView(view, state))}
    </div>
    <div class="when-time">${timeView(view, state)}</div>
    ${clocksView(view)}
    <span class="visually-hidden" role="status">${statusText(view, state)}</span>
  </div>`;
}

/** For when the callback is planned already. */
function presentView({ localize }: EditorView, { subject, context }: PickerState): TemplateResult | typeof nothing {
  if (subject.present === undefined) return nothing;
  return html`<p class="help">${localize.term('presentTime', momentText(localize, subject.present, context.zone))}</p>`;
}

function timeView(view: EditorView, state: PickerState): TemplateResult {
  const { offer } = state;
  const nextFree = nextFreeView(view, state);
  if (offer.kind === 'any') return html`${freeTime(view, noteOfTime(view))} ${nextFree}`;
  if (offer.kind === 'waiting') return html`${slotsToCome(view, nextFree)} ${slotNote(view)}`;
  const empty = offer.empty && view.localize.term('emptyDay', offer.empty);
  return html`${slotsView(view, { hours: offer.hours, empty, before: nextFree })} ${slotNote(view)}`;
}

/** What is said of the chosen slot; how many places it has left stands on it already, for the eye. */
function slotNote(view: EditorView): TemplateResult {
  return html`<div class="help time-note" role="status">${noteOfTime(view, 'visually-hidden')}</div>`;
}

/** Why the time cannot be had, before anybody asks; else how many places its slot has left. */
function noteOfTime(view: EditorView, placesClass = ''): TemplateResult | undefined {
  const { draft, form, localize, picker } = view;
  // A year is typed digit by digit and is none before its fourth.
  if (form.problemAt('desiredTime') !== undefined || draft.desiredDate < '1000') return undefined;
  const rules = picker.rules(view);
  const instant = instantOf(draft);
  const problem = problemsOfTime(draft, rules).find(isSaidAtOnce);
  // What the callback has is not a mistake of this person, even when it is over.
  const isPresent = instant !== undefined && instant === rules.present;
  if (problem !== undefined && !isPresent) return problemText(localize, 'time-problem', problem);
  const slot = instant === undefined ? undefined : slotAt(rules.slots, instant);
  return slot === undefined ? undefined : html`<bdi class=${placesClass}>${placesText(localize, slot.free)}</bdi>`;
}

/** The instant in the form, in epoch milliseconds; undefined while there is none. */
function instantOf(draft: EditorDraft): number | undefined {
  const meant = meantBy(draft);
  return meant.kind === 'instant' ? meant.instant : undefined;
}

function isSaidAtOnce({ code }: FieldProblem): boolean {
  return SAID_AT_ONCE.includes(code);
}

/** How far ahead the service takes callbacks. */
function reachView({ localize }: EditorView, { context }: PickerState): TemplateResult | typeof nothing {
  if (!Number.isFinite(context.latest)) return nothing;
  const { day } = clockReading(context.latest, context.zone);
  return html`<p class="help">${localize.term('takenUntil', dayText(localize.lang(), day))}</p>`;
}

/** The first free slot from now on; while it is not known, the way to find it. */
function nextFreeView(
  { draft, localize, picker }: EditorView,
  { context, knowledge, next, search }: PickerState,
): TemplateResult | typeof nothing {
  const isLooking = search?.kind === 'looking';
  if (next === undefined && knowledge?.answer === undefined && !isLooking) return nothing;
  const isChosen = next !== undefined && next.start === instantOf(draft);
  const take = (): void => {
    if (!isChosen) picker.takeNextFree();
  };
  const words = isLooking
    ? localize.term('lookingForSlots')
    : next === undefined
      ? localize.term('findNextFree')
      : localize.term('nextFree', momentText(localize, next.start, context.zone));
  return html`<span class="action up">
      <button
        id="next-free"
        type="button"
        part="button"
        class="button"
        aria-disabled=${isLooking || isChosen ? 'true' : nothing}
        aria-describedby=${isChosen ? 'next-free-why' : nothing}
        @click=${take}
      >
        ${isLooking ? html`<span class="spinner"></span>` : nothing}<bdi>${words}</bdi>
      </button>
      ${isChosen ? html`<span class="why" role="tooltip" id="next-free-why">${localize.term('nextFreeChosen')}</span>` : nothing}
    </span>
    ${search?.kind === 'in-vain' ? html`<p class="help">${localize.term('noneFreeUntil', dayText(localize.lang(), search.until))}</p>` : nothing}`;
}

/** Why no slots are shown, or only older ones; a time can be given all the same. */
function troubleView(
  { localize, picker }: EditorView,
  { knowledge, subject }: PickerState,
): TemplateResult | typeof nothing {
  if (subject.serviceName === '') return html`<p class="help">${localize.term('chooseServiceForTimes')}</p>`;
  if (knowledge?.unavailable !== undefined) return html`<p class="help">${knowledge.unavailable}</p>`;
  if (knowledge?.problem === undefined) return nothing;
  const { problem, answer, loading } = knowledge;
  const retry = ({ currentTarget }: Event): void => {
    // This button is gone as soon as there is an answer.
    ((currentTarget as HTMLElement).getRootNode() as ShadowRoot).getElementById('desiredDate')?.focus();
    picker.askAgain();
  };
  return html`<div class="note warning trouble">
    ${icon('warning')}
    <p>
      ${localize.term(answer === undefined ? 'anyTimeBecause' : 'olderSlots')} ${localize.term('failure', problem.code)}
    </p>
    <button type="button" part="button" class="button" aria-disabled=${loading ? 'true' : nothing} @click=${retry}>
      ${localize.term('retry')}
    </button>
  </div>`;
}

/** What a person hears once something is known. */
function statusText({ draft, localize }: EditorView, { offer, next, search, context }: PickerState): string {
  const lang = localize.lang();
  if (search?.kind === 'looking' || offer.kind === 'waiting') return localize.term('lookingForSlots');
  if (search?.kind === 'in-vain') return localize.term('noneFreeUntil', dayText(lang, search.until));
  if (search?.kind === 'found' && next !== undefined) {
    return localize.term('nextFree', momentText(localize, next.start, context.zone));
  }
  if (offer.kind !== 'slots') return '';
  if (offer.empty !== undefined) return localize.term('emptyDay', offer.empty);
  const count = offer.hours.flatMap(({ slots }) => slots).filter(({ isOn }) => isOn).length;
  return localize.term('freeOnDay', count, localize.number(count), dayText(lang, draft.desiredDate));
}
