/** How much each entry of the package brings into a page, with everything it needs. It prints a table and judges nothing. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundled } from './run/bundle.js';
import { printTable } from './run/print-table.js';

/** Brought by whoever uses these entries. */
const PEERS = ['msw', 'msw/browser', 'react'];
/** Never in a page. */
const FOR_NODE = './mock/node';

/** @type {{ exports: Record<string, string> }} */
const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const entries = Object.entries(exports).filter(([name, file]) => file.endsWith('.js') && name !== FOR_NODE);

/** @type {Record<string, Record<string, string>>} */
const rows = {};
for (const [name, file] of entries) {
  const code = Buffer.from(await bundled(file.replace('./', ''), { external: PEERS }));
  rows[name.replace('.', 'callback-elements')] = {
    minified: kilobytes(code),
    gzip: kilobytes(gzipSync(code, { level: 9 })),
    brotli: kilobytes(brotliCompressSync(code)),
  };
}
printTable('What an entry brings, in kB, without msw and react', rows);

/** @param {Buffer} bytes */
function kilobytes(bytes) {
  return (bytes.length / 1000).toFixed(1);
}
