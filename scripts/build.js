/** Builds dist/: ES modules with types and maps, one self-contained file for CDN use, and what editors need. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compile } from './compile.js';
import { htmlCustomData, webTypes } from './editor-data.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}/dist`;

rmSync(dist, { recursive: true, force: true });
// The compiler has said what is wrong.
if (!compile(`${root}/tsconfig.build.json`)) process.exit(1);

// Whatever the surroundings say: else the file would hold Lit's development build.
process.env['NODE_ENV'] = 'production';
// As an application: a library build keeps white space.
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir: `${dist}/cdn`,
    target: 'es2022',
    sourcemap: true,
    modulePreload: false,
    rolldownOptions: {
      input: `${dist}/src/define.js`,
      preserveEntrySignatures: 'strict',
      output: { format: 'es', codeSplitting: false, entryFileNames: 'callback-elements.js' },
    },
  },
});

const read = (/** @type {string} */ file) => JSON.parse(readFileSync(`${root}/${file}`, 'utf8'));
const manifest = read('custom-elements.json');
writeFileSync(`${dist}/html-custom-data.json`, JSON.stringify(htmlCustomData(manifest), null, 2));
writeFileSync(`${dist}/web-types.json`, JSON.stringify(webTypes(manifest, read('package.json')), null, 2));
