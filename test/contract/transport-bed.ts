import type { MockEngine } from '../../mock-server/mock-engine.js';
import type { ContractBed, ContractControl } from '../../src/transport/contract.js';

const SERVICES = ['contract-first', 'contract-second'] as const;

/** A weekday, so that office hours would be met as well. */
const NOW = Date.UTC(2026, 2, 4, 10);

/** Rules that would stand in the way of numbers such as 5510 asked for again and again. */
const OPEN = {
  _type: 'ors',
  _service: 'callback',
  _disallow_impossible_phone_numbers: 'false',
  _disallow_premium_phone_numbers: 'false',
  _enable_in_queue_checking: 'false',
  _max_request_by_time_bucket: '100000',
  _throttle_request_parameters_limit: '100000',
  _customer_lookup_keys: '_customer_number',
};

/** Lets the transport contract move the mock. Every way to the mock shares this one: only the transport differs. */
export function contractControl(engine: MockEngine): ContractControl {
  return {
    reset(): Promise<ContractBed> {
      engine.reset({ seed: 42, scenario: 'empty', now: NOW });
      engine.clock({ rate: 0 });
      engine.setAgents({ loggedIn: 0 });
      for (const name of SERVICES) engine.setService(name, OPEN);
      return Promise.resolve({ services: SERVICES, now: engine.now });
    },
    advance(seconds): Promise<void> {
      engine.clock({ advance: seconds });
      return Promise.resolve();
    },
    force(id, change): Promise<void> {
      engine.patchCallback(id, change);
      return Promise.resolve();
    },
  };
}
