import { InProcessTransport, MockEngine, startMock } from '../mock-server/browser.js';
import type { MockEngineOptions } from '../mock-server/browser.js';
import { isCallbackError } from '../src/domain/errors.js';
import { GmsTransport } from '../src/transport/gms-transport.js';
import type { CallbackTransport } from '../src/transport/callback-transport.js';

/** The mock behind the page, whichever way it could start. */
export interface DemoMock {
  readonly engine: MockEngine;
  /** Makes a transport that knows the services of the mock as they are now. */
  connect(): Promise<CallbackTransport>;
  /** What a visitor should know about how it runs; empty = nothing. */
  readonly note: string;
}

/** Starts the mock behind a service worker, so that the page speaks real HTTP; where none can run, inside the page. */
export async function startDemoMock(options: MockEngineOptions, tell: (note: string) => void): Promise<DemoMock> {
  try {
    const { engine } = await startMock({
      ...options,
      onInterceptionChange: (state) =>
        tell(state === 'lost' ? 'The browser has taken the mock away from this page. Reload to have it back.' : ''),
    });
    return {
      engine,
      // A portal knows its services better than the wire tells: this one has it from the mock's configuration.
      connect: async () =>
        new GmsTransport({ baseUrl: '/genesys', description: await new InProcessTransport(engine).describe() }),
      note: '',
    };
  } catch (error) {
    if (isCallbackError(error) && error.code === 'misuse') throw error;
    return startInPage(options);
  }
}

function startInPage(options: MockEngineOptions): DemoMock {
  const engine = new MockEngine(options);
  return {
    engine,
    connect: () => Promise.resolve(new InProcessTransport(engine)),
    note: 'No service worker can run here, so the mock runs inside this page and forgets its state on reload.',
  };
}
