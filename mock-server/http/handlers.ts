import { http } from 'msw';
import type { HttpHandler } from 'msw';
import { DEFAULT_BASE_PATH } from '../../src/wire/routes.js';
import type { MockEngine } from '../mock-engine.js';
import { answerControl, CONTROL_PATH } from './control.js';
import { answerGenesys } from './genesys.js';

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
  const { basePath = DEFAULT_BASE_PATH, origin = pageOrigin() } = options;
  // Not a path pattern: MSW decodes those, and fails on a stray percent sign.
  const isBelow = (path: string) => (info: { readonly request: Request }) => {
    const url = new URL(info.request.url);
    return (origin === undefined || url.origin === origin) && `${url.pathname}/`.startsWith(`${path}/`);
  };
  return [
    http.all(isBelow(basePath), ({ request }) => answerGenesys(engine, request, basePath)),
    http.all(isBelow(CONTROL_PATH), ({ request }) => answerControl(engine, request)),
  ];
}

function pageOrigin(): string | undefined {
  return typeof location === 'undefined' ? undefined : location.origin;
}
