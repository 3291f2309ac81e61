import { expect } from '@open-wc/testing';
import { draftOf, parseOptions, withState } from '../../../src/components/advanced-options/advanced-options.form.js';
import { defaultAdvancedOptions } from '../../../src/components/advanced-options/advanced-options.types.js';

const draft = draftOf(defaultAdvancedOptions);

describe('the form of the advanced options', () => {
  it('gives back the options it was made of', () => {
    const options = {
      states: ['QUEUED', 'PAUSED'],
      services: ['Preview'],
      maximumPerService: 7,
      serviceIdColumn: true,
    } as const;
    expect(parseOptions(draftOf(options))).to.deep.equal({ options });
  });

  it('gives frozen options', () => {
    const parsed = parseOptions(draft);
    expect('options' in parsed && Object.isFrozen(parsed.options) && Object.isFrozen(parsed.options.states)).to.equal(
      true,
    );
  });

  for (const [typed, code] of [
    ['', 'required'],
    ['many', 'not-a-number'],
    ['1.5', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['0', 'out-of-bounds'],
    ['-1', 'out-of-bounds'],
    ['100001', 'out-of-bounds'],
  ] as const) {
    it(`refuses "${typed}" and clamps nothing`, () => {
      expect(parseOptions({ ...draft, maximum: typed })).to.have.nested.property('problem.code', code);
    });
  }

  for (const [typed, maximum] of [
    ['1', 1],
    [' 100000 ', 100_000],
  ] as const) {
    it(`takes "${typed}"`, () => {
      expect(parseOptions({ ...draft, maximum: typed })).to.have.nested.property('options.maximumPerService', maximum);
    });
  }

  it('keeps the states in the order offered, whatever order they were checked in', () => {
    const states = withState(withState([], 'PAUSED', true), 'QUEUED', true);
    expect(states).to.deep.equal(['QUEUED', 'PAUSED']);
    expect(withState(states, 'PAUSED', false)).to.deep.equal(['QUEUED']);
  });
});
