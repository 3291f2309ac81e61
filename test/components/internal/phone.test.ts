import { expect } from '@open-wc/testing';
import { phoneInSentence } from '../../../src/internal/phone.js';

describe('a phone number in a sentence', () => {
  it('is in the groups of the table, breaks nowhere, and keeps its direction to itself', () => {
    expect(phoneInSentence('+33604120405')).to.equal('\u2068+33\u00A0604\u00A0120\u00A0405\u2069');
  });

  it('stays as it is when it is short or none', () => {
    expect(phoneInSentence('5510')).to.equal('5510');
    expect(phoneInSentence('')).to.equal('');
  });
});
