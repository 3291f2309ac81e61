import { defineOnImport } from '../../internal/define.js';
import { CallbackCancelDialogElement } from './callback-cancel-dialog.js';

defineOnImport(CallbackCancelDialogElement);

declare global {
  interface HTMLElementTagNameMap {
    'callback-cancel-dialog': CallbackCancelDialogElement;
  }
}

export * from './callback-cancel-dialog.js';
