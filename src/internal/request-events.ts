/**
 * Wishes that more than one element can express: a row's pencil and the editor both ask to edit. Declared once, because the global
 * event map knows one type per name. Details hold ids and values, never phone numbers.
 */

/** A wish for a new callback. */
export const CALLBACK_CREATE_REQUEST = 'callback-create-request';

/** `open`: somebody wants the form. `submit`: the form is filled in and valid; its number stands in the editor's `request` only. */
export type CallbackCreateRequestDetail =
  | { readonly stage: 'open' }
  | {
      readonly stage: 'submit';
      readonly serviceName: string;
      /** Epoch milliseconds; absent = now. */
      readonly desiredTime?: number;
    };

export type CallbackCreateRequestEvent = CustomEvent<CallbackCreateRequestDetail>;

/** A wish to change one callback. */
export const CALLBACK_EDIT_REQUEST = 'callback-edit-request';

/** `open`: somebody wants the form for this callback. `submit`: the form is filled in and valid. */
export type CallbackEditRequestDetail =
  | { readonly stage: 'open'; readonly id: string }
  | {
      readonly stage: 'submit';
      readonly id: string;
      readonly mode: 'reschedule' | 'reschedule-completed' | 'edit-properties';
      /** Epoch milliseconds; absent when the time is not what changes. */
      readonly desiredTime?: number;
    };

export type CallbackEditRequestEvent = CustomEvent<CallbackEditRequestDetail>;

/** A wish to cancel callbacks. */
export const CALLBACK_CANCEL_REQUEST = 'callback-cancel-request';

/** `open`: somebody wants the confirmation. `submit`: it was given. */
export interface CallbackCancelRequestDetail {
  readonly stage: 'open' | 'submit';
  readonly ids: readonly string[];
  readonly scope: 'selection' | 'range';
}

export type CallbackCancelRequestEvent = CustomEvent<CallbackCancelRequestDetail>;

declare global {
  interface GlobalEventHandlersEventMap {
    'callback-create-request': CallbackCreateRequestEvent;
    'callback-edit-request': CallbackEditRequestEvent;
    'callback-cancel-request': CallbackCancelRequestEvent;
  }
}
