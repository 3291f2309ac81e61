import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/callback-editor/define.js';
import type { CallbackEditorElement } from '../src/components/callback-editor/callback-editor.js';
import { CallbackError } from '../src/domain/errors.js';
import type { NumberPolicy } from '../src/domain/service.js';
import { fill, press } from '../test/support/find.js';
import { makeRecord, NOW } from '../test/support/records.js';

type Arguments = Pick<
  CallbackEditorElement,
  | 'mode'
  | 'record'
  | 'services'
  | 'lookupKeys'
  | 'knownProperties'
  | 'timeZone'
  | 'now'
  | 'open'
  | 'busy'
  | 'problem'
  | 'refusals'
>;

const record = makeRecord({ properties: { _LOB: 'Primary', foo: 'blue' } });

const meta: Meta<Arguments> = {
  title: 'callback-editor',
  component: 'callback-editor',
  args: {
    mode: 'create',
    record: undefined,
    services: [
      { name: 'callback-sales', groups: [] },
      { name: 'callback-for-mobile', groups: [], waitsForUserConfirm: true },
      { name: 'callback-support', groups: [], virtualQueue: 'VQ_support' },
    ],
    lookupKeys: ['_foo', '_email'],
    knownProperties: ['_email', 'foo', 'bar'],
    timeZone: 'Europe/Berlin',
    now: NOW,
    open: true,
    busy: false,
    problem: undefined,
    refusals: {},
  },
  parameters: { docs: { story: { height: '760px' } } },
  render: (args) =>
    html`<callback-editor
      .mode=${args.mode}
      .record=${args.record}
      .services=${args.services}
      .lookupKeys=${args.lookupKeys}
      .knownProperties=${args.knownProperties}
      .timeZone=${args.timeZone}
      .now=${args.now}
      .busy=${args.busy}
      .problem=${args.problem}
      .refusals=${args.refusals}
      .open=${args.open}
    ></callback-editor>`,
};

export default meta;

type Story = StoryObj<Arguments>;

function fieldOf(editor: Element, id: string): HTMLInputElement {
  const field = editor.shadowRoot?.getElementById(id);
  if (!(field instanceof HTMLInputElement)) throw new Error(`The editor has no field ${id}.`);
  return field;
}

async function editorIn(canvas: HTMLElement): Promise<CallbackEditorElement> {
  const editor = canvas.querySelector('callback-editor');
  if (editor === null) throw new Error('The story shows no editor.');
  await editor.updateComplete;
  return editor;
}

export const NewImmediateCallback: Story = {};

export const NewScheduledCallback: Story = {
  play: async ({ canvasElement }) => {
    const editor = await editorIn(canvasElement);
    await fill(editor, 'Callback type', 'scheduled');
    await fill(editor, 'Service Name', 'callback-sales');
    await fill(editor, 'Desired Date', '2026-03-10');
    await fill(editor, 'Available Time Slot', '14:30');
    await fill(editor, 'Customer Number', '+33639980105');
  },
};

export const ServiceThatWaitsForConfirmation: Story = {
  play: async ({ canvasElement }) => {
    await fill(await editorIn(canvasElement), 'Service Name', 'callback-for-mobile');
  },
};

export const VirtualQueueInBothPlaces: Story = {
  play: async ({ canvasElement }) => {
    const editor = await editorIn(canvasElement);
    await fill(editor, 'Service Name', 'callback-support');
    await fill(editor, 'Urs Virtual Queue', 'VQ_night');
  },
};

export const ProblemsBesideTheFields: Story = {
  play: async ({ canvasElement }) => {
    const editor = await editorIn(canvasElement);
    await fill(editor, 'Customer Number', 'call me');
    await press(editor, 'Add property');
    await fill(editor, 'Parameter Name', '_callback_state');
    await press(editor, 'Continue');
  },
};

/** So many that they are searched. */
const manyServices = ['sales', 'support', 'billing', 'claims', 'returns'].flatMap((topic) =>
  ['de', 'fr', 'us', 'au'].map((country) => ({ name: `callback-${topic}-${country}`, groups: [] })),
);

