import { LitElement } from 'lit';
import { defineElement } from './define.js';
import type { Terms } from '../translations/terms.js';
import { timeFormat } from './format.js';
import { addEnglish, LocalizeController } from './localize.js';
import { ownZone } from './zone.js';

/** What every element of this library shares: a tag of its own, registration on demand, and words. */
export abstract class BaseElement extends LitElement {
  /** The tag the class has when nobody chooses another. */
  static readonly tag: string;

  /** English words that only this element and its kind use. */
  protected static readonly words: Partial<Terms> = {};

  /** Words, language and direction of this element. */
  protected readonly localize: LocalizeController = new LocalizeController(this);

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  constructor() {
    super();
    addEnglish((this.constructor as typeof BaseElement).words);
  }

  /**
   * Registers this class, and first the elements it renders. Importing the class registers nothing. Once the page is idle, the browser
   * reads what it knows of languages and zones: whoever needs that first waits for it longer than for anything of ours.
   * @throws CallbackError with code `tag-taken` when a stranger holds the tag.
   */
  static define(tag?: string, registry?: CustomElementRegistry): void {
    defineElement(this as unknown as CustomElementConstructor & { readonly tag: string }, tag, registry);
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => timeFormat('en', ownZone())(0));
  }

  /** Words, times and numbers follow the element's own language at once. */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }
}
