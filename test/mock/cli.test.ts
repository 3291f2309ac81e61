import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { MockEngine } from '../../mock-server/mock-engine.js';
import type { ScenarioFile } from '../../mock-server/mock-engine.js';

const SCRIPT = fileURLToPath(new URL('../../scripts/mock.js', import.meta.url));
const NOW = Date.UTC(2026, 2, 2, 9);
const children: ChildProcess[] = [];
const folder = mkdtempSync(join(tmpdir(), 'scenarios-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Run {
  readonly child: ChildProcess;
  /** Resolves with the first line of the standard output, or with undefined when there is none before it ends. */
  readonly firstLine: Promise<string | undefined>;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string; readonly errors: string }>;
}

/** A scenario file of a short life; the change is made to it before it is written. */
function scenarioFile(change: Partial<ScenarioFile> = {}): string {
  const engine = new MockEngine({ scenario: 'empty', seed: 9, now: NOW, rate: 0 });
  engine.setService('S', { _service: 'callback' });
  engine.generateRecords({ count: 3, states: ['SCHEDULED'] });
  engine.clock({ advance: 60 });
  const path = join(folder, `${randomUUID()}.json`);
  writeFileSync(path, JSON.stringify({ ...engine.saveScenario(), ...change }));
  return path;
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
    await fetch(`${address!}/genesys/9/nobody/%2B14155550101`);
    child.kill(signal);
    const { code, output, errors } = await ended;
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^[^\n]+\n$/) as string });
    expect(errors).toContain('Nothing answers GET /genesys/9/nobody/…\n');
  });

  it.each([
    [['--port', 'x'], '--port x cannot be read. Use a whole number from 0 to 65535'],
    [['--port', '70000'], 'Use a whole number from 0 to 65535'],
    [
      ['--now', '2026-03-02'],
      '--now 2026-03-02 cannot be read. Use a time with its zone such as "2026-07-04T09:44:01Z"',
    ],
    [['--rate', '-1'], '--rate -1 cannot be read. Use a number: 0 stops the clock'],
    [['--rate', '90000'], '86400 is the most'],
    [['--seed', '1.5'], 'Use a whole number'],
    [['--scenario', 'nowhere'], 'Use one of contact-centre, seed, empty'],
    [['--speed', '2'], 'Failed to run the mock: --speed is not known'],
    [['--port'], 'Failed to run the mock: --port needs a value'],
    [['extra'], 'extra'],
    [['replay'], 'its file is missing'],
    [['replay', 'a.json', 'b.json'], 'b.json does not go with it'],
    [['replay', 'a.json', '--rate', '2'], 'rate does not go with it'],
    [['--file', 'a.json', '--seed', '2'], '--seed and --file exclude each other'],
  ])('explains %j', async (flags, words) => {
    const { code, errors } = await run(...flags).ended;
    expect(code).toBe(2);
    expect(errors).toContain(words);
    expect(errors).toContain('Usage: npm run mock');
    expect(errors).not.toMatch(/\n\s+at /);
  });

  it('shows its options', async () => {
    const { output } = await run('--help').ended;
    expect(output).toContain('--scenario NAME');
    expect(output).toContain('  outage\n      ORS has been out of reach for 30 minutes');
  });

  it('goes on from the end of a scenario file, and resets to its beginning', async () => {
    const { child, firstLine, ended } = run('--port', '0', '--file', scenarioFile());
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec((await firstLine) ?? '')?.[0];
    const ask = async (path: string, method = 'GET'): Promise<unknown> =>
      (await fetch(`${address!}${path}`, { method })).json();
    expect(await ask('/mock/state')).toMatchObject({
      now: '2026-03-02T09:01:00.000Z',
      rate: 0,
      seed: 9,
      counts: { SCHEDULED: 3 },
    });
    expect(await ask('/mock/reset', 'POST')).toMatchObject({ now: '2026-03-02T09:00:00.000Z', seed: 9 });
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });
});

describe('npm run mock -- replay', () => {
  it('prints where the scenario ends', async () => {
    const { code, output } = await run('replay', scenarioFile()).ended;
    expect(code).toBe(0);
    expect(output).toMatch(/^now {8}2026-03-02T09:01:00\.000Z\ncallbacks {2}SCHEDULED 3, .+\nhash {7}[0-9a-f]{16}\n$/);
  });

  it.each([
    ['ends elsewhere', () => scenarioFile({ hash: '0'.repeat(16) }), 'its commands lead to'],
    ['is damaged', () => scenarioFile({ commands: [{}] as never }), 'commands[0]'],
    ['is not there', () => join(folder, 'nowhere.json'), 'cannot be read (ENOENT)'],
    ['is not JSON', () => fileURLToPath(import.meta.url), 'is not JSON'],
  ])('fails when the file %s', async (_, path, words) => {
    const { code, output, errors } = await run('replay', path()).ended;
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toContain(words);
    expect(errors).not.toMatch(/Usage|\n\s+at /);
  });
});
