/** Reads CSV as strictly as RFC 4180 can be meant: every cell in quotation marks, every row ended by CR LF, no cell too many or too few. */
export function readCsv(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = readCell(text, at);
    row.push(cell);
    if (text.startsWith('\r\n', end)) {
      rows.push(row);
      row = [];
      at = end + 2;
    } else {
      if (!text.startsWith(delimiter, end))
        throw new Error(`Failed to read CSV: nothing ends the cell at ${String(end)}.`);
      at = end + 1;
    }
  }
  if (row.length > 0) throw new Error('Failed to read CSV: the last row has no end.');
  const width = rows[0]?.length;
  if (rows.some(({ length }) => length !== width)) throw new Error('Failed to read CSV: rows differ in their length.');
  return rows;
}

function readCell(text: string, start: number): readonly [cell: string, end: number] {
  if (text[start] !== '"') throw new Error(`Failed to read CSV: no quotation mark opens the cell at ${String(start)}.`);
  let cell = '';
  let at = start + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) throw new Error(`Failed to read CSV: no quotation mark closes the cell at ${String(start)}.`);
    cell += text.slice(at, close);
    if (text[close + 1] !== '"') return [cell, close + 1];
    cell += '"';
    at = close + 2;
  }
}

/**
 * The cells that a spreadsheet makes of a CSV text when it splits at a separator of its own choice: quotation marks count where a cell
 * begins, and after the closing one everything is text until the next separator or line.
 */
export function spreadsheetCells(text: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= text.length) {
    let cell = '';
    if (text[at] === '"') [cell, at] = readOpenCell(text, at + 1);
    const end = nextEnd(text, at, separator);
    cells.push(cell + text.slice(at, end));
    at = end + 1;
  }
  return cells;
}

function readOpenCell(text: string, start: number): readonly [cell: string, end: number] {
  let cell = '';
  let at = start;
  while (at < text.length) {
    if (text[at] === '"' && text[at + 1] !== '"') return [cell, at + 1];
    if (text[at] === '"') at += 1;
    cell += text[at] ?? '';
    at += 1;
  }
  return [cell, at];
}

function nextEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at += 1;
  return at;
}

const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{DI}"]+/u;
const NUMBER_ALONE = /^\+[1-9]\d{4,14}(?:$|[,;\t]?")/;

/**
 * Whether a spreadsheet could take a cell for a formula. An international number alone is a number to it, whatever its sign, and with a
 * quotation mark after it a text.
 */
export function canRun(cell: string): boolean {
  const seen = cell.replace(UNSEEN, '');
  const first = seen.slice(0, 1).normalize('NFKC');
  return ['=', '+', '-', '@', '\u2212'].includes(first) && !NUMBER_ALONE.test(seen);
}
