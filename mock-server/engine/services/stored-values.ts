import type { Options } from '../../../src/domain/service.js';
import { noSuchId, notFound } from './basic-services.js';
import type { Draft } from '../draft.js';
import { done, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { EngineState } from '../state/state.js';

/** Keeps values under the id of a callback or an interaction, as long as that one lives; others under the same id stay. */
export interface StoreCommand {
  readonly type: 'store';
  readonly id: string;
  readonly values: Options;
}

/** Forgets one of the values stored under an id. */
export interface ForgetCommand {
  readonly type: 'forget';
  readonly id: string;
  readonly key: string;
}

type Nothing = Readonly<Record<string, never>>;
type Owners = Pick<EngineState, 'interactions' | 'storage'> & {
  readonly records: Pick<EngineState['records'], 'has'>;
};

/** Stores values, to be forgotten with whoever has the id. */
export function store(draft: Draft, { id, values }: StoreCommand): Outcome<Nothing> {
  const before = storedValues(draft, id);
  if (before === undefined) return refused(noSuchId(id));
  draft.store(id, { ...before, ...values });
  draft.emit({ type: 'stored', id });
  return done({});
}

/** Forgets a value; refused when there is none. */
export function forget(draft: Draft, { id, key }: ForgetCommand): Outcome<Nothing> {
  const values = storedValues(draft, id);
  if (values === undefined || !Object.hasOwn(values, key)) return refused(notFound(`stored value ${key}`));
  const others = Object.entries(values).filter(([name]) => name !== key);
  draft.store(id, Object.fromEntries(others));
  draft.emit({ type: 'stored', id });
  return done({});
}

/** What is stored under an id, at first what came with an interaction; undefined when nobody has that id. */
export function storedValues(state: Owners, id: string): Options | undefined {
  const interaction = state.interactions.get(id);
  if (interaction === undefined && !state.records.has(id)) return undefined;
  return state.storage.get(id) ?? interaction?.properties ?? {};
}
