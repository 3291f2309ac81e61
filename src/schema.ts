/** Records, life cycle and errors, and the wire as it is: for programs that need the rules without any element. */
export * from './domain/callback.js';
export * from './domain/diagnostics.js';
export * from './domain/errors.js';
export * from './domain/keys.js';
export * from './domain/lifecycle.js';
export type * from './domain/problems.js';
export * from './domain/query.js';
export * from './domain/report.js';
export * from './domain/schedule.js';
export type * from './domain/service.js';
export * from './domain/time-range.js';
export * from './wire/schemas.js';
export * from './wire/records.js';
