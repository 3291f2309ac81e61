import { defineOnImport } from '../../internal/define.js';
import { CallbackServicesElement } from './callback-services.js';

defineOnImport(CallbackServicesElement);

declare global {
  interface HTMLElementTagNameMap {
    'callback-services': CallbackServicesElement;
  }
}

export * from './callback-services.js';
