import type {
  EditorAvailabilityRequestEvent,
  CallbackEditorElement,
} from '../../../src/components/callback-editor/callback-editor.js';
import type { AvailableSlot, SlotKnowledge } from '../../../src/domain/availability.js';
import { fill, listen, words } from '../../support/find.js';
import { openEditor } from './open-editor.js';

/** A question of the editor for slots. */
export type SlotQuestion = EditorAvailabilityRequestEvent['detail'];

/** What an owner knows about a question. */
export type Answer = (question: SlotQuestion) => Partial<SlotKnowledge>;

const MINUTE = 60_000;

/** An open editor whose owner answers at once, and what it was asked. */
export async function openPicker(
  answer: Answer,
  properties: Partial<CallbackEditorElement> = {},
): Promise<{ readonly editor: CallbackEditorElement; readonly questions: readonly SlotQuestion[] }> {
  const editor = await openEditor({ ...properties, open: false });
  const events = listen<EditorAvailabilityRequestEvent>(editor, 'editor-availability-request');
  const questions: SlotQuestion[] = [];
  editor.addEventListener('editor-availability-request', () => {
    const question = (events.at(-1) as EditorAvailabilityRequestEvent).detail;
    questions.push(question);
    editor.availability = knownOf(question, answer(question));
  });
  editor.open = true;
  await settled(editor);
  return { editor, questions };
}

/** The same for a new scheduled callback of the service Preview. */
export async function openNew(
  answer: Answer,
  properties: Partial<CallbackEditorElement> = {},
): Promise<{ readonly editor: CallbackEditorElement; readonly questions: readonly SlotQuestion[] }> {
  const opened = await openPicker(answer, properties);
  await fill(opened.editor, 'Callback type', 'scheduled');
  await fill(opened.editor, 'Service Name', 'Preview');
  await settled(opened.editor);
  return opened;
}

/** What is known after a question. */
export function knownOf({ serviceName, start, end }: SlotQuestion, known: Partial<SlotKnowledge>): SlotKnowledge {
  return { serviceName, range: { start, end }, loading: false, ...known };
}

/** Waits until the editor has asked, been answered, and shows it. */
export async function settled(editor: CallbackEditorElement): Promise<void> {
  do await editor.updateComplete;
  while (editor.isUpdatePending);
}

/** Slots of half an hour from 09:00 to 15:00 UTC on weekdays: three places each, but 10:00 has one and 11:00 none. */
export function weekdays({ start, end }: SlotQuestion): { readonly answer: SlotKnowledge['answer'] & object } {
  const slots: AvailableSlot[] = [];
  for (let at = start; at <= end; at += 30 * MINUTE) {
    const date = new Date(at);
    const minutes = date.getUTCHours() * 60 + date.getUTCMinutes();
    if (date.getUTCDay() % 6 === 0 || minutes < 540 || minutes >= 900) continue;
    slots.push({ start: at, free: minutes === 600 ? 1 : minutes === 660 ? 0 : 3, total: 3 });
  }
  return { answer: { slotMinutes: 30, slots } };
}

/** Slots of half an hour around the clock with two places each. */
export function always({ start, end }: SlotQuestion): { readonly answer: SlotKnowledge['answer'] & object } {
  const slots: AvailableSlot[] = [];
  for (let at = start; at <= end; at += 30 * MINUTE) slots.push({ start: at, free: 2, total: 2 });
  return { answer: { slotMinutes: 30, slots } };
}

/** March 2026 in Berlin. */
export const MARCH = { start: Date.UTC(2026, 1, 28, 23), end: Date.UTC(2026, 2, 31, 22) - 1 };

/** An answer without a single slot. */
export const NONE = { answer: { slotMinutes: 30, slots: [] } };

/** The slots on offer, as they read. */
export function slotNames(editor: Element): readonly string[] {
  return [...(editor.shadowRoot?.querySelectorAll('.chip') ?? [])].map(words);
}

/** The group that the slots are in. */
export function slotGroup(editor: Element): Element {
  const found = editor.shadowRoot?.querySelector('.slots[role=radiogroup]');
  if (!found) throw new Error('There is no list of slots.');
  return found;
}

/** What a person hears. */
export function statusOf(editor: Element): string {
  return [...(editor.shadowRoot?.querySelectorAll('[role=status]') ?? [])].map(words).join(' ');
}
