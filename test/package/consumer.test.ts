import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageJson, root, tags } from './package.js';

const folder = `${root}/.cache/consumer`;

/** Compiles a program that uses the built package by its name, as strictly as anybody may. Gives the compiler's complaints. */
function compile(name: string, code: string, types: readonly string[]): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.ts`, code);
  writeFileSync(
    `${folder}/${name}.json`,
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        module: 'NodeNext',
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        verbatimModuleSyntax: true,
        noEmit: true,
        types,
      },
      files: [`${name}.ts`],
    }),
  );
  try {
    execFileSync(process.execPath, [`${root}/node_modules/typescript/bin/tsc`, '-p', `${folder}/${name}.json`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return '';
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}

const entries = Object.entries(packageJson.exports)
  .filter(([path, target]) => target.endsWith('.js') && !path.includes('*'))
  .map(([path]) => path.replace('.', packageJson.name));

function importAll(paths: readonly string[]): string {
  return paths.map((path, index) => `export * as entry${String(index)} from '${path}';\n`).join('');
}

describe('a strict consumer', () => {
  it('compiles against every entry for the browser, without types of Node', () => {
    const browserEntries = entries.filter((path) => !path.includes('/mock') && !path.endsWith('/react'));
    expect(compile('browser', importAll(browserEntries), [])).toBe('');
  });

  it('compiles against the wrappers for React', () => {
    expect(compile('react', importAll([`${packageJson.name}/react`]), ['react'])).toBe('');
  });

  it('compiles against the mock', () => {
    expect(compile('mock', importAll(entries.filter((path) => path.includes('/mock'))), ['node'])).toBe('');
  });

  it('gets the element for a tag, and the event for a name', () => {
    const code = `import '${packageJson.name}/define';
${tags.map((tag) => `document.createElement('${tag}').localName satisfies string;`).join('\n')}
const table = document.createElement('callback-table');
table.records = [];
table.addEventListener('callback-selection-change', (event) => {
  event.detail.selectedIds satisfies ReadonlySet<string>;
});
// @ts-expect-error -- records are objects.
table.records = ['no'];
`;
    expect(compile('tags', code, [])).toBe('');
  });
});
