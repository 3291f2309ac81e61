import { describe, expect, it } from 'vitest';
import { maskedPath } from '../../mock-server/shell/masked-path.js';

describe('a path on a console', () => {
  it.each([
    ['/genesys/1/callbacks/+14155550101', '/genesys/1/callbacks/…'],
    ['/genesys/1/callbacks/%2B1%20(415)%20555-0101/x', '/genesys/1/callbacks/…/x'],
    ['/genesys/1/callbacks/%2b1%28415%29.5550101', '/genesys/1/callbacks/…'],
    ['/genesys/1/callbacks/5115551', '/genesys/1/callbacks/…'],
  ])('%s has no number in it', (path, shown) => {
    expect(maskedPath(path)).toBe(shown);
  });

  it.each(['/genesys/1/service/callback/Preview', '/genesys/2/service/404/1/2/3/4/5/6', '/mock/nowhere'])(
    '%s is shown as it is',
    (path) => {
      expect(maskedPath(path)).toBe(path);
    },
  );

  it('ends somewhere', () => {
    expect(maskedPath(`/${'x'.repeat(100_000)}`)).toHaveLength(201);
    expect(maskedPath(`/${'1 '.repeat(100_000)}x`).length).toBeLessThan(201);
  });
});
