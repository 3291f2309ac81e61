import { emit } from '../../internal/emit.js';
import { CALLBACK_CANCEL_REQUEST, CALLBACK_CREATE_REQUEST, CALLBACK_EDIT_REQUEST } from './callback-editor.events.js';
import type {
  CallbackCancelRequestEvent,
  CallbackCreateRequestEvent,
  CallbackEditRequestEvent,
} from './callback-editor.events.js';
import type { EditorRequest } from './callback-editor.types.js';

const WISH = { cancelable: true } as const;

/** Tells what a person asked for by Continue; the number stays in the element. */
export function emitRequest(editor: EventTarget, request: EditorRequest): void {
  if (request.mode === 'create') {
    const { serviceName, desiredTime } = request.request;
    const detail = { stage: 'submit', serviceName, ...(desiredTime === undefined ? {} : { desiredTime }) } as const;
    emit<CallbackCreateRequestEvent>(editor, CALLBACK_CREATE_REQUEST, detail, WISH);
  } else if (request.mode === 'cancel') {
    const detail = { stage: 'submit', ids: [request.id], scope: 'selection' } as const;
    emit<CallbackCancelRequestEvent>(editor, CALLBACK_CANCEL_REQUEST, detail, WISH);
  } else if (request.mode === 'edit-properties') {
    const detail = { stage: 'submit', id: request.id, mode: request.mode } as const;
    emit<CallbackEditRequestEvent>(editor, CALLBACK_EDIT_REQUEST, detail, WISH);
  } else {
    const { id, mode, change } = request;
    const detail = { stage: 'submit', id, mode, desiredTime: change.desiredTime } as const;
    emit<CallbackEditRequestEvent>(editor, CALLBACK_EDIT_REQUEST, detail, WISH);
  }
}

/** Tells that a person wants the form that a callback needs as it is now. */
export function emitReopen(editor: EventTarget, id: string): void {
  emit<CallbackEditRequestEvent>(editor, CALLBACK_EDIT_REQUEST, { stage: 'open', id }, WISH);
}
