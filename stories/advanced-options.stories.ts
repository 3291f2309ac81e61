import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/advanced-options/define.js';
import { defaultAdvancedOptions } from '../src/components/advanced-options/advanced-options.js';
import type { AdvancedOptionsElement } from '../src/components/advanced-options/advanced-options.js';
import { fill, press } from '../test/support/find.js';
import { SERVICES } from '../test/support/records.js';

type Arguments = Pick<AdvancedOptionsElement, 'options' | 'services' | 'open'>;

const meta: Meta<Arguments> = {
  title: 'advanced-options',
  component: 'advanced-options',
  args: {
    options: defaultAdvancedOptions,
    services: SERVICES.map((name) => ({ name, groups: [] })),
    open: true,
  },
  parameters: { docs: { story: { height: '640px' } } },
  render: (args) =>
    html`<advanced-options .options=${args.options} .services=${args.services} .open=${args.open}></advanced-options>`,
};

export default meta;

type Story = StoryObj<Arguments>;

export const Defaults: Story = {};

export const Filtered: Story = {
  args: {
    options: {
      states: ['QUEUED', 'ROUTING'],
      services: ['callback-support'],
      maximumPerService: 2_000,
      serviceIdColumn: true,
    },
  },
};

export const ManyServices: Story = {
  args: {
    services: Array.from({ length: 60 }, (_, index) => ({ name: `callback-region-${index + 1}`, groups: [] })),
  },
};

export const NoServices: Story = { args: { services: [] } };

export const ServiceThatIsGone: Story = {
  args: { options: { ...defaultAdvancedOptions, services: ['callback-last-year'] } },
};

export const SeveralServicesSetByThePage: Story = {
  args: { options: { ...defaultAdvancedOptions, services: SERVICES.slice(0, 3) } },
};

export const MaximumOutOfBounds: Story = {
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('advanced-options');
    if (element === null) throw new Error('The story shows no options.');
    await fill(element, 'Max # of Callbacks per Service', '200000');
    await press(element, 'Save');
  },
};
