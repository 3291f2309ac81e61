export { CALLBACK_CANCEL_REQUEST } from '../../internal/request-events.js';
export type { CallbackCancelRequestDetail, CallbackCancelRequestEvent } from '../../internal/request-events.js';

/** Wiring event: a person closed the confirmation. It neither bubbles nor leaves the shadow root. */
export const CANCEL_DIALOG_CLOSE = 'cancel-dialog-close';

export type CancelDialogCloseEvent = CustomEvent<Record<string, never>>;

/** Wiring event: a person takes back what waits to be sent. */
export const CANCEL_DIALOG_UNDO = 'cancel-dialog-undo';

export type CancelDialogUndoEvent = CustomEvent<Record<string, never>>;

/** Wiring event: a person would not wait any longer. */
export const CANCEL_DIALOG_SEND = 'cancel-dialog-send';

export type CancelDialogSendEvent = CustomEvent<Record<string, never>>;

/** Wiring events of `callback-cancel-dialog`: known to whoever listens on this element, not to the page. */
export interface CallbackCancelDialogEventMap {
  'cancel-dialog-close': CancelDialogCloseEvent;
  'cancel-dialog-undo': CancelDialogUndoEvent;
  'cancel-dialog-send': CancelDialogSendEvent;
}
