import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';

/** Keeps one value across reloads. What it gives back was written by an earlier version perhaps: the caller judges it. */
export interface StoragePort {
  /** The value kept; undefined when there is none. */
  load(): Promise<unknown>;
  /** Keeps a value in the place of the one before. It must be plain data. */
  save(value: unknown): Promise<void>;
  clear(): Promise<void>;
}

/** A storage that forgets everything with the page. It keeps a copy, as real ones do. */
export function memoryStorage(): StoragePort {
  let kept: unknown;
  return {
    load: () => Promise.resolve(structuredClone(kept)),
    save: (value) => {
      kept = structuredClone(value);
      return Promise.resolve();
    },
    clear: () => {
      kept = undefined;
      return Promise.resolve();
    },
  };
}

const STORE = 'snapshots';
const VERSION = 1;

/** Names a place in the browser's database. */
export interface IndexedDbPlace {
  /** Name of the database; pages of one origin that use the same one share the value. */
  readonly database?: string;
  readonly key?: string;
}

/**
 * A storage in the browser's database, opened with the first use. Every method rejects with the browser's own error when the database
 * cannot be used, for example in some private windows or when the disk is full.
 */
export function indexedDbStorage({
  database = 'callback-elements-mock',
  key = 'engine',
}: IndexedDbPlace = {}): StoragePort {
  let opening: Promise<IDBPDatabase> | undefined;
  const open = (): Promise<IDBPDatabase> => {
    opening ??= connect(database, () => {
      opening = undefined;
    });
    return opening;
  };
  return {
    load: async () => (await open()).get(STORE, key) as Promise<unknown>,
    save: async (value) => {
      const transaction = (await open()).transaction(STORE, 'readwrite', { durability: 'relaxed' });
      const written = transaction.store.put(value, key);
      // At once, and not when the page comes to rest: a page that is left never does.
      transaction.commit();
      await Promise.all([written, transaction.done]);
    },
    clear: async () => {
      await (await open()).delete(STORE, key);
    },
  };
}

/** Opens the database. After it was closed by another tab or the browser, the next use opens it again. */
async function connect(name: string, onClosed: () => void): Promise<IDBPDatabase> {
  try {
    return await openDB(name, VERSION, {
      upgrade: (database) => {
        database.createObjectStore(STORE);
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        onClosed();
      },
      terminated: onClosed,
    });
  } catch (cause) {
    onClosed();
    throw cause;
  }
}
