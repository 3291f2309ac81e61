import type { Routes } from '../../src/wire/routes.js';
import type { MockEngine } from '../mock-engine.js';
import type { Caller } from '../shell/access/rules.js';

/** A request on its way through an endpoint. */
export interface Exchange {
  readonly engine: MockEngine;
  /** Who asks. Nothing outside of what the caller sees may be told, counted or changed. */
  readonly caller: Caller;
  readonly routes: Routes;
  readonly request: Request;
  readonly parameters: URLSearchParams;
  /** Service of the address; empty where it names none. */
  readonly service: string;
  /** Callback of the address; empty where it names none. */
  readonly id: string;
  /** Key of a stored value; empty where the address names none. */
  readonly key: string;
}