export const ManyServices: Story = {
  args: { services: manyServices },
  play: async ({ canvasElement }) => {
    const field = fieldOf(await editorIn(canvasElement), 'serviceName');
    field.focus();
    field.value = 'fr';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  },
};

const careful: NumberPolicy = { country: 'US', refusesPremium: true, refusesImpossible: true };

/** Types a number as a person does, from the focus on: what is known of it appears when the typing pauses. */
async function typeNumber(canvas: HTMLElement, number: string): Promise<void> {
  const editor = await editorIn(canvas);
  fieldOf(editor, 'customerNumber').focus();
  await fill(editor, 'Customer Number', number);
}

function servicesWith(numbers: NumberPolicy): Story['args'] {
  return { services: [{ name: 'callback-sales', groups: [], numbers }] };
}

export const NumberExplained: Story = {
  args: servicesWith(careful),
  play: ({ canvasElement }) => typeNumber(canvasElement, '+33604120405'),
};

export const PremiumNumberRefused: Story = {
  args: servicesWith(careful),
  play: ({ canvasElement }) => typeNumber(canvasElement, '+19005551234'),
};

export const ShortNumberTaken: Story = {
  args: servicesWith({ ...careful, refusesImpossible: false }),
  play: async ({ canvasElement }) => {
    await typeNumber(canvasElement, '5510');
    fieldOf(await editorIn(canvasElement), 'virtualQueue').focus();
  },
};

export const ServiceWithoutCountry: Story = {
  args: servicesWith({ refusesPremium: true, refusesImpossible: true }),
};

export const CustomersZoneGuessed: Story = {
  args: { mode: 'edit', record: { ...record, customerNumber: '+61412345678' } },
};

const othersOfTheCustomer = ['QUEUED', 'SCHEDULED', 'SCHEDULED', 'PAUSED'].map((state, at) =>
  makeRecord({ id: `other-${at}`, state, customerNumber: '5510', desiredTime: NOW + at * 86_400_000 }),
);

export const CustomerWhoIsCalledAnyway: Story = {
  play: async ({ canvasElement }) => {
    const editor = await editorIn(canvasElement);
    editor.duplicates = othersOfTheCustomer;
    await fill(editor, 'Service Name', 'callback-sales');
    await fill(editor, 'Customer Number', '5510');
  },
};

export const EditOneOfSeveral: Story = {
  args: { mode: 'edit', record: { ...record, customerNumber: '5510' } },
  play: async ({ canvasElement }) => {
    (await editorIn(canvasElement)).duplicates = othersOfTheCustomer.slice(0, 1);
  },
};

export const NoServices: Story = { args: { services: [] } };

export const RefusedByTheServer: Story = {
  args: { mode: 'edit', record, refusals: { reschedule: 'The connected server does not move callbacks.' } },
};

export const Sending: Story = { args: { mode: 'edit', record, busy: true } };

export const ServerProposesOtherTimes: Story = {
  args: {
    mode: 'edit',
    record,
    problem: new CallbackError('invalid', 'Failed to reschedule: the office is closed.', {
      serverMessage: 'The requested time is outside office hours.',
      availability: new Map([
        [NOW + 86_400_000, 3],
        [NOW + 90_000_000, 1],
        [NOW + 93_600_000, 2],
      ]),
    }),
  },
};

export const ServerDidNotAnswer: Story = {
  args: { problem: new CallbackError('timeout', 'Failed to create: no answer within 30 s.') },
};

export const LimitReached: Story = {
  args: {
    problem: new CallbackError('limited', 'Failed to create: limit reached.', {
      retryAfter: 300,
      serverMessage: 'Limit of queued callbacks for callback-sales is reached.',
    }),
  },
};

export const UnsavedEntries: Story = {
  play: async ({ canvasElement }) => {
    const editor = await editorIn(canvasElement);
    await fill(editor, 'Customer Number', '5510');
    await press(editor, 'Cancel');
  },
};

export const EditScheduled: Story = { args: { mode: 'edit', record } };

export const EditTimeThatExistsTwice: Story = {
  args: { mode: 'edit', record: { ...record, desiredTime: Date.UTC(2026, 9, 25, 0, 30) } },
};

export const EditQueued: Story = { args: { mode: 'edit', record: { ...record, state: 'QUEUED' } } };

