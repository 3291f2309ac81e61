export { CallbackListController } from './callback-list.js';
export type { CallbackListOptions, LoadOutcome } from './callback-list.js';
export { CommandController } from './command.js';
export type { CommandFailure, CommandProgress, CommandResult } from './command.js';
export { DiagnosticsController } from './diagnostics.js';
export type { DiagnosticsEntry, DiagnosticsOptions } from './diagnostics.js';
export { ServerDescriptionController } from './server-description.js';
export type { ServerDescriptionOptions } from './server-description.js';
export type { Wait } from './wait.js';
