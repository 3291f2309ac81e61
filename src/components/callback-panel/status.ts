import type { LitElement } from 'lit';

/** What the person's last action came to, as words for a polite region. */
export class Status {
  readonly #host: LitElement;
  #words = '';

  constructor(host: LitElement) {
    this.#host = host;
  }

  get words(): string {
    return this.#words;
  }

  clear(): void {
    this.#set('');
  }

  /** Says something; the same words are said again too, since the region is empty in between. */
  async say(words: string): Promise<void> {
    this.clear();
    await this.#host.updateComplete;
    this.#set(words);
  }

  #set(words: string): void {
    this.#words = words;
    this.#host.requestUpdate();
  }
}
