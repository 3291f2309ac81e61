import { expect } from '@open-wc/testing';
import { phoneGroups, timeFormat } from '../../../src/internal/format.js';

const instant = Date.parse('2017-07-05T09:10:00Z');

describe('times', () => {
  it('read in English as on the seed page', () => {
    expect(timeFormat('en', 'Europe/Berlin')(instant)).to.equal('7/5/2017 11:10:00');
    expect(timeFormat('en-us', 'Asia/Kolkata')(Date.parse('2017-07-04T18:30:01Z'))).to.equal('7/5/2017 00:00:01');
  });

  it('read by locale elsewhere', () => {
    expect(timeFormat('de', 'Europe/Berlin')(instant)).to.equal('05.07.17, 11:10:00');
    expect(timeFormat('en-gb', 'Europe/Berlin')(instant)).to.equal('05/07/2017, 11:10:00');
  });

  it('are made by one formatter per language and zone', () => {
    expect(timeFormat('de', 'UTC')).to.equal(timeFormat('de', 'UTC'));
    expect(timeFormat('de', 'UTC')).not.to.equal(timeFormat('de', 'Asia/Kolkata'));
  });
});

describe('phone numbers in groups', () => {
  for (const number of [
    '5510',
    '+33604120405',
    '2315464',
    '11151515',
    '+1 555 0100',
    'sip:a@b',
    '',
    '+4930231251234567',
  ]) {
    it(`${JSON.stringify(number)} joined again is itself`, () => {
      expect(phoneGroups(number).join('')).to.equal(number);
    });
  }

  it('are short enough to read', () => {
    expect(phoneGroups('+33604120405')).to.deep.equal(['+33', '604', '120', '405']);
    expect(phoneGroups('+12125550177')).to.deep.equal(['+1', '212', '555', '0177']);
    expect(phoneGroups('+35312345678')).to.deep.equal(['+353', '1234', '5678']);
    expect(phoneGroups('2315464')).to.deep.equal(['231', '5464']);
    expect(phoneGroups('5510')).to.deep.equal(['5510']);
  });
});
