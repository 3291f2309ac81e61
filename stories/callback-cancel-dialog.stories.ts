import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/callback-cancel-dialog/define.js';
import type { CallbackCancelDialogElement } from '../src/components/callback-cancel-dialog/callback-cancel-dialog.js';
import { CallbackError } from '../src/domain/errors.js';
import type { BulkCancelResult } from '../src/domain/report.js';
import { makeRecord, makeRecords } from '../test/support/records.js';

type Arguments = Pick<
  CallbackCancelDialogElement,
  'records' | 'timeZone' | 'open' | 'busy' | 'pending' | 'progress' | 'result' | 'problem'
>;

const selection = makeRecords(12);

function result(outcomes: BulkCancelResult['outcomes']): BulkCancelResult {
  return { reason: 'CANCELLED_BY_ADMIN', outcomes, raw: [] };
}

const meta: Meta<Arguments> = {
  title: 'callback-cancel-dialog',
  component: 'callback-cancel-dialog',
  args: {
    records: selection,
    timeZone: 'Europe/Berlin',
    open: true,
    busy: false,
    pending: undefined,
    progress: undefined,
    result: undefined,
    problem: undefined,
  },
  parameters: { docs: { story: { height: '760px' } } },
  render: (args) =>
    html`<callback-cancel-dialog
      .records=${args.records}
      .timeZone=${args.timeZone}
      .busy=${args.busy}
      .pending=${args.pending}
      .progress=${args.progress}
      .result=${args.result}
      .problem=${args.problem}
      .open=${args.open}
    ></callback-cancel-dialog>`,
};

export default meta;

type Story = StoryObj<Arguments>;

export const SomeWillBeSkipped: Story = {};

export const OneCallback: Story = { args: { records: [makeRecord()] } };

export const FullPage: Story = { args: { records: makeRecords(250) } };

export const MoreThanCanBeListed: Story = { args: { records: makeRecords(1_240) } };

export const NothingToCancel: Story = {
  args: { records: [makeRecord({ state: 'COMPLETED', reason: 'AGENT_CONNECTED' })] },
};

export const NotSentYet: Story = { args: { pending: { total: 8000, remaining: 8000, held: true } } };

export const Cancelling: Story = { args: { busy: true, progress: { done: 4, total: 8 } } };

export const AllCancelled: Story = {
  args: { result: result(selection.map(({ id }) => ({ id, outcome: 'done' }))) },
};

export const NotAllCancelled: Story = {
  args: {
    result: result(
      selection.map(({ id }, index) => {
        if (index % 5 === 2) return { id, outcome: 'skipped', code: 'FAILURE_MISSING' };
        return index === 6 ? { id, outcome: 'failed' } : { id, outcome: 'done' };
      }),
    ),
  },
};

export const NotPermitted: Story = {
  args: { problem: new CallbackError('forbidden', 'Failed to cancel: the role is missing.') },
};

export const ServerDidNotAnswer: Story = {
  args: { problem: new CallbackError('timeout', 'Failed to cancel: no answer within 30 s.') },
};

export const HostileText: Story = {
  args: {
    records: [
      makeRecord({ serviceName: '<img src=x onerror=alert(1)> \u202Eevil'.repeat(3), customerNumber: '<b>5510</b>' }),
      makeRecord({ id: '2', serviceName: 'とても長いサービス名'.repeat(8), state: 'A_STATE_NOBODY_KNOWS' }),
    ],
  },
};
