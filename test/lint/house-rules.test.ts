import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Source {
  readonly path: string;
  readonly lines: readonly string[];
}

function sourcesOf(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({
        path: `${folder}/${file}`,
        lines: readFileSync(join(root, folder, file), 'utf8').split('\n'),
      })),
  );
}

/** Places, as `path:line`, whose text matches. */
function places(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${String(index + 1)}`] : [])),
  );
}

const shipped = sourcesOf('src', 'mock-server');
const everything = [...shipped, ...sourcesOf('stories', 'demo', 'bench', 'test')];

describe('the house', () => {
  it('gives a reason wherever a lint rule is switched off', () => {
    expect(places(everything, /eslint-disable(?!.* -- \S)/)).toEqual([]);
  });

  it('keeps the median of its source files at 120 lines or less', () => {
    const sizes = shipped.map(({ lines }) => lines.length - 1).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(120);
  });

  it('has no index file in an element folder', () => {
    expect(shipped.map(({ path }) => path).filter((path) => /^src\/components\/.*\/index\.ts$/.test(path))).toEqual([]);
  });

  it('decorates properties, state and queries, and never registers by decorator', () => {
    expect(places(shipped, /@customElement\b|decorators\/custom-element/)).toEqual([]);
  });
});
