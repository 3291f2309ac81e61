import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type * as NumberZones from '../../domain/number-zones.js';
import type { NumberZone } from '../../domain/number-zones.js';
import { zoneOf } from '../../domain/zones.js';
import { Lazy } from '../../internal/lazy.js';
import type { NumberCheck } from './callback-editor.number-check.js';
import { readNumber } from './callback-editor.parse.js';
import { chosenService } from './callback-editor.service.js';
import { subjectOf } from './callback-editor.subject.js';
import type { EditorView } from './callback-editor.view.js';

/**
 * Guesses from the number where the customer is, once the form asks for a time. What it needs for that is loaded then; until it is there,
 * and where it cannot be loaded, nothing is guessed.
 */
export class ZoneGuess implements ReactiveController {
  readonly #numberCheck: NumberCheck;
  readonly #read: () => EditorView | undefined;
  readonly #zones: Lazy<typeof NumberZones>;
  #wanted = '';
  #guess: NumberZone | undefined;
  #tellsNothing = false;

  /** @param read what the templates of the editor read; undefined while there is no form */
  constructor(host: ReactiveControllerHost, numberCheck: NumberCheck, read: () => EditorView | undefined) {
    this.#numberCheck = numberCheck;
    this.#read = read;
    this.#zones = new Lazy(
      () => import('../../domain/number-zones.js'),
      () => host.requestUpdate(),
    );
    host.addController(this);
  }

  /** Undefined while nothing is known, and where the number belongs to no place. */
  get guess(): NumberZone | undefined {
    return this.#guess;
  }

  /** Whether the number was looked at, whole, and does not tell. */
  get tellsNothing(): boolean {
    return this.#tellsNothing;
  }

  hostUpdate(): void {
    const view = this.#read();
    if (view === undefined || subjectOf(view) === undefined) {
      this.#guess = undefined;
      this.#wanted = '';
      this.#tellsNothing = false;
      return;
    }
    const number =
      view.mode === 'create' ? this.#numberCheck.settled : readNumber(view.record?.customerNumber ?? '').value;
    // While a number is typed, where it was stays where it is.
    if (number === undefined) {
      this.#tellsNothing = false;
      return;
    }
    const country = chosenService(view)?.numbers?.country;
    this.#want(number, country);
    const guess = this.#zones.value?.zoneOfNumber(this.#international(number, country));
    this.#guess = guess !== undefined && zoneOf(guess.zone) !== undefined ? guess : undefined;
    this.#tellsNothing = number !== '' && this.#guess === undefined && this.#canTell(number, country);
  }

  /** Whether all that is needed to look at a number is there. */
  #canTell(number: string, country: string | undefined): boolean {
    if (this.#zones.value === undefined) return false;
    return number.startsWith('+') || country === undefined || this.#numberCheck.plans !== undefined;
  }

  /** The number with its calling code; empty while that cannot be told. */
  #international(number: string, country: string | undefined): string {
    if (number.startsWith('+')) return number;
    if (country === undefined) return '';
    const facts = this.#numberCheck.plans?.readPhoneNumber(number, country);
    return facts?.isPossible === true ? facts.e164 : '';
  }

  /** Once for each number: where the network is down, every key would try it again. */
  #want(number: string, country: string | undefined): void {
    const wanted = `${country ?? ''} ${number}`;
    if (number === '' || wanted === this.#wanted) return;
    this.#wanted = wanted;
    void this.#zones.want();
    if (!number.startsWith('+') && country !== undefined) this.#numberCheck.wantPlans();
  }
}
