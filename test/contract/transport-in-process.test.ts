import { assert, describe, it } from 'vitest';
import { InProcessTransport } from '../../mock-server/in-process.js';
import { MockEngine } from '../../mock-server/mock-engine.js';
import { transportContract, whySkipped } from '../../src/transport/contract.js';
import { contractControl } from './transport-bed.js';

describe('transport contract: in process', () => {
  it.each(transportContract.map((contractCase) => [contractCase.name, contractCase] as const))(
    '%s',
    async (_name, contractCase) => {
      const engine = new MockEngine({ scenario: 'empty' });
      const [transport, control] = [new InProcessTransport(engine), contractControl(engine)];
      assert.strictEqual(whySkipped(contractCase, transport, control), undefined);
      await contractCase.run({ transport, control, assert });
    },
  );
});
