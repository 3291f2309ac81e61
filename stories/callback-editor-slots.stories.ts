import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/callback-editor/define.js';
import type { CallbackEditorElement } from '../src/components/callback-editor/callback-editor.js';
import type { AvailableSlot, SlotKnowledge } from '../src/domain/availability.js';
import { CallbackError } from '../src/domain/errors.js';
import { fill, press } from '../test/support/find.js';
import { makeRecord, NOW } from '../test/support/records.js';

type Arguments = Pick<
  CallbackEditorElement,
  'mode' | 'record' | 'services' | 'availability' | 'problem' | 'timeZone' | 'now' | 'open'
>;

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;

/** From 1 March to 30 April, in every zone. */
const RANGE = { start: Date.UTC(2026, 1, 28), end: Date.UTC(2026, 4, 2) };

const service = { name: 'callback-sales', groups: [], reach: { count: 1, unit: 'M' } } as const;
const record = makeRecord({ customerNumber: '+12125550177', desiredTime: NOW + 2 * HOUR });

/** Quarters of an hour, with the places that each of them has left; undefined = the office is closed. */
function known(freeAt: (start: Date) => number | undefined): SlotKnowledge {
  const slots: AvailableSlot[] = [];
  for (let start = RANGE.start; start < RANGE.end; start += QUARTER) {
    const free = freeAt(new Date(start));
    if (free !== undefined) slots.push({ start, free, total: 6 });
  }
  const answer = { slotMinutes: 15, slots };
  return { serviceName: service.name, range: RANGE, loading: false, answer };
}

/** Weekdays from 07:00 to 17:00 UTC, some times full, 12 March altogether. */
const office = known((start) => {
  const hour = start.getUTCHours();
  if (start.getUTCDay() % 6 === 0 || hour < 7 || hour >= 17) return undefined;
  const taken = (hour * 5 + start.getUTCMinutes() / 15 + start.getUTCDate()) % 7;
  return start.getUTCDate() === 12 ? 0 : 6 - taken;
});

const aroundTheClock = known(() => 4);
const withoutAnswer: SlotKnowledge = { serviceName: service.name, range: RANGE, loading: false };
const timeout = new CallbackError('timeout', 'Failed to ask for slots: no answer within 30 s.');

const meta: Meta<Arguments> = {
  title: 'callback-editor/Slots',
  component: 'callback-editor',
  args: {
    mode: 'create',
    record,
    services: [service],
    availability: office,
    problem: undefined,
    timeZone: 'Europe/Berlin',
    now: NOW,
    open: true,
  },
  parameters: { docs: { story: { height: '900px' } } },
  render: (args) =>
    html`<callback-editor
      .mode=${args.mode}
      .record=${args.record}
      .services=${args.services}
      .availability=${args.availability}
      .problem=${args.problem}
      .timeZone=${args.timeZone}
      .now=${args.now}
      .open=${args.open}
    ></callback-editor>`,
  play: async ({ canvasElement, args }) => {
    const editor = await editorIn(canvasElement);
    if (args.mode === 'create') await fill(editor, 'Callback type', 'scheduled');
  },
};

export default meta;

type Story = StoryObj<Arguments>;

async function editorIn(canvas: HTMLElement): Promise<CallbackEditorElement> {
  const editor = canvas.querySelector('callback-editor');
  if (editor === null) throw new Error('The story shows no editor.');
  await editor.updateComplete;
  return editor;
}

/** A new scheduled callback on a day, which some stories are about. */
async function scheduledOn(canvas: HTMLElement, day: string): Promise<CallbackEditorElement> {
  const editor = await editorIn(canvas);
  await fill(editor, 'Callback type', 'scheduled');
  await fill(editor, 'Desired Date', day);
  return editor;
}

export const SlotsOfADay: Story = {};

export const NextFreeSlotTaken: Story = {
  play: async ({ canvasElement }) => {
    await press(await scheduledOn(canvasElement, '2026-03-14'), 'Next free: Mon, Mar 9, 10:30');
  },
};

export const DayThatIsFull: Story = {
  play: async ({ canvasElement }) => {
    await scheduledOn(canvasElement, '2026-03-12');
  },
};

export const DayThatIsClosed: Story = {
  play: async ({ canvasElement }) => {
    await scheduledOn(canvasElement, '2026-03-14');
  },
};

export const PresentSlotAndNightForTheCustomer: Story = { args: { mode: 'edit' } };

export const AnotherClock: Story = {
  args: { mode: 'edit' },
  play: async ({ canvasElement }) => {
    await fill(await editorIn(canvasElement), 'Times shown in', 'UTC');
  },
};

export const HourThatExistsTwice: Story = {
  args: {
    now: Date.UTC(2026, 3, 3),
    timeZone: 'Australia/Lord_Howe',
    availability: known((start) => (start.getUTCHours() >= 12 && start.getUTCHours() < 18 ? 2 : undefined)),
  },
  play: async ({ canvasElement }) => {
    await scheduledOn(canvasElement, '2026-04-05');
  },
};

export const AnyTimeOfAService: Story = {
  args: { availability: aroundTheClock },
  play: async ({ canvasElement }) => {
    await fill(await scheduledOn(canvasElement, '2026-03-10'), 'Available Time Slot', '14:07');
  },
};

export const AnyTimeThatExistsTwice: Story = {
  args: { availability: aroundTheClock, now: Date.UTC(2026, 3, 3), timeZone: 'Australia/Lord_Howe' },
  play: async ({ canvasElement }) => {
    await fill(await scheduledOn(canvasElement, '2026-04-05'), 'Available Time Slot', '01:45');
  },
};

export const TimeThatTheClocksSkip: Story = {
  args: { availability: aroundTheClock },
  play: async ({ canvasElement }) => {
    await fill(await scheduledOn(canvasElement, '2026-03-29'), 'Available Time Slot', '02:30');
  },
};

export const SlotsToCome: Story = { args: { availability: { ...withoutAnswer, loading: true } } };

export const SlotsThatCouldNotBeHad: Story = { args: { availability: { ...withoutAnswer, problem: timeout } } };

export const OlderSlots: Story = { args: { availability: { ...office, problem: timeout } } };

export const SlotsThatTheServerDoesNotTell: Story = {
  args: { availability: { ...withoutAnswer, unavailable: 'The connected server does not tell free times.' } },
};

export const RefusalThatProposesSlots: Story = {
  args: {
    mode: 'edit',
    problem: new CallbackError('invalid', 'Failed to reschedule: the office is closed.', {
      serverMessage: 'The requested time is outside office hours.',
      availability: new Map([
        [NOW + 24 * HOUR, 3],
        [NOW + 25 * HOUR, 1],
        [NOW + 26 * HOUR, 2],
      ]),
    }),
  },
};
