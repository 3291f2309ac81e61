import { parseArgs } from 'node:util';
import { isCallbackError } from '../src/domain/errors.js';
import { startHttpServer } from './node.js';
import type { HttpServerOptions, MockHttpServer } from './node.js';
import { SCENARIO_NAMES } from './scenarios/index.js';

/** The mock as a command: starts it, says where it is, and stops it on a signal. */

const USAGE = `Usage: npm run mock -- [options]
  --port N         port to listen on, 0 for any free one (default 8010)
  --seed N         seed of everything that happens by chance (default 42)
  --scenario NAME  ${SCENARIO_NAMES.join(', ')} (default contact-centre)
  --now TIME       where the mock's clock starts, for example 2026-07-04T09:44:01Z (default now)
  --rate N         speed of the mock's clock, 0 = stopped, 1 = real time (default 1)
  --help           show this text`;

class BadFlag extends Error {}

function readFlags(): HttpServerOptions | 'help' {
  const text = { type: 'string' } as const;
  const options = { port: text, seed: text, scenario: text, now: text, rate: text, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options, strict: true });
  if (values.help === true) return 'help';
  const port = readNumberFlag(
    'port',
    values.port,
    (number) => Number.isInteger(number) && number >= 0 && number < 65_536,
  );
  const seed = readNumberFlag('seed', values.seed, Number.isSafeInteger);
  const rate = readNumberFlag('rate', values.rate, (number) => number >= 0);
  const now = readTimeFlag('now', values.now);
  return {
    ...(port !== undefined && { port }),
    ...(seed !== undefined && { seed }),
    ...(rate !== undefined && { rate }),
    ...(now !== undefined && { now }),
    ...(values.scenario !== undefined && { scenario: values.scenario }),
  };
}

function readNumberFlag(name: string, text: string | undefined, fits: (value: number) => boolean): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (fits(value)) return value;
  throw badFlag(name, text);
}

function readTimeFlag(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  // Without its zone a time would mean another instant on every machine.
  const value = /T.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  throw badFlag(name, text);
}

function badFlag(name: string, text: string): BadFlag {
  return new BadFlag(`Failed to start the mock server: --${name} ${text} cannot be read.`);
}

function stopOnSignal(server: MockHttpServer): void {
  // The bundler that started this command may keep the process alive a little longer: nobody wants to wait for it.
  const stop = (): void => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function warnOfUnhandled(server: MockHttpServer): void {
  server.engine.subscribe((change) => {
    if (change.type === 'unhandled') process.stderr.write(`Nothing answers ${change.method} ${change.path}\n`);
  });
}

function isBadFlag(error: unknown): error is Error {
  const { code } = error as { readonly code?: unknown };
  return error instanceof BadFlag || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'));
}

async function main(): Promise<void> {
  try {
    const options = readFlags();
    if (options === 'help') {
      process.stdout.write(`${USAGE}\n`);
      return;
    }
    const server = await startHttpServer(options);
    stopOnSignal(server);
    warnOfUnhandled(server);
    process.stdout.write(`Mock server ready at ${server.url}/genesys\n`);
  } catch (error) {
    if (!isBadFlag(error) && !isCallbackError(error)) throw error;
    process.stderr.write(`${error.message}\n${isBadFlag(error) ? `${USAGE}\n` : ''}`);
    process.exitCode = isBadFlag(error) ? 2 : 1;
  }
}

await main();
