import { execFileSync } from 'node:child_process';
import { build } from 'vite';
import type { Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { builtFiles, fits, packageJson, root, tags } from './package.js';

const defining = ['./define', ...tags.map((tag) => `./${tag}/define`)];
const withEffect = [...defining, './translations/de'];
const withoutEffect = Object.entries(packageJson.exports)
  .filter(([path, target]) => target.endsWith('.js') && !withEffect.includes(path))
  .map(([path]) => path);

/** What a bundler keeps of a bare import of an entry. */
async function bundled(path: string): Promise<string> {
  const entry = 'virtual:entry';
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) => (id === entry ? `import '${root}/${packageJson.exports[path] ?? ''}';` : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: entry, external: [/^msw/, /^node:/, 'react'] } },
  });
  const { output } = result as Rolldown.RolldownOutput;
  return output.map((part) => (part.type === 'chunk' ? part.code : '')).join('');
}

/** The tags that are registered after these entries were imported in this order, one list per entry. */
function registeredBy(paths: readonly string[]): Record<string, string[]> {
  const script = `
    const known = new Map();
    globalThis.customElements = { define: (tag, element) => known.set(tag, element), get: (tag) => known.get(tag) };
    const result = {};
    for (const path of ${JSON.stringify(paths)}) {
      known.clear();
      await import(path.replace('.', '${packageJson.name}'));
      result[path] = [...known.keys()].sort();
    }
    console.log(JSON.stringify(result));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(output) as Record<string, string[]>;
}

describe('side effects', () => {
  it('registers nothing when a class is imported', () => {
    // Node has no service worker, so msw's browser half cannot be imported there; the bundler judges that entry below.
    const paths = withoutEffect.filter((path) => path !== './mock');
    expect(registeredBy(paths)).toEqual(Object.fromEntries(paths.map((path) => [path, []])));
  });

  it('registers every tag with ./define', () => {
    expect(registeredBy(['./define'])).toEqual({ './define': [...tags] });
  });

  it.each(tags)('registers %s with its own define module', (tag) => {
    expect(registeredBy([`./${tag}/define`])[`./${tag}/define`]).toContain(tag);
  });

  it.each(defining)('survives a bundler that drops unused code: %s', async (path) => {
    expect(await bundled(path)).toMatch(/\.define\(/);
  });

  it('keeps a language that is only imported', async () => {
    expect(await bundled('./translations/de')).toContain('Rückruf');
  });

  it.each(withoutEffect)('leaves nothing behind when it is not used: %s', async (path) => {
    expect((await bundled(path)).replace(/^import[^;]*;/gm, '').trim()).toBe('');
  });

  // The demo and Storybook are bundled from src, so the list names the sources too.
  it.each(packageJson.sideEffects)('lists only files that exist: %s', (pattern) => {
    const files = [...builtFiles, ...builtFiles.map((file) => file.replace(/^dist\/(.*)\.js$/, '$1.ts'))];
    expect(files.filter((file) => fits(pattern, file))).not.toEqual([]);
  });
});
