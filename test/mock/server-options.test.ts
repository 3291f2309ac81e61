import { describe, expect, it } from 'vitest';
import { createMockServer, MockEngine, startHttpServer } from '../../mock-server/node.js';

const WRONG: readonly (readonly [options: object, words: string])[] = [
  [{ scenaro: 'seed' }, 'scenaro is not known'],
  [{ basePath: 'genesys' }, 'basePath cannot be read'],
  [{ basePath: '/mock' }, 'basePath cannot be read'],
  [{ engine: {} }, 'engine is no MockEngine'],
  [{ engine: new MockEngine({ scenario: 'empty' }), seed: 7 }, 'engine and seed exclude each other'],
];

describe('a mock on a socket', () => {
  it.each<readonly [object, string]>([
    ...WRONG,
    [{ port: -1 }, 'port cannot be read. Send a whole number from 0 to 65535'],
    [{ port: 70_000 }, 'port cannot be read'],
    [{ host: '' }, 'host cannot be read'],
    [{ requestTimeout: -1 }, 'requestTimeout cannot be read'],
  ])('refuses %j with words', async (options, words) => {
    await expect(startHttpServer(options as never)).rejects.toMatchObject({
      code: 'misuse',
      message: expect.stringContaining(words) as string,
    });
  });
});

describe('a mock in the process', () => {
  it.each(WRONG)('refuses %j with words', (options, words) => {
    expect(() => createMockServer(options as never)).toThrow(words);
  });

  it('does not start twice, and starts again after it was stopped', () => {
    const mock = createMockServer({ scenario: 'empty', now: '2026-03-02T10:00:00+01:00' });
    mock.start();
    expect(() => mock.start()).toThrow('it runs already. Stop it first');
    mock.stop();
    mock.start();
    mock.stop();
  });
});
