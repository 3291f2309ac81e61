import type { Desk, DeskOptions } from './desk.js';
import type { Office } from './office-world.js';

/** Something that a supervisor does with the editor, whichever way the hands work. */
export interface Task {
  readonly name: string;
  readonly desk: DeskOptions;
  /** The change of the office's clocks that lies ahead; absent = whichever comes next. */
  readonly change?: keyof Pick<Office, 'forward' | 'back'>;
  readonly run: (desk: Desk) => Promise<void>;
}

/** The panel goes by the browser's clock, which is not the office's. */
export const AT_BROWSER: DeskOptions = { clock: 'browser', undoDelay: 0 };

/** The panel goes by the office's clock. */
export const AT_OFFICE: DeskOptions = { clock: 'office', undoDelay: 0 };
