export type * from './callback-transport.js';
export { CAPABILITIES, whyUnavailable } from './callback-transport.js';
export { GmsTransport } from './gms-transport.js';
export type { GmsTransportOptions } from './gms-transport.js';
export { CALLBACK_ERROR_CODES, CallbackError, isAbort, isCallbackError } from '../domain/errors.js';
export type { CallbackErrorCode, CallbackErrorDetails } from '../domain/errors.js';
