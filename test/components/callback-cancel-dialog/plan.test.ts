import { expect } from '@open-wc/testing';
import { planOf } from '../../../src/components/callback-cancel-dialog/callback-cancel-dialog.plan.js';
import { CALLBACK_STATES } from '../../../src/domain/callback.js';
import { makeRecord } from '../../support/records.js';

describe('the plan of a bulk cancel', () => {
  it('cancels what the life cycle lets an administrator cancel', () => {
    const records = CALLBACK_STATES.map((state) => makeRecord({ id: state, state }));
    const plan = planOf(records);
    expect(plan.cancellable.map(({ id }) => id)).to.deep.equal(['SCHEDULED', 'QUEUED', 'ROUTING', 'PAUSED']);
    expect(plan.skipped.map(({ code, records: group }) => [code, group.map(({ id }) => id)])).to.deep.equal([
      ['in-conversation', ['PROCESSING']],
      ['already-completed', ['COMPLETED']],
    ]);
  });

  it('leaves alone what is in a state nobody knows', () => {
    const plan = planOf([makeRecord({ state: 'DREAMING' })]);
    expect(plan.cancellable).to.have.lengthOf(0);
    expect(plan.skipped[0]?.code).to.equal('unknown-state');
  });

  it('keeps the order of the selection', () => {
    const plan = planOf(['b', 'c', 'a'].map((id) => makeRecord({ id })));
    expect(plan.cancellable.map(({ id }) => id)).to.deep.equal(['b', 'c', 'a']);
  });
});
