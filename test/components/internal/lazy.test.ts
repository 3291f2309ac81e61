import { expect } from '@open-wc/testing';
import { Lazy } from '../../../src/internal/lazy.js';
import { takeConsole } from '../../support/console.js';

/** No page maps this name, so that the browser refuses it as it does offline. */
const NOWHERE = ['not', 'mapped', 'by', 'anybody'].join('-');

/** A module of its own. */
function moduleOf(source: string): string {
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
}

describe('a part that is loaded when somebody wants it', () => {
  it('is there once it is loaded, and says so once', async () => {
    let said = 0;
    const part = new Lazy<{ readonly answer: number }>(
      () => import(moduleOf('export const answer = 42;')) as Promise<{ readonly answer: number }>,
      () => (said += 1),
    );
    expect(part.value).to.equal(undefined);
    await Promise.all([part.want(), part.want()]);
    await part.want();
    expect([part.value?.answer, said]).to.deep.equal([42, 1]);
  });

  it('is wanted again after it could not be had, without a word', async () => {
    let isOffline = true;
    const part = new Lazy<string>(
      async () => {
        if (isOffline) await import(NOWHERE);
        return 'there';
      },
      () => undefined,
    );
    await part.want();
    expect(part.value).to.equal(undefined);
    isOffline = false;
    await part.want();
    expect(part.value).to.equal('there');
  });

  for (const [engine, error] of Object.entries({
    Chromium: new TypeError('Failed to fetch dynamically imported module: https://portal.test/a.js'),
    Firefox: new TypeError('error loading dynamically imported module: https://portal.test/a.js'),
    WebKit: new TypeError('Importing a module script failed.'),
    'a bundler': Object.assign(new Error('Loading chunk 7 failed.'), { name: 'ChunkLoadError' }),
  })) {
    it(`is not called broken for what ${engine} says offline`, async () => {
      const part = new Lazy(
        () => Promise.reject(error),
        () => undefined,
      );
      await part.want();
      expect(takeConsole()).to.deep.equal([]);
    });
  }

  it('that throws while it is evaluated is told to the developer, once', async () => {
    const address = moduleOf('undefined.part();');
    const part = new Lazy<unknown>(
      () => import(address),
      () => undefined,
    );
    await part.want();
    await part.want();
    const told = takeConsole();
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.match(/Failed to load a part of callback-elements: .*TypeError: Cannot read properties/);
    expect(part.value).to.equal(undefined);
  });
});
