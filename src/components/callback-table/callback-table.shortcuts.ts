import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { join } from 'lit/directives/join.js';
import type { KeyName, Shortcut } from '../../translations/terms-table.js';
import { icon } from '../../internal/icons.js';
import type { TableTexts } from './callback-table.texts.js';

/** Keys pressed together; a single character or sign is shown as it is. */
type Chord = readonly (KeyName | '↑' | '↓' | '←' | '→' | 'A' | 'F2' | '/' | 'e' | 'r' | '?')[];

/** Every key of the grid, in the order in which a person meets them. */
const SHORTCUTS: readonly (readonly [does: Shortcut, ...chords: Chord[]])[] = [
  ['move', ['←'], ['→'], ['↑'], ['↓']],
  ['row-edges', ['Home'], ['End']],
  ['grid-edges', ['Control', 'Home'], ['Control', 'End']],
  ['screen', ['PageUp'], ['PageDown']],
  ['turn-page', ['Alt', 'PageUp'], ['Alt', 'PageDown']],
  ['select-row', ['Space'], ['Shift', 'Space']],
  ['extend', ['Shift', '↑'], ['Shift', '↓']],
  ['select-all', ['Control', 'A']],
  ['use', ['Enter'], ['F2']],
  ['sort-further', ['Shift', 'Enter']],
  ['leave', ['Escape']],
  ['search', ['/']],
  ['edit', ['e']],
  ['reschedule', ['r']],
  ['shortcuts', ['?']],
];

interface SheetHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** The list of the grid's keys, in a dialog of its own; the platform gives the focus back to the cell it came from. */
export class ShortcutSheet implements ReactiveController {
  readonly #host: SheetHost;
  #isOpen = false;

  constructor(host: SheetHost) {
    this.#host = host;
    host.addController(this);
  }

  show(): void {
    this.#isOpen = true;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const dialog = this.#host.renderRoot.querySelector('dialog');
    if (dialog?.open === false) dialog.showModal();
  }

  hostDisconnected(): void {
    this.#isOpen = false;
  }

  /** Nothing until the sheet is wanted. */
  render({ term }: TableTexts): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    return html`<dialog part="shortcuts" aria-labelledby="shortcuts" @close=${this.#closed}>
      <form method="dialog">
        <header class="shortcuts-head">
          <h2 id="shortcuts">${term('shortcuts')}</h2>
          <button class="button quiet icon-only" aria-label=${term('close')}>${icon('cross')}</button>
        </header>
        <dl class="shortcuts">
          ${SHORTCUTS.map(
            ([does, ...chords]) =>
              html`<dt>${keysOf(chords, term)}</dt>
                <dd>${term('shortcut', does)}</dd>`,
          )}
        </dl>
      </form>
    </dialog>`;
  }

  readonly #closed = (): void => {
    this.#isOpen = false;
    this.#host.requestUpdate();
  };
}

function keysOf(chords: readonly Chord[], term: TableTexts['term']): unknown {
  const key = (name: Chord[number]): TemplateResult =>
    html`<kbd>${isKeyName(name) ? term('keyName', name) : name}</kbd>`;
  return join(
    chords.map((chord) => html`<bdi class="chord">${join(chord.map(key), '+')}</bdi>`),
    ' ',
  );
}

function isKeyName(name: Chord[number]): name is KeyName {
  return name.length > 2;
}
