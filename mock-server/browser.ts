import { CallbackError } from '../src/domain/errors.js';
import { createHandlers } from './http/handlers.js';
import { PageWorker } from './http/page-worker.js';
import { MOCK_DEFAULTS, MockEngine, refuseStrangers, START_OPTIONS } from './mock-engine.js';
import type { ClockAnswer, ClockChange, MockEngineOptions, MockSummary, ResetOptions } from './mock-engine.js';
import { realClock } from './ports/clock.js';
import { deliverByFetch } from './ports/delivery.js';
import { indexedDbStorage } from './ports/storage.js';
import type { StoragePort } from './ports/storage.js';
import { readInstant } from './shell/instants.js';
import { InterceptionWatch } from './shell/interception.js';
import { Keeper } from './shell/keeper.js';
import { maskedPath } from './shell/masked-path.js';
import { startNotifier } from './shell/notifications/notifier.js';

export { MockEngine } from './mock-engine.js';
export type {
  ClockAnswer,
  ClockChange,
  ForcedRecord,
  GivenOptions,
  GivenSections,
  Instant,
  MockChange,
  MockEngineOptions,
  MockSnapshot,
  MockSummary,
  NamedSnapshot,
  OrsWish,
  PersonWish,
  RecordsWish,
  ResetOptions,
  ScenarioFile,
  ScenarioSummary,
} from './mock-engine.js';
export type { CountedFault, Fault } from './faults/fault.js';
export { InProcessTransport } from './in-process.js';
export type { InProcessOptions } from './in-process.js';
export type { LogEntry } from './shell/log.js';

/** How a mock starts in a page. */
export interface StartMockOptions extends MockEngineOptions {
  /** Path of GMS; default `/genesys`. */
  readonly basePath?: string;
  /** Address of MSW's worker script, relative to the page; default `./mockServiceWorker.js`. */
  readonly serviceWorkerUrl?: string;
  /** Where the mock's state survives a reload; default IndexedDB, `null` = nowhere. */
  readonly storage?: StoragePort | null;
  /** Told when the page's requests no longer reach the mock, and when they do again. */
  readonly onInterceptionChange?: (state: 'lost' | 'restored') => void;
}

/** A mock at work in a page. */
export interface MockHandle {
  readonly engine: MockEngine;
  /** Starts over; the state that was kept for the next reload is forgotten. */
  reset(options?: ResetOptions): MockSummary;
  clock(change: ClockChange): ClockAnswer;
  /** Checks whether the page's requests reach the mock, and takes hold of them again when they do not. */
  checkInterception(): Promise<boolean>;
  /** Lets go. The last user of the page's mock stops it; requests then go to the network. */
  stop(): Promise<void>;
}

/** What a page has one of, shared by everyone who starts a mock, also by another copy of this module. */
interface Page {
  mock?: PageMock | undefined;
  /** Stays when the mock is stopped. */
  worker?: PageWorker;
}

interface PageMock {
  readonly options: StartMockOptions;
  readonly started: Promise<Running>;
  users: number;
}

interface Running {
  readonly engine: MockEngine;
  readonly watch: InterceptionWatch;
  stop(): Promise<void>;
}

const OWN_OPTIONS = [
  'basePath',
  'serviceWorkerUrl',
  'storage',
  'onInterceptionChange',
] as const satisfies readonly (keyof StartMockOptions)[];

const DEFAULTS = { ...MOCK_DEFAULTS, basePath: '/genesys', serviceWorkerUrl: './mockServiceWorker.js' };

const PAGE = Symbol.for('callback-elements.mock');

/**
 * Starts the mock in this page, so that its requests below the base path and `/mock` are answered here. A page has one mock: a second
 * start joins it, and lets go of it by its own `stop()`.
 * @throws CallbackError `misuse` when an option is not known or cannot be read, or the page runs a mock that was started otherwise;
 * `unavailable` when its requests cannot be answered.
 */
export async function startMock(given: StartMockOptions = {}): Promise<MockHandle> {
  refuseStrangers(given, [...START_OPTIONS, ...OWN_OPTIONS]);
  const options = comparable(given);
  const page = pageOf();
  const mock = (page.mock ??= { options, started: start(page, options), users: 0 });
  refuseOthers(mock.options, options);
  mock.users += 1;
  try {
    return handleOf(mock, await mock.started);
  } catch (error) {
    if (page.mock === mock) page.mock = undefined;
    throw error;
  }
}

function pageOf(): Page {
  const holder = globalThis as unknown as Record<symbol, Page | undefined>;
  return (holder[PAGE] ??= {});
}

