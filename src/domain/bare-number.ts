/** What people write between the digits of a number: spaces, `.`, `-`, `(`, `)`, `/`, and every hyphen and dash of print. */
const SEPARATORS = /[\s()./\u2010-\u2015-]+/g;

/**
 * A number as people write it, without what only makes it easier to read. Everything else stays, in its order: a text that is no number
 * does not become one, so whoever wants a number has still to look whether it is one.
 */
export function bareNumber(text: string): string {
  return text.replace(SEPARATORS, '');
}
