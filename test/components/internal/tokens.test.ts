import { expect } from '@open-wc/testing';
import { tokens } from '../../../src/internal/styles/tokens.styles.js';

interface Declaration {
  readonly tagName?: string;
  readonly cssProperties?: readonly { readonly name: string; readonly default?: string }[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

/** The default of a token as the page sees it: our own names stand for the page's. */
function inPublicNames(value: string): string {
  return value.replace('var(--_accent)', 'var(--callback-accent)');
}

describe('design tokens', () => {
  it('are described with their defaults in the manifest, all of them', async () => {
    const answer = await fetch('/custom-elements.json');
    const { modules } = (await answer.json()) as Manifest;
    const declarations = modules.flatMap(({ declarations = [] }) => declarations);
    const table = declarations.find(({ tagName }) => tagName === 'callback-table');
    const described = new Map(table?.cssProperties?.map((each) => [each.name, each.default]));
    const used = [...tokens.cssText.matchAll(/var\((--callback-[a-z-]+), (.*)\);/g)];
    expect(used.length).to.be.above(20);
    for (const [, name = '', value = ''] of used)
      expect([name, described.get(name)]).to.deep.equal([name, inPublicNames(value)]);
  });
});
