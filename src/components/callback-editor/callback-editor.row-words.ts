import { reservationOf } from '../../domain/keys.js';
import type { FieldProblem } from '../../domain/problems.js';
import { inSentence } from '../../internal/long-text.js';
import type { LocalizeController } from '../../internal/localize.js';
import { problemWords } from '../../internal/problem-text.js';
import type { PropertyRow } from './callback-editor.draft.js';
import { readRows, rowPath } from './callback-editor.rows.js';

/** What is wrong with a row's name, in words that name it. */
export function rowWords(localize: LocalizeController, { key }: PropertyRow, problem: FieldProblem): string {
  const name = inSentence(key.trim());
  const reservation = reservationOf(key.trim());
  if (problem.code === 'reserved-key' && reservation !== undefined) {
    return localize.term('reservedKey', name, reservation);
  }
  if (problem.code === 'duplicate-key') return localize.term('nameTwice', name);
  return problem.code === 'required' ? localize.term('nameMissing') : problemWords(localize, problem);
}

/** What is wrong with the first of the rows whose name cannot be sent; undefined when all can. */
export function wordsOfRows(localize: LocalizeController, rows: readonly PropertyRow[]): string | undefined {
  const [problem] = readRows(rows).problems;
  const row = rows.find((each) => problem?.path === rowPath(each));
  return problem && row && rowWords(localize, row, problem);
}
