import { LocalizeController as BaseLocalizeController, registerTranslation } from '@shoelace-style/localize';
import { en } from '../translations/en.js';
import type { Terms } from '../translations/terms.js';

registerTranslation(en);

/** Words of an element in the language of its own `lang` attribute, else of the page; English where a language lacks a word. */
export class LocalizeController extends BaseLocalizeController<Terms> {}

export { registerTranslation };
