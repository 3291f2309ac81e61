import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { InProcessTransport } from '../mock-server/in-process.js';
import { MockEngine } from '../mock-server/mock-engine.js';
import '../src/components/callback-services/define.js';
import { CallbackError } from '../src/domain/errors.js';
import type { CallbackTransport } from '../src/transport/callback-transport.js';
import { NOW } from '../test/support/records.js';

interface Arguments {
  readonly transport: () => CallbackTransport | undefined;
}

function mock(scenario: string, latency = 0): CallbackTransport {
  return new InProcessTransport(new MockEngine({ scenario, seed: 42, now: NOW, rate: 0 }), { latency });
}

const list: CallbackTransport['list'] = () => Promise.resolve({ records: [], services: [], unreadable: [] });

const meta: Meta<Arguments> = {
  title: 'callback-services',
  component: 'callback-services',
  args: { transport: () => mock('contact-centre') },
  parameters: { layout: 'padded' },
  render: ({ transport }) => html`<callback-services .transport=${transport()}></callback-services>`,
};

export default meta;

type Story = StoryObj<Arguments>;

export const ContactCentre: Story = {};

export const NoGroups: Story = { args: { transport: () => mock('seed') } };

export const NoServices: Story = { args: { transport: () => mock('empty') } };

export const Loading: Story = { args: { transport: () => mock('contact-centre', 3_600_000) } };

export const NoServer: Story = { args: { transport: () => undefined } };

export const ServerThatDoesNotTell: Story = { args: { transport: () => ({ list }) } };

export const Forbidden: Story = {
  args: {
    transport: () => ({
      list,
      describe: () =>
        Promise.reject(new CallbackError('forbidden', 'Failed to describe the server: 403. Ask for the role.')),
    }),
  },
};
