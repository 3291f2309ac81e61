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

/** Wiring event: a person closed the editor. It neither bubbles nor leaves the shadow root. */
export const EDITOR_CLOSE = 'editor-close';

export type EditorCloseEvent = CustomEvent<Record<string, never>>;

/** Wiring events of `callback-editor`: known to whoever listens on this element, not to the page. */
export interface CallbackEditorEventMap {
  'editor-close': EditorCloseEvent;
}
