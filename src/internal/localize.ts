import {
  LocalizeController as BaseLocalizeController,
  registerTranslation as registerForAll,
} from '@shoelace-style/localize';
import type { FunctionParams, Translation } from '@shoelace-style/localize';
import { enShared } from '../translations/en-shared.js';
import type { Terms } from '../translations/terms.js';

type Words = Partial<Terms>;

/** English as far as the elements of this page need it: a page with one element does not carry the words of seven. */
const english = { $code: 'en', $name: 'English', $dir: 'ltr' as const, ...enShared };

/** Words by language code. */
const registered = new Map<string, Words>();

/** What a language tag leads to, found once: a table asks for hundreds of words each time it is drawn. */
let spoken = new Map<string, { readonly lang: string; readonly words: readonly Words[] }>();

/** For other languages: by way of this module English is registered first, and the first one is what shows where words lack. */
export function registerTranslation(...translations: Translation[]): void {
  for (const translation of translations) {
    const code = translation.$code.toLowerCase();
    registered.set(code, { ...registered.get(code), ...translation });
  }
  spoken = new Map();
  registerForAll(...translations);
}

registerTranslation(english);

/** Adds the English words of an element, which also show where another language lacks a word. */
export function addEnglish(words: Words): void {
  Object.assign(english, words);
}

/** Words of an element in the language of its own `lang` attribute, else of the page; English where a language lacks a word. */
export class LocalizeController extends BaseLocalizeController<Terms> {
  override lang(): string {
    return speech(this.#tag).lang;
  }

  override term<Key extends keyof Terms>(key: Key, ...inputs: FunctionParams<Terms[Key]>): string {
    const { words } = speech(this.#tag);
    const word: unknown = words.find((some) => Boolean(some[key]))?.[key] ?? (english as Words)[key];
    if (typeof word === 'function') return (word as (...inputs: unknown[]) => string)(...inputs);
    return typeof word === 'string' ? word : super.term(key, ...inputs);
  }

  get #tag(): string {
    const page = (globalThis.document as Document | undefined)?.documentElement.lang ?? '';
    return this.host.lang || page || navigator.language;
  }
}

function speech(tag: string): { readonly lang: string; readonly words: readonly Words[] } {
  let known = spoken.get(tag);
  if (known === undefined) {
    const locale = localeOf(tag);
    const codes =
      locale === undefined ? [] : [`${locale.language}-${locale.region ?? ''}`.toLowerCase(), locale.language];
    const words = codes.flatMap((code) => registered.get(code) ?? []);
    known = { lang: locale === undefined ? 'en' : tag.toLowerCase().replaceAll('_', '-'), words };
    spoken.set(tag, known);
  }
  return known;
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
