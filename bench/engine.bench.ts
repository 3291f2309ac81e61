import { bench, describe } from 'vitest';
import { MockEngine } from '../mock-server/mock-engine.js';

const start = { seed: 42, now: Date.UTC(2026, 2, 9, 9), rate: 0 } as const;

describe('mock engine', () => {
  bench('start with contact-centre', () => {
    new MockEngine(start);
  });
  bench('generate 100,000 callbacks', () => {
    new MockEngine({ ...start, scenario: 'contact-centre' }).execute({ type: 'generate', count: 100_000 });
  });
  bench('live through an hour of contact-centre', () => {
    new MockEngine(start).clock({ advance: 3_600 });
  });
});
