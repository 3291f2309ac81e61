import type { Task } from './editor-task.js';
import { CHANGES } from './editor-tasks-change.js';
import { CLOCKS } from './editor-tasks-clocks.js';
import { NEW_CALLBACKS } from './editor-tasks-new.js';

/** Everything that a supervisor does with the editor. */
export const TASKS: readonly Task[] = [...NEW_CALLBACKS, ...CHANGES, ...CLOCKS];
