import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isCallbackError } from '../src/domain/errors.js';
import { MockEngine, startHttpServer } from './node.js';
import type { HttpServerOptions, MockHttpServer } from './node.js';
import { createSimulatedClock } from './ports/clock.js';
import { describeScenarios, SCENARIO_NAMES } from './scenarios/index.js';
import { misuse } from './shell/misuse.js';
import { readScenario } from './shell/time-travel/scenario-file.js';

/** The mock as a command: starts it, says where it is, and stops it on a signal; or plays a scenario file and says where it ends. */

const USAGE = `Usage: npm run mock -- [options]
       npm run mock -- replay FILE
  --port N         port to listen on, 0 for any free one (default 8010)
  --seed N         seed of everything that happens by chance (default 42)
  --scenario NAME  ${SCENARIO_NAMES.join(', ')} (default contact-centre)
  --now TIME       where the mock's clock starts, for example 2026-07-04T09:44:01Z (default now)
  --rate N         speed of the mock's clock, 0 = stopped, 1 = real time (default 1)
  --file FILE      go on from the end of a scenario file, in the place of seed, scenario and now
  --help           show this text
  replay FILE      play a scenario file, print where it ends, and fail when that is not where it was saved`;

class BadFlag extends Error {}

interface Wish {
  readonly task: 'help' | 'replay' | 'serve';
  /** Path of a scenario file. */
  readonly file?: string;
  readonly options: HttpServerOptions;
}

function readFlags(): Wish {
  const text = { type: 'string' } as const;
  const flags = { port: text, seed: text, scenario: text, now: text, rate: text, file: text } as const;
  const { values, positionals } = parseArgs({
    options: { ...flags, help: { type: 'boolean' } },
    strict: true,
    allowPositionals: true,
  });
  if (values.help === true) return { task: 'help', options: {} };
  const [task, file, ...others] = positionals;
  if (task === undefined) return { task: 'serve', ...fileOf(values), options: readOptions(values) };
  if (task !== 'replay') throw new BadFlag(`Failed to run the mock: ${task} is not known.`);
  const stranger = others[0] ?? Object.keys(values)[0];
  if (file === undefined) throw new BadFlag('Failed to replay a scenario: its file is missing.');
  if (stranger !== undefined) throw new BadFlag(`Failed to replay a scenario: ${stranger} does not go with it.`);
  return { task, file, options: {} };
}

type Values = Readonly<Partial<Record<'port' | 'seed' | 'scenario' | 'now' | 'rate' | 'file', string>>>;

/** A file brings its own beginning. */
function fileOf(values: Values): Pick<Wish, 'file'> {
  if (values.file === undefined) return {};
  const other = (['seed', 'scenario', 'now'] as const).find((name) => values[name] !== undefined);
  if (other === undefined) return { file: values.file };
  throw new BadFlag(`Failed to start the mock server: --${other} and --file exclude each other.`);
}

function readOptions(values: Values): HttpServerOptions {
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

/** What each scenario shows, in lines that fit a terminal. */
function scenarioTexts(): string {
  return describeScenarios()
    .map(({ name, description }) => `  ${name}\n${description.replace(/(.{1,92})(?: |$)/g, '      $1\n')}`)
    .join('');
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

/** Starts the server, with a scenario file from where that ends. A reset then goes back to where it began. */
async function serve(file: string | undefined, options: HttpServerOptions): Promise<void> {
  const server = await startHttpServer(
    file === undefined ? options : { ...options, engine: engineFrom(file, options) },
  );
  stopOnSignal(server);
  warnOfUnhandled(server);
  process.stdout.write(`Mock server ready at ${server.url}/genesys\n`);
}

function engineFrom(path: string, { rate }: HttpServerOptions): MockEngine {
  const file = readJsonFile(path);
  const { origin } = readScenario(file);
  const { scenario, seed, now } =
    origin.type === 'scenario' ? origin : { scenario: origin.moment.scenario, ...origin.moment.state };
  const engine = new MockEngine({ scenario, seed, now, ...(rate !== undefined && { rate }) });
  engine.openScenario(file);
  if (rate !== undefined) engine.clock({ rate });
  return engine;
}

function replay(path: string): void {
  const engine = new MockEngine({ scenario: 'empty', clock: createSimulatedClock(0) });
  const { now, counts, hash } = engine.openScenario(readJsonFile(path));
  const callbacks = Object.entries(counts).map(([state, count]) => `${state} ${count}`);
  process.stdout.write(`now        ${now}\ncallbacks  ${callbacks.join(', ')}\nhash       ${hash}\n`);
}

function readJsonFile(path: string): unknown {
  // npm runs its scripts in the package's folder, and tells in which one it was called.
  const place = resolve(process.env.INIT_CWD ?? '.', path);
  try {
    return JSON.parse(readFileSync(place, 'utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw misuse('open the scenario', `${path} is not JSON. Save the scenario anew`);
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw misuse('open the scenario', `${path} cannot be read (${code}). Check the path`);
  }
}

async function main(): Promise<void> {
  try {
    const { task, file, options } = readFlags();
    if (task === 'help') process.stdout.write(`${USAGE}\n\nScenarios:\n${scenarioTexts()}`);
    else if (task === 'replay' && file !== undefined) replay(file);
    else await serve(file, options);
  } catch (error) {
    if (!isBadFlag(error) && !isCallbackError(error)) throw error;
    process.stderr.write(`${error.message}\n${isBadFlag(error) ? `${USAGE}\n` : ''}`);
    process.exitCode = isBadFlag(error) ? 2 : 1;
  }
}

await main();
