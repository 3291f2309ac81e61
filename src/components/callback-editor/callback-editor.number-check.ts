import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { waitFor } from '../../controllers/wait.js';
import type { Wait } from '../../controllers/wait.js';
import { refusalOfNumber } from '../../domain/number-policy.js';
import type { Objection } from '../../domain/number-policy.js';
import type * as PhoneNumbers from '../../domain/phone-numbers.js';
import type { FieldProblem, ProblemCode } from '../../domain/problems.js';
import type { NumberPolicy } from '../../domain/service.js';
import { soon } from '../../internal/after-press.js';
import type { Later } from '../../internal/after-press.js';
import { Lazy } from '../../internal/lazy.js';
import { readNumber } from './callback-editor.parse.js';

/** The numbering plans of the world. */
export type NumberPlans = typeof PhoneNumbers;

/** What a test has in hand. */
export interface NumberCheckPorts {
  readonly load?: () => Promise<NumberPlans>;
  readonly wait?: Wait;
  /** When it may be said what is known of a number: not while something below is pressed. */
  readonly later?: Later;
}

/** After so many milliseconds without a key a number counts as typed. */
const PAUSE = 400;

const FAULTS = {
  'too-short': 'number-too-short',
  'too-long': 'number-too-long',
  'unknown-country': 'unknown-country-code',
  other: 'impossible-number',
} as const satisfies Record<PhoneNumbers.NumberFault, ProblemCode>;

const nothingKnown: Objection = () => undefined;

const loadPlans = (): Promise<NumberPlans> => import('../../domain/phone-numbers.js');

/**
 * Knows what may be said about the number in the form, and when. The numbering plans are loaded when somebody is about to type; until
 * they are there, and where they cannot be loaded, nothing is said and the server judges.
 */
export class NumberCheck implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #text: () => string;
  readonly #wait: Wait;
  readonly #later: Later;
  readonly #plans: Lazy<NumberPlans>;
  #hasFocus = false;
  #isLeft = false;
  #number = '';
  #isSettled = true;
  #pause: AbortController | undefined;

  /** @param text what stands in the field */
  constructor(
    host: ReactiveControllerHost,
    text: () => string,
    { load = loadPlans, wait = waitFor, later = soon }: NumberCheckPorts = {},
  ) {
    this.#host = host;
    this.#text = text;
    this.#wait = wait;
    this.#later = later;
    this.#plans = new Lazy(load, () => host.requestUpdate());
    host.addController(this);
  }

  /** Undefined until they are loaded. */
  get plans(): NumberPlans | undefined {
    return this.#plans.value;
  }

  /** The number as it would be sent; undefined while it is being typed. */
  get settled(): string | undefined {
    return this.#isSettled ? this.#number : undefined;
  }

  /** Whether somebody is in the field, and so not done yet. */
  get hasFocus(): boolean {
    return this.#hasFocus;
  }

  hostUpdate(): void {
    const number = readNumber(this.#text()).value;
    if (number === this.#number) return;
    this.#number = number;
    void this.#settleAfterPause();
  }

  hostDisconnected(): void {
    this.#pause?.abort();
    this.#isSettled = true;
  }

  /** Loads the numbering plans, once. */
  wantPlans(): void {
    void this.#plans.want();
  }

  /** For the `focusin` of the field. */
  readonly enter = (): void => {
    this.#hasFocus = true;
    this.#isLeft = false;
    this.wantPlans();
  };

  /** For the `focusout` of the field. */
  readonly leave = (): void => {
    this.#isLeft = true;
    this.#later(() => {
      // What the press led to may have brought the focus back.
      if (this.#isLeft) this.#hasFocus = false;
      this.#settle();
    });
  };

  /** What a service has against a number, as far as it is known here; the number as it would be sent. */
  problemOf(number: string, policy: NumberPolicy): FieldProblem | undefined {
    const path = 'customerNumber';
    switch (refusalOfNumber(number, policy, this.plans?.objectionTo ?? nothingKnown)) {
      case 'missing-country':
        return { path, code: 'missing-country' };
      case 'premium':
        return { path, code: 'premium-number' };
      case 'impossible':
        return { path, code: FAULTS[this.plans?.faultOf(number, policy.country ?? '') ?? 'other'] };
      case undefined:
        return undefined;
    }
  }

  async #settleAfterPause(): Promise<void> {
    this.#pause?.abort();
    this.#isSettled = false;
    const { signal } = (this.#pause = new AbortController());
    await this.#wait(PAUSE, signal);
    this.#later(() => {
      if (!signal.aborted) this.#settle();
    });
  }

  #settle(): void {
    this.#pause?.abort();
    this.#isSettled = true;
    this.#host.requestUpdate();
  }
}
