/** Compiles only while a portal with a list of its own needs no more than `list`. Nothing here runs. */
import type { CallbackTransport } from '../../src/transport/callback-transport.js';

export const smallest: CallbackTransport = {
  list: () => Promise.resolve({ records: [], services: [], unreadable: [] }),
};

// @ts-expect-error -- a transport that cannot list is none.
export const empty: CallbackTransport = {};

export const wrong: CallbackTransport = {
  list: () => Promise.resolve({ records: [], services: [], unreadable: [] }),
  // @ts-expect-error -- times are epoch milliseconds, not text.
  reschedule: (_id, _change: { desiredTime: string }) => Promise.resolve(),
};

export const finding: CallbackTransport = {
  list: () => Promise.resolve({ records: [], services: [], unreadable: [] }),
  // @ts-expect-error -- what is found are callbacks, not their ids.
  find: () => Promise.resolve(['7']),
};
