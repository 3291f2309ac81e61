import { defineOnImport } from '../../internal/define.js';
import { CallbackTableElement } from './callback-table.js';

defineOnImport(CallbackTableElement);

declare global {
  interface HTMLElementTagNameMap {
    'callback-table': CallbackTableElement;
  }
}

export * from './callback-table.js';
