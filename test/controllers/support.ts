import { ReactiveElement } from 'lit';
import type { CallbackRecord } from '../../src/domain/callback.js';
import { createQuery } from '../../src/domain/query.js';
import type { CallbackQuery } from '../../src/domain/query.js';
import type { CallbackList, CallbackTransport } from '../../src/transport/callback-transport.js';

/** An element for one test that does nothing but carry controllers. */
export class ThrowawayHost extends ReactiveElement {
  static #count = 0;

  /** Makes an element under a tag of its own and lets it carry what the function makes. */
  static carrying<T>(make: (host: ThrowawayHost) => T): { host: ThrowawayHost; controller: T } {
    const Host = class extends ThrowawayHost {};
    customElements.define(`throwaway-host-${(ThrowawayHost.#count += 1)}`, Host);
    const host = new Host();
    return { host, controller: make(host) };
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

/** A call that waits for the test to answer it. */
export interface PendingCall<T> {
  readonly arguments: readonly unknown[];
  readonly signal: AbortSignal | undefined;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

/** A method whose answers the test gives by hand, in any order. It does not listen to its signal: late answers do come. */
export class HandMethod<T> {
  readonly calls: PendingCall<T>[] = [];

  readonly method = (...parameters: unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      const options = parameters.findLast((value) => typeof value === 'object' && value !== null && 'signal' in value);
      const { signal } = (options ?? {}) as { signal?: AbortSignal };
      this.calls.push({ arguments: parameters, signal, resolve, reject });
    });

  /** The call of this number, the first is 0. */
  call(number: number): PendingCall<T> {
    const call = this.calls[number];
    if (call === undefined) throw new Error(`There were ${this.calls.length} calls, none with number ${number}.`);
    return call;
  }
}

/** A transport that lists by hand. */
export function handTransport(): { transport: CallbackTransport; list: HandMethod<CallbackList> } {
  const list = new HandMethod<CallbackList>();
  return { list, transport: { list: list.method } };
}

export function record(id: string, more: Partial<CallbackRecord> = {}): CallbackRecord {
  return {
    id,
    serviceName: 'support',
    state: 'QUEUED',
    desiredTime: 0,
    customerNumber: '5510',
    properties: {},
    ...more,
  };
}

export function answer(ids: readonly string[], more: Partial<CallbackList> = {}): CallbackList {
  return { records: ids.map((id) => record(id)), services: ['support'], unreadable: [], ...more };
}

/** A question that differs from others by its number. */
export function question(number: number): CallbackQuery {
  return createQuery({ range: { start: number, end: number + 1000 } });
}

/** Lets everything happen that needs no further event: promises, and updates of elements. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

export const idsOf = (records: readonly CallbackRecord[]): readonly string[] => records.map(({ id }) => id);
