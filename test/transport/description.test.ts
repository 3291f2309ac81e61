import { describe, expect, it } from 'vitest';
import { json, START, transportOver } from './support.js';

describe('the server’s clock in a description', () => {
  it('is that of the answer, whatever the host page knew of it when it was made', async () => {
    const headers = { date: new Date(START).toUTCString() };
    const { transport } = transportOver(() => json({ support: [] }, { headers }), {
      description: { serverTime: START - 86_400_000 },
    });
    expect((await transport.describe()).serverTime).toBe(START);
  });

  it('is nobody’s when the answer does not tell it', async () => {
    const { transport } = transportOver(() => json({ support: [] }), {
      description: { serverTime: START - 86_400_000 },
    });
    expect((await transport.describe()).serverTime).toBe(undefined);
  });
});
