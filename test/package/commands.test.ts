import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort, runCommand, runScript } from '../support/command.js';
import type { RunningCommand } from '../support/command.js';
import { root } from './package.js';

let running: RunningCommand | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Whether nobody answers at an address any more. */
async function isGone(address: string): Promise<boolean> {
  return fetch(address).then(
    () => false,
    () => true,
  );
}

describe.each(['start', 'mock'] as const)('npm run %s', (script) => {
  it.each(signals)('uses the port it is given, and leaves no server behind on %s', async (signal) => {
    const port = await freePort();
    running = await runScript(script, '--port', String(port));
    const { address } = running;
    expect(address).toBe(`http://127.0.0.1:${String(port)}`);
    await running.stop(signal);
    await expect.poll(() => isGone(address), { timeout: 5_000 }).toBe(true);
  });
});

describe('npm run mock', () => {
  it.each(signals)('ends without an error on %s', async (signal) => {
    running = await runCommand(process.execPath, 'scripts/mock.js', '--port', String(await freePort()));
    expect(await running.stop(signal)).toBe(0);
  });

  it('answers the commands that the README shows', async () => {
    const port = await freePort();
    running = await runScript('mock', '--port', String(port));
    const [commands = ''] =
      /^```sh\n(curl[\s\S]*?)^```/m.exec(readFileSync(`${root}/README.md`, 'utf8'))?.slice(1) ?? [];
    const lines = commands.trim().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      const command = line.replace(/^curl/, 'curl --silent --show-error --fail').replace(':8010/', `:${String(port)}/`);
      expect(JSON.parse(execFileSync('bash', ['-c', command], { encoding: 'utf8' }))).toBeTypeOf('object');
    }
  });
});
