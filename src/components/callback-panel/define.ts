import { defineOnImport } from '../../internal/define.js';
import { CallbackPanelElement } from './callback-panel.js';

defineOnImport(CallbackPanelElement);

declare global {
  interface HTMLElementTagNameMap {
    'callback-panel': CallbackPanelElement;
  }
}

export * from './callback-panel.js';
