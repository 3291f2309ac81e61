import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/internal/version.js';
import { packageJson, root, tags } from './package.js';

const entries = Object.entries(packageJson.exports);

describe('exports', () => {
  it('has the paths that were promised, and no other', () => {
    const promised = [
      '.',
      './define',
      ...tags.flatMap((tag) => [`./${tag}`, `./${tag}/define`]),
      './schema',
      './options',
      './transport',
      './transport/contract',
      './controllers',
      './mock',
      './mock/node',
      './react',
      './translations/de',
      './translations/en',
      './custom-elements.json',
      './html-custom-data.json',
      './web-types.json',
      './package.json',
    ];
    expect(entries.map(([path]) => path).sort()).toEqual(promised.sort());
  });

  it.each(entries)('%s leads to a file that is packed', (_path, target) => {
    expect(existsSync(`${root}/${target}`)).toBe(true);
    const top = target.split('/')[1];
    expect([...packageJson.files, 'package.json']).toContain(top);
  });

  it.each(entries.filter(([, target]) => target.endsWith('.js')))('%s brings its types', (_path, target) => {
    expect(existsSync(`${root}/${target.replace(/\.js$/, '.d.ts')}`)).toBe(true);
  });

  it('tells its own version', () => {
    expect(VERSION).toBe(packageJson.version);
  });
});
