/** Latin from its first character to its last: it reads the same on every page. */
const PLAIN = /^(?:[0-9A-Za-z\u00C0-\u024F](?:[\u0020-\u007E\u00A0-\u024F]*[0-9A-Za-z\u00C0-\u024F])?)?$/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';
const OPENS = /[\u2066-\u2068]/u;

/** Whether a text reads the same whatever stands around it: Latin letters and digits at both ends. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * A text from elsewhere, for the middle of a sentence that is text itself: its direction ends where it ends. Isolates that it leaves
 * open are closed, and closing marks that would end more than itself are left out; letters stay as they are.
 */
export function isolate(text: string): string {
  if (PLAIN.test(text)) return text;
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (character === POP_DIRECTIONAL_ISOLATE) {
      if (depth === 0) continue;
      depth -= 1;
    } else if (OPENS.test(character)) {
      depth += 1;
    }
    kept += character;
  }
  return FIRST_STRONG_ISOLATE + kept + POP_DIRECTIONAL_ISOLATE.repeat(depth + 1);
}
