import { afterAll, assert, beforeAll, describe, it } from 'vitest';
import { startHttpServer } from '../../mock-server/node.js';
import type { MockHttpServer } from '../../mock-server/node.js';
import { transportContract, whySkipped } from '../../src/transport/contract.js';
import { GmsTransport } from '../../src/transport/gms-transport.js';
import { contractControl } from './transport-bed.js';

describe('transport contract: GMS transport over a socket', () => {
  let server: MockHttpServer;
  let transport: GmsTransport;

  beforeAll(async () => {
    server = await startHttpServer({ port: 0, scenario: 'empty' });
    transport = new GmsTransport({ baseUrl: `${server.url}/genesys` });
  });
  afterAll(() => server.close());

  it.each(transportContract.map((contractCase) => [contractCase.name, contractCase] as const))(
    '%s',
    async (_name, contractCase) => {
      const control = contractControl(server.engine);
      assert.strictEqual(whySkipped(contractCase, transport, control), undefined);
      await contractCase.run({ transport, control, assert });
    },
  );
});
