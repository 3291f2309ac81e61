import { setupServer } from 'msw/node';
import { createHandlers } from './http/handlers.js';
import { MockEngine } from './mock-engine.js';
import { deliverByFetch } from './ports/delivery.js';
import { startNotifier } from './shell/notifications/notifier.js';
import type { MockServerOptions } from './socket/socket-server.js';

export { MockEngine } from './mock-engine.js';
export type {
  ClockAnswer,
  ClockChange,
  ForcedRecord,
  MockChange,
  MockEngineOptions,
  MockSnapshot,
  MockSummary,
  NamedSnapshot,
  ResetOptions,
  ScenarioFile,
  ScenarioSummary,
} from './mock-engine.js';
export type { CountedFault, Fault } from './faults/fault.js';
export { InProcessTransport } from './in-process.js';
export type { InProcessOptions } from './in-process.js';

export { startHttpServer } from './socket/socket-server.js';
export type { HttpServerOptions, MockHttpServer, MockServerOptions } from './socket/socket-server.js';

/** A mock that answers the `fetch` calls of this process. */
export interface MockServer {
  readonly engine: MockEngine;
  /** From now on, calls below the base path and `/mock` of any origin are answered here; all others go out. */
  start(): void;
  stop(): void;
}

/** Makes a mock that answers the `fetch` calls of this process, for tests that need no socket. */
export function createMockServer(options: MockServerOptions = {}): MockServer {
  const engine = options.engine ?? new MockEngine(options);
  const server = setupServer(...createHandlers(engine, basePathOf(options)));
  let stopNotifying: (() => void) | undefined;
  return {
    engine,
    start: () => {
      server.listen({ onUnhandledRequest: 'bypass' });
      stopNotifying ??= startNotifier(engine, deliverByFetch);
    },
    stop: () => {
      stopNotifying?.();
      stopNotifying = undefined;
      server.close();
    },
  };
}

function basePathOf({ basePath }: MockServerOptions): { readonly basePath?: string } {
  return basePath === undefined ? {} : { basePath };
}
