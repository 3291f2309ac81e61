/** Takes out of templates and styles what only readers of the sources need: line breaks, indentation, comments. */
import { transformSync } from 'esbuild';

/** Stands for a value; no template holds this character itself. */
const VALUE = '\0';

const TAG_OR_SPACE = /<!--[^]*?-->|<[/a-z](?:"[^"]*"|'[^']*'|[^"'>])*>|\s+/gi;
const ATTRIBUTE_OR_SPACE = /"[^"]*"|'[^']*'|\s+(>$)?/g;

/**
 * The strings of an `html` or `svg` template, with one space where there are several or a new line: a browser shows both alike. The
 * values of attributes stay as they are, and so does a template with an element that shows its text as it is written.
 * @param {readonly string[]} strings what stands before, between and after the values
 * @returns {readonly string[]}
 */
export function compactMarkup(strings) {
  const markup = strings.join(VALUE);
  if (/<(?:pre|textarea)\b/i.test(markup)) return strings;
  return markup.replace(TAG_OR_SPACE, compactPiece).split(VALUE);
}

/** @param {string} piece a tag, a comment or white space */
function compactPiece(piece) {
  if (piece.startsWith('<!--')) return piece;
  if (!piece.startsWith('<')) return ' ';
  return piece.replace(ATTRIBUTE_OR_SPACE, (found, end) => (found.trim() === '' ? ' ' : (end ?? found)));
}

/**
 * A style sheet without comments and layout: the same rules in the same order.
 * @param {string} css
 */
export function compactStyles(css) {
  const { code, warnings } = transformSync(css, { loader: 'css', minifyWhitespace: true });
  const [problem] = warnings;
  if (problem !== undefined) {
    const line = problem.location?.lineText.trim() ?? '';
    throw new Error(`Failed to compact a style sheet: ${problem.text} in "${line}". Correct it.`);
  }
  return code.trimEnd();
}
