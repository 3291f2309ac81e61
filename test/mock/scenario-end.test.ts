import { describe, expect, it } from 'vitest';
import { MockEngine } from '../../mock-server/mock-engine.js';
import type { ScenarioFile } from '../../mock-server/mock-engine.js';
import { createSimulatedClock } from '../../mock-server/ports/clock.js';

const NOW = Date.UTC(2026, 2, 2, 10, 0, 7);

function mock(): MockEngine {
  return new MockEngine({ scenario: 'empty', rate: 0, clock: createSimulatedClock(NOW) });
}

describe('the end of a scenario file', () => {
  const fair = { id: 'p', kind: 'status', status: 503, times: 2, skip: 1, probability: 0.5 } as const;

  function struck(): ScenarioFile {
    const engine = mock();
    engine.clock({ rate: 60 });
    engine.setFaults([fair]);
    for (let count = 0; count < 20; count += 1) engine.faults.strike('GET', '/genesys/1/x');
    return engine.saveScenario();
  }

  const drawn = struck();
  const { position } = drawn.faults as { readonly position: { readonly random: unknown; readonly counts: unknown } };
  const quiet = { list: [], position: { random: [1, 2, 3, 4], counts: [] } };

  it.each<readonly [string, Partial<ScenarioFile>, string]>([
    ['another fault', { faults: { list: [{ ...fair, status: 500 }], position } }, 'its faults are not those'],
    ['no fault', { faults: { list: [] } }, 'its faults are not those'],
    [
      'a fault too often',
      { faults: { list: [fair], position: { ...position, counts: [{ met: 9, fired: 3 }] } } },
      'faults',
    ],
    [
      'a fault too early',
      { faults: { list: [fair], position: { ...position, counts: [{ met: 1, fired: 1 }] } } },
      'faults',
    ],
    ['chance that nobody drew', { commands: [], faults: quiet, clock: { ...drawn.clock, rate: 1 } }, 'faults'],
    ['another rate', { clock: { ...drawn.clock, rate: 5 } }, 'its clock runs at 5 and its commands lead to 60'],
  ])('with %s is refused, and no version is blamed for it', (_, change, words) => {
    const open = (): unknown => mock().openScenario({ ...drawn, ...change });
    expect(open).toThrow(words);
    expect(open).toThrow('The file was changed, or made by another version');
  });

  it('may be left out: then the faults are those its commands lead to', () => {
    const { faults: _, ...written } = drawn;
    const engine = mock();
    engine.openScenario(written);
    expect(engine.faults.list()).toEqual([{ ...fair, fired: 0 }]);
  });

  it('stands for a snapshot too: one that was changed is refused', () => {
    const engine = mock();
    engine.setService('S', { _service: 'callback' });
    const snapshot = engine.snapshot();
    const text = JSON.stringify(snapshot).replace('"_service":"callback"', '"_service":"callbacks"');
    expect(() => mock().openSnapshot(JSON.parse(text))).toThrow('snapshot.hash does not fit snapshot.state');
    expect(mock().openSnapshot(snapshot).hash).toBe(snapshot.hash);
  });
});
