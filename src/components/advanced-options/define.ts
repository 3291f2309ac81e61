import { defineOnImport } from '../../internal/define.js';
import { AdvancedOptionsElement } from './advanced-options.js';

defineOnImport(AdvancedOptionsElement);

declare global {
  interface HTMLElementTagNameMap {
    'advanced-options': AdvancedOptionsElement;
  }
}

export * from './advanced-options.js';