export const EditInConversation: Story = {
  args: { mode: 'edit', record: { ...record, state: 'PROCESSING' } },
  play: async ({ canvasElement }) => {
    await press(await editorIn(canvasElement), 'Edit Additional Properties');
  },
};

export const CancelWithoutItsSession: Story = {
  args: {
    mode: 'edit',
    record: { ...record, state: 'QUEUED' },
    problem: new CallbackError('refused', 'Failed to cancel: its session is gone.'),
  },
  play: async ({ canvasElement }) => {
    await press(await editorIn(canvasElement), 'Cancel Callback');
  },
};

export const RescheduleCompleted: Story = {
  args: {
    mode: 'reschedule-completed',
    record: { ...record, state: 'COMPLETED', reason: 'CANCELLED_BY_ADMIN', properties: { _foo: 'placeholder' } },
  },
};

export const PropertyTakenAway: Story = {
  args: { mode: 'edit', record, lookupKeys: ['_LOB', '_email'] },
  play: async ({ canvasElement }) => {
    const editor = await editorIn(canvasElement);
    await press(editor, 'Edit Additional Properties');
    await press(editor, 'Remove foo');
  },
};

export const ReservedName: Story = {
  args: { mode: 'edit', record },
  play: async ({ canvasElement }) => {
    const editor = await editorIn(canvasElement);
    await press(editor, 'Edit Additional Properties');
    await press(editor, 'Add property');
    await fill(editor, 'Parameter Name', '_callback_state');
  },
};

export const MergeBeforeItHappens: Story = {
  args: {
    mode: 'reschedule-completed',
    record: {
      ...record,
      state: 'COMPLETED',
      reason: 'CANCELLED_BY_ADMIN',
      properties: { _foo: 'placeholder', _LOB: 'Primary', mood: 'good', _callbackState: 'SCHEDULED' },
    },
  },
  play: async ({ canvasElement }) => {
    const editor = await editorIn(canvasElement);
    await fill(editor, '_foo', 'changed');
    await fill(editor, '_email', 'someone@example.org');
    await press(editor, 'Remove mood');
  },
};

export const LongMerge: Story = {
  args: {
    mode: 'reschedule-completed',
    record: {
      ...record,
      state: 'COMPLETED',
      properties: Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`property${index}`, 'value'])),
    },
  },
};

export const ChangedMeanwhile: Story = {
  args: { mode: 'edit', record },
  play: async ({ canvasElement }) => {
    const editor = await editorIn(canvasElement);
    await press(editor, 'Edit Additional Properties');
    await fill(editor, 'foo', 'red');
    editor.conflict = {
      ...record,
      desiredTime: record.desiredTime + 3_600_000,
      properties: { _LOB: 'Secondary', foo: 'green' },
    };
  },
};

export const MovedMeanwhile: Story = {
  args: { mode: 'edit', record },
  play: async ({ canvasElement }) => {
    const editor = await editorIn(canvasElement);
    await fill(editor, 'Available Time Slot', '16:45');
    editor.conflict = { ...record, desiredTime: record.desiredTime + 3_600_000 };
  },
};

export const CompletedMeanwhile: Story = {
  args: { mode: 'edit', record },
  play: async ({ canvasElement }) => {
    const editor = await editorIn(canvasElement);
    editor.conflict = { ...record, state: 'COMPLETED', reason: 'CANCELLED_BY_ADMIN' };
  },
};

export const FindingOutWhatBecameOfIt: Story = {
  args: { mode: 'edit', record },
  play: async ({ canvasElement }) => {
    (await editorIn(canvasElement)).outcome = 'looking';
  },
};

export const ItWasNotDone: Story = {
  args: { mode: 'edit', record },
  play: async ({ canvasElement }) => {
    (await editorIn(canvasElement)).outcome = 'not-done';
  },
};

export const HostileText: Story = {
  args: {
    mode: 'edit',
    record: {
      ...record,
      serviceName: '<b>\u202Eevil</b> 特別サービス'.repeat(4),
      properties: { '<img src=x>': '"><script>', ['a'.repeat(80)]: 'value' },
    },
  },
  play: async ({ canvasElement }) => {
    await press(await editorIn(canvasElement), 'Edit Additional Properties');
  },
};
