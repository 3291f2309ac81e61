/**
 * Prints rows by their name, in Markdown, so that a run can be quoted as it is.
 * @param {string} title
 * @param {Readonly<Record<string, Readonly<Record<string, string>>>>} rows
 */
export function printTable(title, rows) {
  const columns = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  const lines = [
    ['', ...columns],
    ...Object.entries(rows).map(([name, row]) => [name, ...columns.map((column) => row[column] ?? '')]),
  ];
  const widths = ['', ...columns].map((_, at) => Math.max(3, ...lines.map((line) => line[at]?.length ?? 0)));
  const [head, ...body] = lines.map((line) => {
    const cells = line.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)));
    return `| ${cells.join(' | ')} |`;
  });
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  console.log(['', title, '', head, rule, ...body].join('\n'));
}
