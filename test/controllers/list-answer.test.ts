import { expect } from '@open-wc/testing';
import { readListAnswer } from '../../src/controllers/list-answer.js';
import { isCallbackError } from '../../src/domain/errors.js';
import { record } from './support.js';

function codeOf(answer: unknown): string | undefined {
  try {
    readListAnswer(answer);
  } catch (error) {
    return isCallbackError(error) ? error.code : String(error);
  }
  return undefined;
}

describe('the answer of a transport that a portal wrote', () => {
  const nonsense = {
    nothing: undefined,
    'a text': 'rows',
    'a bare array': [],
    'an empty object': {},
    'no array': { records: {} },
  };
  for (const [name, answer] of Object.entries(nonsense)) {
    it(`is a bad response when it is ${name}`, () => {
      expect(codeOf(answer)).to.equal('bad-response');
    });
  }

  it('may hold records only', () => {
    const records = [record('a'), record('b', { serviceName: 'sales' })];
    expect(readListAnswer({ records })).to.deep.equal({ records, services: ['support', 'sales'], unreadable: [] });
  });

  it('keeps the array of records when all of them are good', () => {
    const records = [record('a')];
    expect(readListAnswer({ records, services: [], unreadable: [] }).records).to.equal(records);
  });

  it('loses only the records that are none, and says what is wrong with them', () => {
    const iso = { ...record('b'), desiredTime: '2026-03-09T09:00:00Z' };
    const nameless = { ...record('c'), id: 7, properties: undefined };
    const { records, unreadable } = readListAnswer({
      records: [record('a'), iso, nameless, null],
      unreadable: [{ issues: ['old'] }],
    });
    expect(records.map(({ id }) => id)).to.deep.equal(['a']);
    expect(unreadable).to.deep.equal([
      { issues: ['old'] },
      { id: 'b', issues: ['desiredTime is not epoch milliseconds'] },
      { issues: ['id is not text', 'properties is not an object'] },
      { issues: ['is not a callback'] },
    ]);
  });

  it('tells the time of the server only when it is one', () => {
    expect(readListAnswer({ records: [], serverTime: 5 }).serverTime).to.equal(5);
    expect(readListAnswer({ records: [], serverTime: 'noon' })).not.to.have.property('serverTime');
  });
});
