import { DEFAULT_BASE_PATH } from '../../src/wire/routes.js';
import { applicationFlagOf } from '../engine/engine.js';
import { MOCK_SECTION } from '../engine/options/mock-switches.js';
import type { MockEngine } from '../mock-engine.js';
import { MAXIMUM_BODY } from './body.js';
import { answerControl, bodyLimitOfControl, CONTROL_PATH } from './control/control.js';
import { answerGenesys } from './genesys.js';

/** Everything the mock answers, whatever carries the requests. */
export interface Answering {
  /** Whether the mock answers below this path. */
  isMeant(pathname: string): boolean;
  /** Whether what is below this path controls the mock. */
  isControl(pathname: string): boolean;
  /** Whether pages of another origin on this machine may call what is below this path. */
  isShared(pathname: string): boolean;
  /** Bytes of the largest body that is accepted there. */
  bodyLimit(method: string, pathname: string): number;
  /** Answers a request that is meant for the mock. Never throws. */
  answer(request: Request): Promise<Response>;
}

/** The GMS wire below its base path, and the control calls below `/mock`. */
export function createAnswering(engine: MockEngine, basePath = DEFAULT_BASE_PATH): Answering {
  const isControl = (pathname: string): boolean => isBelow(pathname, CONTROL_PATH);
  return {
    isControl,
    isMeant: (pathname) => isControl(pathname) || isBelow(pathname, basePath),
    isShared: (pathname) => isControl(pathname) || applicationFlagOf(engine.current, MOCK_SECTION, 'cors'),
    bodyLimit: (method, pathname) => (isControl(pathname) ? bodyLimitOfControl(method, pathname) : MAXIMUM_BODY),
    answer: (request) =>
      isControl(new URL(request.url).pathname)
        ? answerControl(engine, request)
        : answerGenesys(engine, request, basePath),
  };
}

function isBelow(pathname: string, path: string): boolean {
  return `${pathname}/`.startsWith(`${path}/`);
}