async function start(page: Page, options: StartMockOptions): Promise<Running> {
  const worker = (page.worker ??= new PageWorker(options.serviceWorkerUrl ?? DEFAULTS.serviceWorkerUrl));
  refuseOtherWorker(worker, options);
  const engine = new MockEngine(Object.fromEntries(START_OPTIONS.map((name) => [name, options[name]])));
  const keeper = await restoreFrom(engine, options);
  const paths = [options.basePath ?? DEFAULTS.basePath, '/mock'];
  await worker.take(createHandlers(engine, basePathOf(options)), (pathname) =>
    paths.some((path) => `${pathname}/`.startsWith(`${path}/`)),
  );
  const watch = new InterceptionWatch({
    probe,
    repair: () => worker.remind(),
    onChange: (state) => tellInterception(options, state),
  });
  await requireInterception(watch, worker);
  watch.start();
  const unsubscribe = engine.subscribe((change) => {
    if (change.type === 'unhandled') shout(`Nothing answers ${change.method} ${maskedPath(change.path)}.`);
  });
  const leaving = new AbortController();
  const stopNotifying = startNotifier(engine, deliverByFetch);
  keeper?.start();
  window.addEventListener('pagehide', () => void keeper?.flush(), { signal: leaving.signal });
  return {
    engine,
    watch,
    async stop() {
      leaving.abort();
      watch.stop();
      stopNotifying();
      unsubscribe();
      worker.release();
      await keeper?.stop();
    },
  };
}

async function requireInterception(watch: InterceptionWatch, worker: PageWorker): Promise<void> {
  if (await watch.check()) return;
  worker.release();
  throw new CallbackError(
    'unavailable',
    'Failed to start the mock: the page is not controlled by its service worker. Reload it, or use InProcessTransport.',
  );
}

async function restoreFrom(engine: MockEngine, options: StartMockOptions): Promise<Keeper | undefined> {
  const { storage = indexedDbStorage(), seed = DEFAULTS.seed, scenario = DEFAULTS.scenario, now } = options;
  if (storage === null) return undefined;
  let isBroken = false;
  const keeper = new Keeper(engine, {
    storage,
    key: JSON.stringify([seed, scenario, now ?? null]),
    wall: options.clock ?? realClock,
    onFailure: (error) => {
      if (!isBroken) shout(`Its state will not survive a reload: ${String(error)}`);
      isBroken = true;
    },
  });
  await keeper.restore();
  return keeper;
}

/** A number that the log never reaches. */
const NO_ENTRY = 999_999_999_999_999;

/** Asks for something that only the mock answers: log entries that do not exist yet. */
async function probe(): Promise<boolean> {
  try {
    const response = await fetch(`/mock/log?since=${NO_ENTRY}`, { cache: 'no-store' });
    return response.ok && Array.isArray(await response.json());
  } catch {
    // No answer, or the page's own HTML: either way it was not the mock.
    return false;
  }
}

function handleOf(mock: PageMock, running: Running): MockHandle {
  let isHeld = true;
  return {
    engine: running.engine,
    reset: (options) => running.engine.reset(options),
    clock: (change) => running.engine.clock(change),
    checkInterception: () => running.watch.check(),
    async stop() {
      if (!isHeld) return;
      isHeld = false;
      mock.users -= 1;
      if (mock.users > 0) return;
      const page = pageOf();
      if (page.mock === mock) page.mock = undefined;
      await running.stop();
    },
  };
}

const SHARED_OPTIONS = ['seed', 'scenario', 'now', 'rate', 'basePath', 'serviceWorkerUrl'] as const;

/** The same instant is the same wish, however it was written. */
function comparable(options: StartMockOptions): StartMockOptions {
  const now = readInstant(options.now);
  return now === undefined ? options : { ...options, now };
}

/** A default that the second start names and the first one left open is the same wish. */
function refuseOthers(first: StartMockOptions, second: StartMockOptions): void {
  const defaults: StartMockOptions = DEFAULTS;
  const other = SHARED_OPTIONS.find((name) => {
    const wish = second[name];
    return wish !== undefined && wish !== (first[name] ?? defaults[name]);
  });
  if (other === undefined) return;
  throw new CallbackError(
    'misuse',
    `Failed to start the mock: this page runs one with another ${other}. Stop that one first, or start without ${other} to join it.`,
  );
}

function refuseOtherWorker(worker: PageWorker, { serviceWorkerUrl }: StartMockOptions): void {
  if (serviceWorkerUrl === undefined || serviceWorkerUrl === worker.url) return;
  throw new CallbackError(
    'misuse',
    `Failed to start the mock: this page has the service worker ${worker.url} already. Start with that one, or load the page anew.`,
  );
}

function tellInterception(options: StartMockOptions, state: 'lost' | 'restored'): void {
  if (state === 'lost') shout('Requests of this page no longer reach it; trying to take hold of them again.');
  options.onInterceptionChange?.(state);
}

function basePathOf({ basePath }: StartMockOptions): { readonly basePath?: string } {
  return basePath === undefined ? {} : { basePath };
}

function shout(message: string): void {
  // eslint-disable-next-line no-console -- a mock that fails in silence looks like a broken server
  console.error(`[callback-elements mock] ${message}`);
}
