/** Registers every tag, and gives what the tags' modules give. The `define` module of an element registers that one and what it renders. */
export * from './components/callback-panel/define.js';
export * from './components/callback-table/define.js';
export * from './components/callback-editor/define.js';
export * from './components/advanced-options/define.js';
export * from './components/callback-cancel-dialog/define.js';
export * from './components/report-dialog/define.js';
export * from './components/callback-services/define.js';

export { CallbackError, isAbort, isCallbackError } from './domain/errors.js';
