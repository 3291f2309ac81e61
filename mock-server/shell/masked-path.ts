/** Digits, perhaps with a plus before and with blanks, dots, brackets or dashes between them, as they are or encoded. */
const NUMBER = /(?:\+|%2B)?\(?\d(?:(?:[-.()+\s]|%20|%2[89BD])*\d){4,}/gi;

const LONGEST = 200;

/** A path that nothing answers, fit for a console: whatever may be the number of a customer is left out, and so is what is very long. */
export function maskedPath(path: string): string {
  const masked = path.replace(NUMBER, '…');
  return masked.length > LONGEST ? `${masked.slice(0, LONGEST)}…` : masked;
}
