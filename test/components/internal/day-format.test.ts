import { expect } from '@open-wc/testing';
import {
  dayText,
  durationText,
  momentFormat,
  monthText,
  weekdayNames,
  weekStartOf,
} from '../../../src/internal/day-format.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('days in words', () => {
  it('are the same days in every zone', () => {
    expect(dayText('en', '2026-03-09')).to.equal('Monday, March 9, 2026');
    expect(dayText('de', '2026-03-01')).to.equal('Sonntag, 1. März 2026');
    expect(monthText('de', '2026-03')).to.equal('März 2026');
  });

  it('begin the week where the language does', () => {
    expect(weekStartOf('de')).to.equal(1);
    expect(weekStartOf('en-US')).to.equal(7);
    expect(weekdayNames('de', 1).map(({ short }) => short)).to.deep.equal(['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']);
    expect(weekdayNames('en', 7).map(({ long }) => long)[0]).to.equal('Sunday');
  });

  it('say an instant by the clock of a zone, with 24 hours', () => {
    const instant = Date.UTC(2026, 2, 9, 23, 5);
    expect(momentFormat('en', 'Europe/Berlin')(instant)).to.equal('Tue, Mar 10, 00:05');
    expect(momentFormat('en', 'UTC')(instant)).to.equal('Mon, Mar 9, 23:05');
  });
});

describe('a stretch of time in words', () => {
  for (const [milliseconds, words] of [
    [1, '1 min'],
    [HOUR, '1 hr'],
    [2 * HOUR + 4 * MINUTE + 1, '2 hr 5 min'],
    [24 * HOUR, '1 day'],
    [51 * HOUR + 30 * MINUTE, '2 days 3 hr'],
    [0, '0 min'],
  ] as const) {
    it(`is ${words}`, () => {
      expect(durationText('en', milliseconds)).to.equal(words);
    });
  }
});
