/** Every element class, every event and every public type. Importing it registers nothing. */
export * from './components/callback-panel/callback-panel.js';
export * from './components/callback-table/callback-table.js';
export * from './components/callback-editor/callback-editor.js';
export * from './components/advanced-options/advanced-options.js';
export * from './components/callback-cancel-dialog/callback-cancel-dialog.js';
export * from './components/report-dialog/report-dialog.js';
export * from './components/callback-services/callback-services.js';

export { CallbackError, isAbort, isCallbackError } from './domain/errors.js';
export type { CallbackErrorCode } from './domain/errors.js';
export type * from './domain/availability.js';
export type * from './domain/callback.js';
export type * from './domain/csv.js';
export type * from './domain/diagnostics.js';
export type * from './domain/problems.js';
export type * from './domain/query.js';
export type * from './domain/report.js';
export type * from './domain/schedule.js';
export type * from './domain/service.js';
export type * from './domain/span.js';
export type * from './domain/time-range.js';
export type * from './domain/lifecycle.js';
export type * from './transport/callback-transport.js';
