import { http } from 'msw';
import type { HttpHandler } from 'msw';
import type { MockEngine } from '../mock-engine.js';
import { createAnswering } from './answer.js';

/** Where the handlers listen. */
export interface HandlerOptions {
  /** Path of GMS; default `/genesys`. */
  readonly basePath?: string;
  /** Origin of the requests; default that of the page, and every origin where there is no page. */
  readonly origin?: string;
}

/**
 * The mock as MSW handlers: the GMS wire below its base path, the control calls below `/mock`. They answer everything below both paths,
 * so that nothing meant for the mock ever reaches a real server.
 */
export function createHandlers(engine: MockEngine, options: HandlerOptions = {}): HttpHandler[] {
  const { basePath, origin = pageOrigin() } = options;
  const answering = createAnswering(engine, basePath);
  // Not a path pattern: MSW decodes those, and fails on a stray percent sign.
  const isMeant = (info: { readonly request: Request }): boolean => {
    const url = new URL(info.request.url);
    return (origin === undefined || url.origin === origin) && answering.isMeant(url.pathname);
  };
  return [http.all(isMeant, ({ request }) => answering.answer(request))];
}

function pageOrigin(): string | undefined {
  return typeof location === 'undefined' ? undefined : location.origin;
}
