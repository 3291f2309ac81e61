import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AvailableSlot, SlotKnowledge } from '../../domain/availability.js';
import { clockReading } from '../../domain/clocks.js';
import type { CallbackError } from '../../domain/errors.js';
import { slotDays } from '../../domain/slot-days.js';
import type { SlotDay } from '../../domain/slot-days.js';
import { nextFreeSlot } from '../../domain/slot-times.js';
import type { SlotContext } from '../../domain/slot-times.js';
import { monthDays, rangeOfDay, rangeOfMonth } from '../../domain/zone-days.js';
import { weekStartOf } from '../../internal/day-format.js';
import { emit } from '../../internal/emit.js';
import { monthAfter, monthOf } from './callback-editor.calendar.js';
import { meantBy } from './callback-editor.draft.js';
import { EDITOR_AVAILABILITY_REQUEST } from './callback-editor.events.js';
import type { EditorAvailabilityRequestDetail, EditorAvailabilityRequestEvent } from './callback-editor.events.js';
import { offerOf } from './callback-editor.offer.js';
import type { Offer } from './callback-editor.offer.js';
import { contextOf } from './callback-editor.picker-state.js';
import type { PickerState, Search } from './callback-editor.picker-state.js';
import { SlotMemory } from './callback-editor.slot-memory.js';
import { revealChosen } from './callback-editor.slots.js';
import { subjectOf } from './callback-editor.subject.js';
import type { TimeSubject } from './callback-editor.subject.js';
import { problemsOfTime } from './callback-editor.time-check.js';
import type { TimeRules } from './callback-editor.time-check.js';
import type { EditorView } from './callback-editor.view.js';

/** The element in whose shadow root the picker is. */
interface PickerHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

type MonthOfPicker = Pick<PickerState, 'subject' | 'context' | 'knowledge' | 'days'>;

const MONTHS_TO_SEARCH = 3;

/**
 * Knows which month the person looks at and which of its days the keys are on, asks the owner for the slots of that month, once for each
 * question, and looks for a free one in the months that follow. What is chosen stands in the form.
 */
export class SlotPicker implements ReactiveController {
  readonly #host: PickerHost;
  readonly #read: () => EditorView | undefined;
  readonly #memory = new SlotMemory();
  #state: PickerState | undefined;
  #month = '';
  #cursor = '';
  #day: string | undefined;
  #offer: Offer | undefined;
  #revealed: string | undefined;
  #asked = '';
  #problem: CallbackError | undefined;
  #search: Search | undefined;
  #counted: { readonly key: readonly unknown[]; readonly days: readonly SlotDay[] } | undefined;

  /** @param read what the templates of the editor read; undefined while there is no form */
  constructor(host: PickerHost, read: () => EditorView | undefined) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  /** What to show; undefined while the form asks for no time. */
  get state(): PickerState | undefined {
    return this.#state;
  }

