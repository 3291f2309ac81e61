export {
  CALLBACK_CANCEL_REQUEST,
  CALLBACK_CREATE_REQUEST,
  CALLBACK_EDIT_REQUEST,
} from '../../internal/request-events.js';
export type {
  CallbackCancelRequestDetail,
  CallbackCancelRequestEvent,
  CallbackCreateRequestDetail,
  CallbackCreateRequestEvent,
  CallbackEditRequestDetail,
  CallbackEditRequestEvent,
} from '../../internal/request-events.js';

/**
 * Wiring event: the form lacks the slots of a service; they belong in the editor's `availability`. It neither bubbles nor leaves the
 * shadow root.
 */
export const EDITOR_AVAILABILITY_REQUEST = 'editor-availability-request';

export interface EditorAvailabilityRequestDetail {
  readonly serviceName: string;
  /** Epoch milliseconds; both ends belong to the span. */
  readonly start: number;
  readonly end: number;
  /** IANA zone in which a server may tell local times. */
  readonly timeZone: string;
}

export type EditorAvailabilityRequestEvent = CustomEvent<EditorAvailabilityRequestDetail>;

/**
 * Wiring event: the form lacks the other callbacks of the customer whose number stands in the editor's `customerNumber`; they belong in
 * its `duplicates`. The number itself is not in the event, which neither bubbles nor leaves the shadow root.
 */
export const EDITOR_DUPLICATES_REQUEST = 'editor-duplicates-request';

export type EditorDuplicatesRequestEvent = CustomEvent<Record<string, never>>;

/** Wiring event: a person closed the editor. It neither bubbles nor leaves the shadow root. */
export const EDITOR_CLOSE = 'editor-close';

export type EditorCloseEvent = CustomEvent<Record<string, never>>;

/** Wiring events of `callback-editor`: known to whoever listens on this element, not to the page. */
export interface CallbackEditorEventMap {
  'editor-close': EditorCloseEvent;
  'editor-availability-request': EditorAvailabilityRequestEvent;
  'editor-duplicates-request': EditorDuplicatesRequestEvent;
}
