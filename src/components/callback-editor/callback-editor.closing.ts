import type { ReactiveController } from 'lit';
import { emit } from '../../internal/emit.js';
import { EDITOR_CLOSE } from './callback-editor.events.js';
import type { EditorCloseEvent } from './callback-editor.events.js';
import type { CallbackEditorElement } from './callback-editor.js';

/** Asks once before entries are lost, and brings the focus back to where it was when the person goes on. */
export class Closing implements ReactiveController {
  readonly #host: CallbackEditorElement;
  #asking = false;
  /** What had the focus when the person was asked. */
  #left: Element | null = null;
  /** Where the focus goes with the next update. */
  #next: 'question' | 'form' | undefined;

  constructor(host: CallbackEditorElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the person was asked if what was entered may be lost. */
  get asking(): boolean {
    return this.#asking;
  }

  /** The question is no longer one: the form begins anew. */
  forget(): void {
    this.#asking = false;
    this.#left = null;
    this.#next = undefined;
  }

  /** Somebody wants to close the form: a second time, or with nothing entered, it closes. */
  readonly request = (): void => {
    const { dirty, busy } = this.#host;
    if (!dirty || busy || this.#asking) {
      this.close();
      return;
    }
    this.#left = this.#host.shadowRoot?.activeElement ?? null;
    this.#set(true, 'question');
  };

  readonly keepEditing = (): void => {
    this.#set(false, 'form');
  };

  /** Closes the form, whatever was entered. */
  readonly close = (): void => {
    this.#host.open = false;
    emit<EditorCloseEvent>(this.#host, EDITOR_CLOSE, {}, { internal: true });
  };

  hostUpdated(): void {
    const next = this.#next;
    this.#next = undefined;
    if (next === 'question') this.#focus('#keep');
    if (next !== 'form') return;
    // A button of the foot has been drawn anew since.
    if (this.#left instanceof HTMLElement && this.#left.isConnected) this.#left.focus();
    else this.#focus('#back');
  }

  #set(asking: boolean, next: 'question' | 'form'): void {
    this.#asking = asking;
    this.#next = next;
    this.#host.requestUpdate();
  }

  #focus(selector: string): void {
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
