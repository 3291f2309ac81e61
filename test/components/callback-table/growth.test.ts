import { expect, waitUntil } from '@open-wc/testing';
import type { CallbackTableElement } from '../../../src/components/callback-table/callback-table.js';
import type { CallbackRecord } from '../../../src/domain/callback.js';
import { makeRecords } from '../../support/records.js';
import { all, openTable } from './open-table.js';

const FEW = 10_000;
const MANY = 100_000;

/** So many rounds in which nothing happens mean that nothing more will. */
const QUIET_ROUNDS = 3;

interface Effort {
  /** Records of which something was read. */
  readonly read: number;
  /** Nodes that came, went or changed. */
  readonly changed: number;
}

/** A table that tells how many records and nodes it touches: that is the same on every machine, however busy. */
class WatchedTable {
  readonly table: CallbackTableElement;
  readonly records: readonly CallbackRecord[];
  readonly #read: Set<CallbackRecord>;
  readonly #changed = new Set<Node>();
  /** How often anything was read: what is read a second time is work too. */
  readonly #times: () => number;

  private constructor(table: CallbackTableElement, read: Set<CallbackRecord>, times: () => number) {
    this.table = table;
    this.#times = times;
    this.records = table.records;
    this.#read = read;
    const observer = new MutationObserver((changes) => {
      for (const { target, addedNodes, removedNodes } of changes) {
        for (const node of [target, ...addedNodes, ...removedNodes]) this.#changed.add(node);
      }
    });
    observer.observe(table.renderRoot, { subtree: true, childList: true, attributes: true, characterData: true });
  }

  static async open(count: number, properties: Partial<CallbackTableElement> = {}): Promise<WatchedTable> {
    const read = new Set<CallbackRecord>();
    let times = 0;
    const records = makeRecords(count).map(
      (record) =>
        new Proxy(record, {
          get(target, key): unknown {
            read.add(target);
            times += 1;
            return Reflect.get(target, key);
          },
        }),
    );
    return new WatchedTable(await openTable({ records, ...properties }), read, () => times);
  }

  /** What an action takes, with all that follows from it. */
  async effort(act: () => unknown): Promise<Effort> {
    await this.#settled();
    this.#read.clear();
    this.#changed.clear();
    await act();
    await this.#settled();
    return { read: this.#read.size, changed: this.#changed.size };
  }

  async #settled(): Promise<void> {
    let quiet = 0;
    while (quiet < QUIET_ROUNDS) {
      const before = this.#times() + this.#changed.size;
      await new Promise(requestAnimationFrame);
      await new Promise((resolve) => requestIdleCallback(resolve));
      quiet = this.#times() + this.#changed.size === before ? quiet + 1 : 0;
    }
  }
}

/** What is done, the first and the second time. The first time may build what all further times use. */
type Action = (watched: WatchedTable, time: 0 | 1) => unknown;

const actions: Readonly<Record<string, { readonly act: Action; readonly properties?: Partial<CallbackTableElement> }>> =
  {
    'selecting one row': {
      act: ({ table }, time) => all<HTMLInputElement>(table, 'tr.row input')[3 + time]?.click(),
    },
    'opening one row': {
      act: ({ table, records }, time) => {
        const queued = records.slice(0, 100).filter(({ state }) => state === 'QUEUED');
        table.expandedIds = new Set([queued[time]!.id]);
      },
    },
    'changing 100 rows': {
      act: ({ table, records }, time) => {
        const upserts = Array.from({ length: 100 }, (_, at) => ({ ...records[at * 97 + time]!, state: 'ROUTING' }));
        table.applyChanges({ upserts });
      },
    },
    'turning the page': {
      act: ({ table }, time) => {
        table.page = 7 + time;
      },
    },
    'scrolling one continuous list': {
      act: ({ table }, time) => {
        window.scrollTo(0, 100_000 * (1 + time));
        return waitUntil(() => all(table, '.row').some(isInSight), 'rows are in sight');
      },
      properties: { pageSize: 0 },
    },
  };

function isInSight(row: HTMLElement): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

async function effortOf(name: string, count: number): Promise<Effort> {
  const { act, properties } = actions[name]!;
  const watched = await WatchedTable.open(count, properties);
  await watched.effort(() => act(watched, 0));
  const effort = await watched.effort(() => act(watched, 1));
  watched.table.remove();
  return effort;
}

describe('callback-table: growth', () => {
  afterEach(() => {
    window.scrollTo(0, 0);
  });

  for (const name of Object.keys(actions)) {
    it(`${name} takes no more with ten times the records`, async () => {
      const few = await effortOf(name, FEW);
      const many = await effortOf(name, MANY);
      expect(many.changed, 'nodes').to.be.within(1, few.changed * 1.2);
      expect(many.read, 'records').to.be.at.most(few.read * 1.2 + 10);
    });
  }

  it('is counted in records: a column that is sorted for the first time is read as a whole', async () => {
    const watched = await WatchedTable.open(FEW);
    const { read } = await watched.effort(() => {
      watched.table.sort = [{ field: '_LOB', direction: 'ascending' }];
    });
    expect(read).to.equal(FEW);
  });
});