  hostUpdate(): void {
    const view = this.#read();
    const subject = view && subjectOf(view);
    if (view === undefined) this.#forget();
    if (subject?.serviceName !== this.#state?.subject.serviceName) this.#search = undefined;
    this.#state = undefined;
    if (view === undefined || subject === undefined) return;
    this.#memory.learn(view.availability, subject.serviceName);
    // Slots that the server refused are not as it told them.
    if (view.problem !== this.#problem && view.problem?.availability !== undefined) this.#asked = '';
    this.#problem = view.problem;
    this.#follow(view, contextOf(view, subject));
    do this.#state = this.#derive(view, subject);
    while (this.#searchOn(this.#state));
  }

  hostUpdated(): void {
    this.#reveal();
    const question = this.#question();
    // Not within the update itself: the owner may answer at once.
    if (question !== undefined && keyOf(question) !== this.#asked) queueMicrotask(() => this.#ask());
  }

  /** Against what the time of a view is held. */
  rules(view: EditorView): TimeRules {
    const subject = subjectOf(view);
    if (subject === undefined) return { now: view.now };
    this.#memory.learn(view.availability, subject.serviceName);
    const context = contextOf(view, subject);
    const slots = this.#memory.of(rangeOfDay(view.draft.desiredDate, context.zone), context);
    return { now: view.now, latest: context.latest, slots, present: subject.present };
  }

  /** Whether there is anything to look at in a month: it is not over, and not further ahead than the service takes. */
  canShow(month: string): boolean {
    const { context } = this.#state ?? {};
    const range = context && rangeOfMonth(month, context.zone);
    return context !== undefined && range !== undefined && range.end > context.now && range.start <= context.latest;
  }

  /** Looks at another month, at one of its days if the keys lead there; resolves when that day can take the focus. */
  async show(month: string, cursor = ''): Promise<void> {
    this.#search = undefined;
    this.#month = month;
    this.#cursor = cursor;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  /** Takes a day; the time stays where it can be had on that day too, and where it is free text. */
  takeDay(desiredDate: string): void {
    const view = this.#read();
    if (view === undefined || this.#state === undefined) return;
    const draft = { ...view.draft, desiredDate, overlap: undefined, instant: undefined };
    const canBeHad = problemsOfTime(draft, this.rules({ ...view, draft })).length === 0;
    this.#cursor = desiredDate;
    view.form.chooseDay(desiredDate, canBeHad || this.#state.offer.kind === 'any' ? draft.desiredTime : '');
  }

  /** Takes the next free slot, or looks for one in this month and in those that follow. */
  takeNextFree(): void {
    if (this.#state === undefined || this.#search?.kind === 'looking') return;
    const { month, today, next } = this.#state;
    if (next !== undefined) {
      this.#read()?.form.chooseInstant(next.start);
      return;
    }
    this.#month = monthOf(today);
    this.#search = { kind: 'looking', origin: month, left: MONTHS_TO_SEARCH };
    this.#host.requestUpdate();
  }

  /** Asks the last question once more. */
  askAgain(): void {
    this.#asked = '';
    this.#ask();
  }

  /** Whatever is chosen is in view when the slots of a day are first shown. */
  #reveal(): void {
    const shown = this.#state?.offer.kind === 'slots' ? this.#day : undefined;
    if (shown !== this.#revealed && shown !== undefined) revealChosen(this.#host.renderRoot);
    this.#revealed = shown;
  }

  #forget(): void {
    this.#memory.learn(undefined, '');
    this.#search = undefined;
    this.#month = '';
    this.#cursor = '';
    this.#day = undefined;
    this.#offer = undefined;
    this.#asked = '';
    this.#problem = undefined;
  }

  /** Whoever takes another day looks at its month, or at the nearest one that can be shown. */
  #follow({ draft: { desiredDate } }: EditorView, { zone, now, latest }: SlotContext): void {
    const first = monthOf(clockReading(now, zone).day);
    if (this.#month === '') this.#month = first;
    // A year is typed digit by digit and is none before its fourth.
    const isOther = desiredDate !== this.#day && desiredDate >= '1000';
    this.#day = desiredDate;
    if (!isOther || rangeOfMonth(monthOf(desiredDate), zone) === undefined) return;
    const last = Number.isFinite(latest) ? monthOf(clockReading(latest, zone).day) : undefined;
    const month = monthOf(desiredDate);
    this.#search = undefined;
    this.#month = month < first ? first : last !== undefined && month > last ? last : month;
  }

  #derive(view: EditorView, subject: TimeSubject): PickerState {
    const month = this.#month;
    const { desiredDate: day } = view.draft;
    const context = contextOf(view, subject);
    const knowledge = this.#memory.of(rangeOfMonth(month, context.zone), context);
    const days = this.#count(monthDays(month, weekStartOf(view.localize.lang())), knowledge, context);
    const today = clockReading(context.now, context.zone).day;
    this.#offer = this.#offerOf(view, { subject, context, knowledge, days });
    return {
      subject,
      context,
      month,
      days,
      today,
      tabStop: this.#tabStop(days, day, today),
      knowledge,
      offer: this.#offer,
      next: this.#nextFree(monthOf(today), context),
      search: this.#search,
    };
  }

  /** Looks from this month on, as far as the answers for one month after the other are remembered. */
  #nextFree(first: string, context: SlotContext): AvailableSlot | undefined {
    for (let count = 0; count <= MONTHS_TO_SEARCH; count += 1) {
      const knowledge = this.#memory.of(rangeOfMonth(monthAfter(first, count), context.zone), context);
      const slot = nextFreeSlot(knowledge, context.now, context);
      if (slot !== undefined || knowledge?.answer === undefined) return slot;
    }
    return undefined;
  }

  #offerOf({ draft }: EditorView, { subject, context, knowledge, days }: MonthOfPicker): Offer {
    const { desiredDate: day } = draft;
    const whole = rangeOfDay(day, context.zone);
    const ofDay = whole === undefined ? knowledge : this.#memory.of(whole, context);
    const counted = ofDay === knowledge ? days.find((each) => each.day === day) : undefined;
    const { status } = counted ?? slotDays([day], ofDay, context)[0] ?? { status: 'unknown' };
    const meant = meantBy(draft);
    const chosen = meant.kind === 'instant' ? meant.instant : undefined;
    const { present } = subject;
    return offerOf({ day, status, knowledge: ofDay, before: this.#offer, context, present, chosen });
  }

  #tabStop(days: readonly SlotDay[], ...wishes: readonly string[]): string {
    const inMonth = days.map(({ day }) => day).filter((day) => monthOf(day) === this.#month);
    return [this.#cursor, ...wishes].find((day) => inMonth.includes(day)) ?? inMonth[0] ?? '';
  }

  /** A month may have thousands of slots: they are counted again only when something about them changed. */
  #count(days: readonly string[], knowledge: SlotKnowledge | undefined, context: SlotContext): readonly SlotDay[] {
    const key = [knowledge, context.zone, context.now, context.latest, days.join()];
    if (this.#counted === undefined || key.some((part, index) => part !== this.#counted?.key[index])) {
      this.#counted = { key, days: slotDays(days, knowledge, context) };
    }
    return this.#counted.days;
  }

  /** Goes to the following month while nothing is found, as far as the search reaches; says whether it went anywhere. */
  #searchOn({ month, next, knowledge, context }: PickerState): boolean {
    const search = this.#search;
    if (search?.kind !== 'looking' || knowledge === undefined || knowledge.loading) return false;
    const following = monthAfter(month, 1);
    if (next !== undefined) {
      this.#search = { kind: 'found' };
      this.#month = monthOf(clockReading(next.start, context.zone).day);
    } else if (knowledge.answer === undefined) {
      this.#search = undefined;
    } else if (search.left > 0 && this.canShow(following)) {
      this.#search = { ...search, left: search.left - 1 };
      this.#month = following;
    } else {
      const end = Math.min(rangeOfMonth(month, context.zone)?.end ?? context.now, context.latest);
      this.#search = { kind: 'in-vain', until: clockReading(end, context.zone).day };
      this.#month = search.origin;
    }
    return true;
  }

  /** What there is to ask; undefined where no answer could hold anything. */
  #question(): EditorAvailabilityRequestDetail | undefined {
    if (this.#state === undefined) return undefined;
    const { subject, context, month } = this.#state;
    const range = rangeOfMonth(month, context.zone);
    if (range === undefined || subject.serviceName === '' || !this.canShow(month)) return undefined;
    return { serviceName: subject.serviceName, ...range, timeZone: context.zone };
  }

  #ask(): void {
    const question = this.#question();
    if (question === undefined || keyOf(question) === this.#asked || !this.#host.isConnected) return;
    this.#asked = keyOf(question);
    emit<EditorAvailabilityRequestEvent>(this.#host, EDITOR_AVAILABILITY_REQUEST, question, { internal: true });
  }
}

function keyOf(question: EditorAvailabilityRequestDetail): string {
  return JSON.stringify(question);
}
