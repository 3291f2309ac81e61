import { setupServer } from 'msw/node';
import { createHandlers } from './http/handlers.js';
import { refuseStrangers } from './mock-engine.js';
import type { MockEngine } from './mock-engine.js';
import { misuse } from './shell/misuse.js';
import { deliverByFetch } from './ports/delivery.js';
import { startNotifier } from './shell/notifications/notifier.js';
import { readServerOptions, SERVER_OPTIONS } from './socket/server-options.js';
import type { MockServerOptions } from './socket/server-options.js';

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

export { startHttpServer } from './socket/socket-server.js';
export type { HttpServerOptions, MockServerOptions } from './socket/server-options.js';
export type { MockHttpServer } from './socket/socket-server.js';

/** A mock that answers the `fetch` calls of this process. */
export interface MockServer {
  readonly engine: MockEngine;
  /**
   * From now on, calls below the base path and `/mock` of any origin are answered here; all others go out.
   * @throws CallbackError `misuse` when it runs already.
   */
  start(): void;
  stop(): void;
}

/**
 * Makes a mock that answers the `fetch` calls of this process, for tests that need no socket.
 * @throws CallbackError `misuse` that names the option that is not known, or cannot be read.
 */
export function createMockServer(options: MockServerOptions = {}): MockServer {
  refuseStrangers(options, SERVER_OPTIONS);
  const { engine, ...path } = readServerOptions(options);
  const server = setupServer(...createHandlers(engine, path));
  let stopNotifying: (() => void) | undefined;
  return {
    engine,
    start: () => {
      if (stopNotifying !== undefined) throw misuse('start the mock', 'it runs already. Stop it first');
      server.listen({ onUnhandledRequest: 'bypass' });
      stopNotifying = startNotifier(engine, deliverByFetch);
    },
    stop: () => {
      stopNotifying?.();
      stopNotifying = undefined;
      server.close();
    },
  };
}
