import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('the schema library', () => {
  it('keeps the settings of the page', async () => {
    const { config } = await import('zod/mini');
    config({ jitless: false });
    await import('../../src/wire/schemas.js');
    expect(config().jitless).toBe(false);
  });

  it('compiles nothing, also where the page has not forbidden it', async () => {
    const compile = vi.fn();
    vi.stubGlobal('Function', compile);
    const { readRecord } = await import('../../src/wire/records.js');
    const { readDialog } = await import('../../src/wire/replies.js');
    const { readCancelRequest } = await import('../../src/wire/requests.js');
    expect(readRecord({ _id: '1' }).ok).toBe(false);
    expect(readDialog({ _id: '1' }).ok).toBe(true);
    expect(readCancelRequest({ reason: 'x', ids: ['1'] }).ok).toBe(true);
    expect(compile).not.toHaveBeenCalled();
  });
});
