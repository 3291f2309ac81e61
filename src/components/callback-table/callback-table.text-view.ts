import { element } from '../../internal/element.js';
import { isPlain } from '../../internal/isolate.js';
import { tooltipOf } from '../../internal/long-text.js';

/** Shows a text in the place of the one before. */
export type ShowText = (text: string) => void;

/** Up to so many plain characters fit the lines of a cell however narrow it is: only other texts need the costly way of being cut off. */
const FITS = 24;

/**
 * Makes an element show one text after the other. What is too long for a cell is cut off and shown whole by a tooltip; only what reads
 * differently beside other texts keeps its direction to itself: isolating every text makes all of them slower to draw.
 */
export function textView(holder: HTMLElement): ShowText {
  const node = document.createTextNode('');
  holder.append(node);
  let shown = '';
  let clip: HTMLElement | undefined;
  let isForeign = false;
  return (text) => {
    if (text === shown) return;
    shown = text;
    node.data = text;
    const isOther = isForeignText(text);
    if ((isOther || isTooLong(text)) !== (clip !== undefined)) clip = setClipped(node, holder, clip);
    if (clip !== undefined) holder.title = tooltipOf(text) ?? '';
    if (isOther === isForeign) return;
    isForeign = isOther;
    holder.classList.toggle('foreign', isForeign);
  };
}

/** Whether a text may need more room than a cell has. */
export function isTooLong(text: string): boolean {
  return text.length > FITS;
}

/** Whether a text has to keep its direction to itself. */
export function isForeignText(text: string): boolean {
  return text !== '' && !isPlain(text);
}

/** Puts a text into a frame of a few lines, or takes it out of that again. */
function setClipped(node: Text, holder: HTMLElement, clip: HTMLElement | undefined): HTMLElement | undefined {
  if (clip !== undefined) {
    clip.replaceWith(node);
    holder.removeAttribute('title');
    return undefined;
  }
  const frame = element('span', { class: 'clip' });
  node.replaceWith(frame);
  frame.append(node);
  return frame;
}
