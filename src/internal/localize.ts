import { LocalizeController as BaseLocalizeController, registerTranslation } from '@shoelace-style/localize';
import { enShared } from '../translations/en-shared.js';
import type { Terms } from '../translations/terms.js';

/** English as far as the elements of this page need it: a page with one element does not carry the words of seven. */
const english = { $code: 'en', $name: 'English', $dir: 'ltr' as const, ...enShared };

registerTranslation(english);

/** Adds the English words of an element, which also show where another language lacks a word. */
export function addEnglish(words: Partial<Terms>): void {
  Object.assign(english, words);
}

/** Words of an element in the language of its own `lang` attribute, else of the page; English where a language lacks a word. */
export class LocalizeController extends BaseLocalizeController<Terms> {}

/** For other languages: by way of this module English is registered first, and the first one is what shows where words lack. */
export { registerTranslation };
