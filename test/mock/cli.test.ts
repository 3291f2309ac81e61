import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/mock.js', import.meta.url));
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Run {
  readonly child: ChildProcess;
  /** Resolves with the first line of the standard output, or with undefined when there is none before it ends. */
  readonly firstLine: Promise<string | undefined>;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string; readonly errors: string }>;
}

function run(...flags: readonly string[]): Run {
  const child = spawn(process.execPath, [SCRIPT, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let output = '';
  let errors = '';
  child.stderr.on('data', (text) => (errors += String(text)));
  const firstLine = new Promise<string | undefined>((resolve) => {
    child.stdout.on('data', (text) => {
      output += String(text);
      if (output.includes('\n')) resolve(output.split('\n')[0]);
    });
    child.once('close', () => resolve(undefined));
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output, errors }));
  return { child, firstLine, ended };
}

describe('npm run mock', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('prints its address, answers, and stops cleanly on %s', async (signal) => {
    const { child, firstLine, ended } = run(
      '--port',
      '0',
      '--scenario',
      'empty',
      '--now',
      '2026-03-02T09:00:00Z',
      '--rate',
      '0',
    );
    const address = /^Mock server ready at (http:\/\/127\.0\.0\.1:\d+)\/genesys$/.exec((await firstLine) ?? '')?.[1];
    expect(address).toBeDefined();
    const state = (await (await fetch(`${address!}/mock/state`)).json()) as unknown;
    expect(state).toMatchObject({ now: '2026-03-02T09:00:00.000Z', rate: 0, seed: 42, scenario: 'empty' });
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 0, output: expect.stringMatching(/^[^\n]+\n$/) as string });
  });

  it.each([
    [['--port', 'x'], '--port x cannot be read'],
    [['--now', '2026-03-02'], '--now 2026-03-02 cannot be read'],
    [['--speed', '2'], '--speed'],
    [['extra'], 'extra'],
  ])('explains %j', async (flags, words) => {
    const { code, errors } = await run(...flags).ended;
    expect(code).toBe(2);
    expect(errors).toContain(words);
    expect(errors).toContain('Usage: npm run mock');
    expect(errors).not.toMatch(/\n\s+at /);
  });

  it('names the scenarios when there is none of that name', async () => {
    const { code, errors } = await run('--scenario', 'nowhere').ended;
    expect(code).toBe(1);
    expect(errors).toContain('Use one of contact-centre, seed, empty');
  });

  it('shows its options', async () => {
    expect((await run('--help').ended).output).toContain('--scenario NAME');
  });
});
