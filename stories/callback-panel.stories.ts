import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { waitFor } from 'storybook/test';
import { InProcessTransport } from '../mock-server/in-process.js';
import { MockEngine } from '../mock-server/mock-engine.js';
import '../src/components/callback-panel/define.js';
import type { CallbackPanelElement, PanelView } from '../src/components/callback-panel/callback-panel.js';
import type { CallbackErrorCode } from '../src/domain/errors.js';
import type { CallbackTransport, Capability } from '../src/transport/callback-transport.js';
import { button, press } from '../test/support/find.js';
import { makeRecords, NOW } from '../test/support/records.js';

/** More calls than a story makes. */
const ALWAYS = 1_000;

type Arguments = Partial<
  Pick<CallbackPanelElement, 'configuration' | 'readonly' | 'timeZone' | 'density' | 'interaction'>
> & {
  readonly transport: () => CallbackTransport | undefined;
  readonly view: Partial<PanelView>;
  /** How the server fails once the first list is there. */
  readonly thenFails?: CallbackErrorCode;
};

/** A server whose clock stands still: the story looks the same every day. */
function mock(scenario: string, latency = 0): InProcessTransport {
  return new InProcessTransport(new MockEngine({ scenario, seed: 42, now: NOW, rate: 0 }), { latency });
}

/** A server that fails from the beginning. */
function failing(code: CallbackErrorCode): CallbackTransport {
  const server = mock('seed');
  server.failWith(code, ALWAYS);
  return server;
}

/** A server that answers with these records, and says what it could not read. */
function answering(count: number, unreadable: number): CallbackTransport {
  const records = makeRecords(count).map((record) => ({ ...record, serviceName: 'callback-sales' }));
  const issues = Array.from({ length: unreadable }, () => ({ issues: ['no id'] }));
  return {
    list: () => Promise.resolve({ records, services: ['callback-sales'], unreadable: issues, serverTime: NOW }),
  };
}

/** A server that does not do some things, and says so. */
function without(...capabilities: readonly Capability[]): CallbackTransport {
  const server = mock('seed');
  const describe = server.describe.bind(server);
  const unavailable = Object.fromEntries(capabilities.map((capability) => [capability, 'Switched off until Monday.']));
  return Object.assign(server, {
    describe: async () => ({ ...(await describe()), unavailable }),
  });
}

/** Makes the server of a panel fail from now on, and asks it again. */
function failThen(code: CallbackErrorCode): (event: Event) => void {
  return ({ currentTarget }) => {
    const panel = currentTarget as CallbackPanelElement;
    (panel.transport as InProcessTransport).failWith(code, ALWAYS);
    void panel.refresh();
  };
}

const meta: Meta<Arguments> = {
  title: 'callback-panel',
  component: 'callback-panel',
  args: {
    transport: () => mock('seed'),
    timeZone: 'Europe/Berlin',
    view: { range: { preset: 'next-7-days' } },
  },
  parameters: { layout: 'padded', docs: { story: { height: '760px' } } },
  render: ({
    transport,
    thenFails,
    configuration = {},
    view,
    readonly = false,
    timeZone,
    density,
    interaction,
  }) => html`
    <callback-panel
      .configuration=${configuration}
      .view=${view}
      .readonly=${readonly}
      .timeZone=${timeZone}
      .density=${density ?? 'normal'}
      .interaction=${interaction ?? 'grid'}
      .transport=${transport()}
      @callback-loaded=${thenFails === undefined ? nothing : failThen(thenFails)}
    ></callback-panel>
  `,
};

export default meta;

type Story = StoryObj<Arguments>;

const today: Partial<PanelView> = { range: { preset: 'today' } };

export const SeedPage: Story = {};

export const ContactCentre: Story = { args: { transport: () => mock('contact-centre'), view: today } };

export const ServiceIdColumn: Story = {
  args: {
    view: {
      range: { preset: 'next-7-days' },
      options: { states: [], services: [], maximumPerService: 500, serviceIdColumn: true },
    },
  },
};

export const FilteredByStateAndService: Story = {
  args: {
    view: {
      range: { preset: 'next-7-days' },
      options: { states: ['SCHEDULED'], services: ['Preview'], maximumPerService: 500, serviceIdColumn: false },
    },
  },
};

export const CustomRange: Story = {
  args: { view: { range: { from: '2026-03-09', to: '2026-03-15' } } },
};

export const SavedRanges: Story = {
  args: {
    configuration: { savedRanges: [{ id: 'fortnight', name: 'Next fortnight', startOffset: 0, endOffset: 13 }] },
    view: { range: { saved: 'fortnight' } },
  },
};

export const UnknownRange: Story = { args: { view: { range: { saved: 'next-fortnight' } } } };

export const Empty: Story = { args: { transport: () => mock('empty') } };

export const Loading: Story = { args: { transport: () => mock('seed', 3_600_000) } };

export const NoServer: Story = { args: { transport: () => undefined } };

export const OfflineWithNoRows: Story = { args: { transport: () => failing('offline') } };

export const OfflineWithOldRows: Story = { args: { thenFails: 'offline' } };

export const SignInPageInsteadOfAnAnswer: Story = { args: { thenFails: 'bad-response' } };

export const Forbidden: Story = { args: { thenFails: 'forbidden' } };

export const Limited: Story = { args: { thenFails: 'limited' } };

export const ForReading: Story = { args: { readonly: true } };

export const RoleThatMayOnlyRead: Story = { args: { configuration: { role: 'CallbackReadOnly' } } };

export const ListOnly: Story = { args: { transport: () => answering(40, 0) } };

export const MovingSwitchedOff: Story = { args: { transport: () => without('reschedule', 'queueDiagnostics') } };

export const SlowToDescribeItself: Story = {
  args: { transport: () => Object.assign(mock('seed'), { describe: () => new Promise<never>(() => undefined) }) },
};

/** Cancels a callback by the form, as a person does. */
async function cancelByForm(panel: CallbackPanelElement, id: string): Promise<void> {
  await panel.editCallback(id);
  await panel.updateComplete;
  const editor = panel.shadowRoot?.querySelector('callback-editor');
  if (editor === null || editor === undefined) throw new Error('The story shows no editor.');
  await editor.updateComplete;
  await press(editor, 'Cancel Callback');
  await press(editor, 'Continue');
}

/** Two changes that nobody has sent yet. The focus is among them, so that their time stands still. */
export const ChangesThatCanBeUndone: Story = {
  play: async ({ canvasElement }) => {
    const panel = canvasElement.querySelector('callback-panel');
    if (panel === null) throw new Error('The story shows no panel.');
    const [first, second] = await waitFor(() => {
      const records = panel.shadowRoot?.querySelector('callback-table')?.records ?? [];
      const [one, two] = records.filter(({ state }) => state === 'SCHEDULED');
      if (one === undefined || two === undefined) throw new Error('The story shows too few callbacks.');
      return [one, two] as const;
    });
    await cancelByForm(panel, first.id);
    await waitFor(() => button(panel, 'Undo').focus());
    await cancelByForm(panel, second.id);
    await waitFor(() => {
      const undo = panel.shadowRoot?.querySelector<HTMLElement>('[part=pending] li:nth-child(2) button');
      if (undo === null || undo === undefined) throw new Error('The second change does not wait yet.');
      undo.focus();
    });
  },
};

export const SomeRecordsUnreadable: Story = { args: { transport: () => answering(40, 2) } };

export const ServiceAtItsMaximum: Story = { args: { transport: () => answering(500, 0) } };

export const CompactTable: Story = { args: { density: 'compact', interaction: 'table' } };
