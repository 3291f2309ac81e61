import { defineOnImport } from '../../internal/define.js';
import { CallbackEditorElement } from './callback-editor.js';

defineOnImport(CallbackEditorElement);

declare global {
  interface HTMLElementTagNameMap {
    'callback-editor': CallbackEditorElement;
  }
}

export * from './callback-editor.js';
