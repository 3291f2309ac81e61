import { noChange } from 'lit';
import type { ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { Countdown } from '../../internal/countdown.directive.js';

const FULL_TO_EMPTY = { transform: ['scaleX(1)', 'scaleX(0)'] };

class RunOutDirective extends Directive {
  #animation: Animation | undefined;

  override render(_countdown: Countdown): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [{ total, remaining, held }]: [Countdown]): unknown {
    if (remaining === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return noChange;
    this.#animation ??= element.animate(FULL_TO_EMPTY, { duration: total, fill: 'forwards' });
    this.#animation.currentTime = total - remaining;
    if (held) this.#animation.pause();
    else this.#animation.play();
    return noChange;
  }
}

/** Lets an element shrink to nothing as the time runs out, and stand still with it. Under reduced motion it stays as it is. */
export const runOut = directive(RunOutDirective);
