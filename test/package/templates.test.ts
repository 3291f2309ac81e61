import { build } from 'vite';
import type { Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright';
import { compactMarkup, compactStyles } from '../../scripts/template-layout.js';
import { launchHeadless, openPage } from '../support/headless.js';
import { NOW } from '../support/records.js';
import { serveFolder } from '../support/static-server.js';
import type { StaticServer } from '../support/static-server.js';
import type { Sight } from './every-element.js';
import { root } from './package.js';

/** The page of every element with one copy of the library. */
async function bundled(library: string): Promise<string> {
  const entry = 'virtual:entry';
  const program = `import '${root}/${library}';
    import { show, states } from '${root}/test/package/every-element.ts';
    Object.assign(window, { show, states: Object.keys(states) });`;
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) => (id === entry ? program : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rolldownOptions: { input: entry, output: { codeSplitting: false } },
    },
  });
  const { output } = result as Rolldown.RolldownOutput;
  return output.map((part) => (part.type === 'chunk' ? part.code : '')).join('');
}

declare global {
  interface Window {
    readonly states: readonly string[];
    show(state: string): Promise<Sight>;
  }
}

interface Seen extends Sight {
  readonly picture: string;
}

describe('templates without their layout', () => {
  let browser: Browser;
  let server: StaticServer;
  let sources: Page;
  let built: Page;

  beforeAll(async () => {
    const [source, dist] = await Promise.all([bundled('src/define.ts'), bundled('dist/src/define.js')]);
    const page = (script: string): string =>
      `<!doctype html><html lang="en"><title>Test</title><script type="module" src="${script}"></script></html>`;
    [browser, server] = await Promise.all([
      launchHeadless(),
      serveFolder(root, {
        pages: { '/source.js': source, '/dist.js': dist, '/source': page('source.js'), '/dist': page('dist.js') },
      }),
    ]);
    [sources, built] = await Promise.all([open('source'), open('dist')]);
  });

  afterAll(async () => {
    await Promise.all([browser.close(), server.close()]);
  });

  async function open(path: string): Promise<Page> {
    const { page } = await openPage(browser, { reducedMotion: 'reduce' });
    await page.clock.setFixedTime(NOW);
    await page.goto(`${server.address}/${path}`, { waitUntil: 'load' });
    return page;
  }

  async function see(page: Page, state: string): Promise<Seen> {
    const sight = await page.evaluate((name) => window.show(name), state);
    const picture = await page.screenshot({ animations: 'disabled' });
    return { ...sight, picture: picture.toString('base64') };
  }

  it('look and read as the sources do, in every state, by the same rules', async () => {
    const states = await sources.evaluate(() => window.states);
    expect(states.length).toBeGreaterThan(10);
    for (const state of states) {
      const expected = await see(sources, state);
      expect(expected.text.length, state).toBeGreaterThan(20);
      const { picture, ...sight } = await see(built, state);
      expect({ state, ...sight }).toEqual({ state, text: expected.text, rules: expected.rules });
      expect(picture === expected.picture, `the picture of ${state}`).toBe(true);
    }
  });
});

describe('compactMarkup', () => {
  const compact = (...strings: string[]): readonly string[] => compactMarkup(strings);

  it('keeps one space where words would grow together, and none is made', () => {
    expect(compact('<b>one</b>\n  <i>two</i>,\n  <i\n    >three</i\n  >')).toEqual([
      '<b>one</b> <i>two</i>, <i>three</i>',
    ]);
  });

  it('keeps every value where it is', () => {
    expect(compact('<a\n  id=', '\n  title="', ' of\n  ', '"\n>\n  ', '</a\n>')).toEqual([
      '<a id=',
      ' title="',
      ' of\n  ',
      '"> ',
      '</a>',
    ]);
  });

  it('keeps values of attributes, comparisons and comments as they are', () => {
    const kept = '<p title="a  > b" data-x=\'c  d\'>1 < 2 <!-- e  f --></p>';
    expect(compact(kept)).toEqual([kept]);
  });

  it('does not end an unquoted value with the slash behind it', () => {
    expect(compact('<input value=', '\n/>')).toEqual(['<input value=', ' />']);
  });

  it('leaves a template alone that shows text as it is written', () => {
    expect(compact('<pre>\n  a\n</pre>', '\n\n')).toEqual(['<pre>\n  a\n</pre>', '\n\n']);
  });
});

describe('compactStyles', () => {
  it('leaves out comments and layout, and joins no rules', () => {
    const css = '/* why */\n.a {\n  color: red;\n}\n.b {\n  color: red;\n  .c & {\n    margin: 0 0 0 0;\n  }\n}\n';
    expect(compactStyles(css)).toBe('.a{color:red}.b{color:red;.c &{margin:0 0 0 0}}');
  });

  it('refuses what is no style sheet', () => {
    expect(() => compactStyles('.a { color: red')).toThrow('Failed to compact a style sheet');
  });
});
