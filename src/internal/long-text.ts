import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from './icons.js';
import { isolate } from './isolate.js';

/** What is not longer fits its few lines wherever it stands, so it needs no way to the rest of it. */
const SHORT = 80;

/** Characters of a name that a sentence bears. */
const IN_SENTENCE = 40;

/** A text from elsewhere, of any length and direction: its first lines, and a press shows the rest. Needs the styles of the controls. */
export function longText(text: string): TemplateResult {
  if (text.length <= SHORT) return html`<span class="clip"><bdi>${text}</bdi></span>`;
  return html`<button type="button" class="long" aria-expanded="false" @click=${toggle}>
    <span class="clip"><bdi>${text}</bdi></span
    >${icon('chevronDown')}
  </button>`;
}

/** A text that may not fit, for the tooltip of its first lines; undefined when it does. */
export function tooltipOf(text: string): string | undefined {
  return text.length <= SHORT ? undefined : text;
}

/** A text for the middle of a sentence: cut between characters when it is long, and keeping its direction to itself. */
export function inSentence(text: string): string {
  return isolate(shortened(text));
}

/** As much of a text as a sentence bears. */
export function shortened(text: string): string {
  if (text.length <= IN_SENTENCE) return text;
  const characters = Array.from(text);
  return characters.length <= IN_SENTENCE ? text : `${characters.slice(0, IN_SENTENCE).join('').trimEnd()}…`;
}

function toggle({ currentTarget }: Event): void {
  const button = currentTarget as HTMLButtonElement;
  button.ariaExpanded = String(button.ariaExpanded !== 'true');
}
