import { expect } from '@open-wc/testing';
import { isolate } from '../../../src/internal/isolate.js';
import { inSentence } from '../../../src/internal/long-text.js';

describe('a text inside a sentence', () => {
  it('stays as it is when it reads the same everywhere', () => {
    for (const text of ['', 'callback-sales', '12', 'Épargne', 'Zoë & Co']) expect(isolate(text)).to.equal(text);
  });

  it('keeps its direction, and the end marks beside it, to itself', () => {
    expect(isolate('שלום')).to.equal('\u2068שלום\u2069');
    expect(isolate('../queues')).to.equal('\u2068../queues\u2069');
  });

  it('closes what it opens, and no more than that', () => {
    expect(isolate('\u2067a\u2066b')).to.equal('\u2068\u2067a\u2066b\u2069\u2069\u2069');
    expect(isolate('a\u2069\u2069b!')).to.equal('\u2068ab!\u2069');
    expect(isolate('\u2067a\u2069b!')).to.equal('\u2068\u2067a\u2069b!\u2069');
  });

  it('is cut between characters', () => {
    expect(inSentence('x'.repeat(40))).to.equal('x'.repeat(40));
    expect(inSentence('x'.repeat(41))).to.equal(`\u2068${'x'.repeat(40)}…\u2069`);
    expect(inSentence('𝒶'.repeat(41))).to.equal(`\u2068${'𝒶'.repeat(40)}…\u2069`);
  });
});
