import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/report-dialog/define.js';
import type { ReportDialogElement } from '../src/components/report-dialog/report-dialog.js';
import { CallbackError } from '../src/domain/errors.js';
import type { BulkCancelResult } from '../src/domain/report.js';

type Arguments = Pick<ReportDialogElement, 'summary' | 'open' | 'busy' | 'problem'>;

function summary(...outcomes: BulkCancelResult['outcomes']): BulkCancelResult {
  return { reason: 'CANCELLED_BY_ADMIN', outcomes, raw: [] };
}

const meta: Meta<Arguments> = {
  title: 'report-dialog',
  component: 'report-dialog',
  args: { summary: undefined, open: true, busy: false, problem: undefined },
  render: (args) =>
    html`<report-dialog
      .summary=${args.summary}
      .busy=${args.busy}
      .problem=${args.problem}
      .open=${args.open}
    ></report-dialog>`,
};

export default meta;

type Story = StoryObj<Arguments>;

export const NothingCancelledYet: Story = {};

export const EverythingCancelled: Story = { args: { summary: summary({ id: '1', outcome: 'done' }) } };

export const NotEverythingCancelled: Story = {
  args: {
    summary: summary({ id: '1', outcome: 'done' }, { id: '2', outcome: 'skipped', code: 'FAILURE_MISSING' }),
  },
};

export const MakingTheReport: Story = { args: { busy: true, summary: summary({ id: '1', outcome: 'done' }) } };

export const ReportFailed: Story = {
  args: { problem: new CallbackError('unavailable', 'Failed to export: the server answered 503.') },
};
