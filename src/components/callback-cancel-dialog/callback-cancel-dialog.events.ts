export { CALLBACK_CANCEL_REQUEST } from '../../internal/request-events.js';
export type { CallbackCancelRequestDetail, CallbackCancelRequestEvent } from '../../internal/request-events.js';

/** Wiring event: a person closed the confirmation. It neither bubbles nor leaves the shadow root. */
export const CANCEL_DIALOG_CLOSE = 'cancel-dialog-close';

export type CancelDialogCloseEvent = CustomEvent<Record<string, never>>;

/** Wiring events of `callback-cancel-dialog`: known to whoever listens on this element, not to the page. */
export interface CallbackCancelDialogEventMap {
  'cancel-dialog-close': CancelDialogCloseEvent;
}
