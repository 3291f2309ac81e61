const PLAIN = /^[ -~]*$/;
const ACCENTS = /[\u0300-\u036f]+/g;

/** Text as searches compare it: without case, accents or typographic variants (`É` and `e`, `５` and `5` are alike). */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.normalize('NFKD').replace(ACCENTS, '');
}
