import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { timeFormat } from '../../../src/internal/format.js';
import { quickTime } from '../../../src/internal/quick-time.js';

const HOUR = 3_600_000;

/** Off the hours, off the quarters, with clocks that change at one past midnight, and with days left out. */
const ZONES = [
  ...['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
  ...['America/St_Johns', 'Pacific/Apia', 'Asia/Gaza', 'Africa/Monrovia', 'Europe/Amsterdam', 'Pacific/Chatham'],
];
const LANGUAGES = ['en', 'de', 'fr', 'fi', 'da', 'ja', 'ar-EG', 'fa', 'th', 'bn', 'he'];

/** Hours in which clocks changed, or nearly, besides all others. */
const CHANGES = [
  ...['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-03-08T07:00Z', '2026-04-04T15:00Z', '2011-11-06T02:31Z'],
  ...['2011-03-13T03:31Z', '2010-03-25T22:01Z', '2011-12-30T10:00Z', '1972-01-07T00:44Z', '1937-06-30T23:40Z'],
].map((text) => Date.parse(text));

const instants = fc
  .tuple(
    fc.oneof(fc.constantFrom(...CHANGES), fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) })),
    fc.array(fc.integer({ min: -HOUR, max: HOUR }), { minLength: 1, maxLength: 20 }),
  )
  .map(([around, offsets]) => offsets.map((offset) => around + offset));

describe('quick times', () => {
  it('are the times of the format, in every zone and language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), fc.constantFrom(...ZONES), instants, (lang, zone, list) => {
        const format = timeFormat(lang, zone);
        const quick = quickTime(format);
        expect(list.map(quick)).to.deep.equal(list.map(format));
      }),
      { numRuns: 1000 },
    );
  });

  it('are the times of the format on every minute of a day on which clocks change', () => {
    for (const zone of ZONES) {
      const format = timeFormat('en', zone);
      const quick = quickTime(format);
      for (const change of CHANGES) {
        for (let instant = change - 2 * HOUR; instant < change + 2 * HOUR; instant += 59_000) {
          if (quick(instant) !== format(instant)) expect(quick(instant), zone).to.equal(format(instant));
        }
      }
    }
  });

  it('ask the format twice for all seconds of an hour', () => {
    let asked = 0;
    const format = timeFormat('de', 'Europe/Berlin');
    const quick = quickTime((instant) => {
      asked += 1;
      return format(instant);
    });
    const start = Date.UTC(2026, 2, 9, 9);
    for (let second = 0; second < 3600; second += 1) quick(start + second * 1000);
    expect(asked).to.equal(2);
  });

  it('leave what is no instant to the format', () => {
    const quick = quickTime((instant) => (Number.isFinite(instant) ? 'some time' : 'no time'));
    expect([Number.NaN, Infinity, 0].map(quick)).to.deep.equal(['no time', 'no time', 'some time']);
  });
});
