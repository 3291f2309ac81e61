import { setupWorker } from 'msw/browser';
import type { SetupWorker } from 'msw/browser';
import { http, passthrough } from 'msw';
import type { HttpHandler } from 'msw';
import { CallbackError } from '../../src/domain/errors.js';

/** Which requests of a page must never slip past the mock: decides by the path. */
export type IsMeantForMock = (pathname: string) => boolean;

/** Longest time in milliseconds until a worker answers; registering one takes a fraction of it. */
const PATIENCE = 15_000;

/**
 * The page's service worker. A page has one for as long as it lives: stopping and starting it anew races with the worker's own
 * unregistration, so a mock that is stopped only takes its handlers away, and requests pass through to the network.
 */
export class PageWorker {
  readonly url: string;
  readonly #setup: SetupWorker = setupWorker();
  #isMeantForMock: IsMeantForMock = () => false;
  #started: Promise<unknown> | undefined;

  /** @param url address of MSW's worker script, relative to the page */
  constructor(url: string) {
    this.url = url;
  }

  /**
   * Answers the page's requests by the handlers.
   * @throws CallbackError `unavailable` when the worker cannot be registered or does not answer.
   */
  async take(handlers: readonly HttpHandler[], isMeantForMock: IsMeantForMock): Promise<void> {
    this.#setup.resetHandlers(...handlers);
    this.#isMeantForMock = isMeantForMock;
    try {
      await withPatience((this.#started ??= this.#start()));
    } catch (cause) {
      this.#started = undefined;
      throw new CallbackError(
        'unavailable',
        `Failed to start the mock: the service worker ${this.url} cannot be used. Serve MSW's mockServiceWorker.js there, or use InProcessTransport.`,
        { cause },
      );
    }
  }

  /** Lets the page's requests pass through to the network. */
  release(): void {
    // An empty list would bring the last handlers back.
    this.#setup.resetHandlers(http.all('*', () => passthrough()));
    this.#isMeantForMock = () => false;
  }

  /**
   * Tells the worker again that it answers for this page. A worker that was put to sleep wakes without knowing; its script has no
   * other way to be told, and starting over would unregister it. (Where there are no workers, MSW replaces the page's `fetch`, and
   * nothing can be lost.)
   */
  async remind(): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    const registration = await navigator.serviceWorker.getRegistration();
    const worker = navigator.serviceWorker.controller ?? registration?.active;
    if (!worker) return;
    const answered = new Promise<void>((resolve) => {
      const listen = ({ data }: MessageEvent<{ readonly type?: unknown } | undefined>): void => {
        if (data?.type !== 'MOCKING_ENABLED') return;
        navigator.serviceWorker.removeEventListener('message', listen);
        resolve();
      };
      navigator.serviceWorker.addEventListener('message', listen);
    });
    worker.postMessage('MOCK_ACTIVATE');
    await withPatience(answered);
  }

  #start(): Promise<unknown> {
    return this.#setup.start({
      quiet: true,
      serviceWorker: { url: this.url },
      // What is meant for the mock and slips past it, for example to another origin, must not look like an answer of a server.
      onUnhandledRequest: (request, print) => {
        if (this.#isMeantForMock(new URL(request.url).pathname)) print.error();
      },
    });
  }
}

/** A worker that does not answer would leave the page waiting for ever. */
async function withPatience<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The service worker does not answer.')), PATIENCE);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
