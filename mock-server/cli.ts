import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isCallbackError } from '../src/domain/errors.js';
import { MockEngine, startHttpServer } from './node.js';
import type { HttpServerOptions, MockHttpServer } from './node.js';
import { createSimulatedClock } from './ports/clock.js';
import { describeScenarios, SCENARIO_NAMES } from './scenarios/index.js';
import { maskedPath } from './shell/masked-path.js';
import { INSTANT, readInstant } from './shell/instants.js';
import { misuse } from './shell/misuse.js';
import { isRate, RATE } from './shell/time-travel/clock-change.js';
import { readScenario } from './shell/time-travel/scenario-file.js';

/** The mock as a command: starts it, says where it is, and stops it on a signal; or plays a scenario file and says where it ends. */

const USAGE = `Usage: npm run mock -- [options]
       npm run mock -- replay FILE
  --port N         port to listen on, 0 for any free one (default 8010)
  --seed N         seed of everything that happens by chance (default 42)
  --scenario NAME  ${SCENARIO_NAMES.join(', ')} (default contact-centre)
  --now TIME       where the mock's clock starts: 2026-07-04T09:44:01Z, with +02:00, or in epoch milliseconds (default now)
  --rate N         speed of the mock's clock, 0 = stopped, 1 = real time, at most 86400 (default 1)
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
    args: joinedNegatives(process.argv.slice(2)),
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
  const port = readFlag('port', values.port, numberThat(isPort), 'a whole number from 0 to 65535');
  const seed = readFlag('seed', values.seed, numberThat(Number.isSafeInteger), 'a whole number');
  const rate = readFlag('rate', values.rate, numberThat(isRate), RATE);
  const now = readFlag('now', values.now, readTime, INSTANT);
  const scenario = readFlag('scenario', values.scenario, readScenarioName, `one of ${SCENARIO_NAMES.join(', ')}`);
  return {
    ...(port !== undefined && { port }),
    ...(seed !== undefined && { seed }),
    ...(rate !== undefined && { rate }),
    ...(now !== undefined && { now }),
    ...(scenario !== undefined && { scenario }),
  };
}

/** What each scenario shows, in lines that fit a terminal. */
function scenarioTexts(): string {
  return describeScenarios()
    .map(({ name, description }) => `  ${name}\n${description.replace(/(.{1,92})(?: |$)/g, '      $1\n')}`)
    .join('');
}

function readFlag<T>(
  name: string,
  text: string | undefined,
  read: (text: string) => T | undefined,
  wanted: string,
): T | undefined {
  if (text === undefined) return undefined;
  const value = read(text);
  if (value !== undefined) return value;
  throw new BadFlag(`Failed to start the mock server: --${name} ${text} cannot be read. Use ${wanted}.`);
}

function numberThat(fits: (value: number) => boolean): (text: string) => number | undefined {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    return fits(value) ? value : undefined;
  };
}

function readTime(text: string): number | undefined {
  return readInstant(/^\d+$/.test(text) ? Number(text) : text);
}

function readScenarioName(text: string): string | undefined {
  return SCENARIO_NAMES.find((name) => name === text);
}

function isPort(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 65_536;
}

/** A number below zero is a value, not another flag: whoever gives one is told what the flag accepts. */
function joinedNegatives(flags: readonly string[]): string[] {
  return flags.reduce<string[]>((joined, flag) => {
    const before = joined.at(-1);
    const isValue = /^-\d/.test(flag) && before?.startsWith('--') === true && !before.includes('=');
    return isValue ? [...joined.slice(0, -1), `${before}=${flag}`] : [...joined, flag];
  }, []);
}

function stopOnSignal(server: MockHttpServer): void {
  // The bundler that started this command may keep the process alive a little longer: nobody wants to wait for it.
  const stop = (): void => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function warnOfUnhandled(server: MockHttpServer): void {
  server.engine.subscribe((change) => {
    if (change.type === 'unhandled')
      process.stderr.write(`Nothing answers ${change.method} ${maskedPath(change.path)}\n`);
  });
}

/** What is wrong with the flags; undefined when it is something else. */
function flagProblem(error: unknown): string | undefined {
  if (error instanceof BadFlag) return error.message;
  const { code, message } = error as { readonly code?: unknown; readonly message: string };
  if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS')) return undefined;
  const flag = /'(--?[^\s'=]+)/.exec(message)?.[1] ?? 'a flag';
  const reason = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'is not known' : 'needs a value, or takes none';
  return `Failed to run the mock: ${flag} ${reason}. Use the flags below.`;
}

/** Starts the server, with a scenario file from where that ends. A reset then goes back to where it began. */
async function serve(file: string | undefined, options: HttpServerOptions): Promise<void> {
  const { port } = options;
  const server = await startHttpServer(
    file === undefined ? options : { ...(port !== undefined && { port }), engine: engineFrom(file, options) },
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
    const problem = flagProblem(error);
    if (problem === undefined && !isCallbackError(error)) throw error;
    process.stderr.write(problem === undefined ? `${(error as Error).message}\n` : `${problem}\n${USAGE}\n`);
    process.exitCode = problem === undefined ? 1 : 2;
  }
}

await main();
