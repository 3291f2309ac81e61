import type { ReactiveControllerHost } from 'lit';
import { toProblem } from '../../controllers/problem.js';
import { CallbackError } from '../../domain/errors.js';
import { FIELD_KEYS } from '../../domain/keys.js';
import type { BulkCancelResult } from '../../domain/report.js';
import type { CallbackTransport } from '../../transport/callback-transport.js';
import { saveFile } from './save-file.js';

/** What a report is made of. */
export interface ReportSources {
  readonly transport: CallbackTransport | undefined;
  /** Properties with a column of their own, which go into the export as well. */
  readonly columns: readonly string[];
  /** Result of the last cancellation of several callbacks. */
  readonly lastCancel: BulkCancelResult | undefined;
}

/** What became of a report. */
export type ReportResult = { readonly fileName: string } | { readonly problem: CallbackError };

const EXPORTED = (
  ['id', 'serviceName', 'state', 'reason', 'customerNumber', 'desiredTime', 'expirationTime'] as const
).map((field) => FIELD_KEYS[field]);

/** Makes the two reports and hands them to the browser's downloads, one at a time. */
export class Reports {
  readonly #host: ReactiveControllerHost;
  #busy = false;
  #problem: CallbackError | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Why the last report could not be made. */
  get problem(): CallbackError | undefined {
    return this.#problem;
  }

  /** Forgets a problem, since the dialog is opened anew. */
  begin(): void {
    this.#set(this.#busy, undefined);
  }

  /** Makes a report; undefined while another is being made. */
  async make(report: 'cancelled' | 'summary', sources: ReportSources): Promise<ReportResult | undefined> {
    if (this.#busy) return undefined;
    this.#set(true, undefined);
    try {
      const fileName = report === 'cancelled' ? await exportCancelled(sources) : saveSummary(sources);
      this.#set(false, undefined);
      return { fileName };
    } catch (error) {
      const problem = toProblem(error, 'make a report');
      this.#set(false, problem);
      return { problem };
    }
  }

  #set(busy: boolean, problem: CallbackError | undefined): void {
    this.#busy = busy;
    this.#problem = problem;
    this.#host.requestUpdate();
  }
}

async function exportCancelled({ transport, columns }: ReportSources): Promise<string> {
  if (transport?.exportCancelled === undefined) {
    throw new CallbackError(
      'unsupported',
      'Failed to export the cancelled callbacks: the transport does not offer it. Give it a method exportCancelled.',
    );
  }
  const text = await transport.exportCancelled([...EXPORTED, ...columns]);
  const fileName = 'CancelledCallbacks.csv';
  saveFile(fileName, 'text/csv;charset=utf-8', text);
  return fileName;
}

/** The server's own report, unchanged but for its layout (GMS reference, Cancellation Summary Report). */
function saveSummary({ lastCancel }: ReportSources): string {
  if (lastCancel === undefined) {
    throw new CallbackError(
      'misuse',
      'Failed to make the summary: nothing was cancelled in this page. Cancel callbacks first.',
    );
  }
  const fileName = 'CancellationSummaryReport.json';
  saveFile(fileName, 'application/json', JSON.stringify(lastCancel.raw, null, 2));
  return fileName;
}
