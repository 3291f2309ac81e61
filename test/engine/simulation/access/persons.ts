import type { EngineRecord, EngineState } from '../../../../mock-server/engine/engine.js';
import type { Chronicle } from '../chronicle.js';
import type { EngineUnderTest } from '../engine-under-test.js';
import { violation } from '../invariants.js';
import type { Violation } from '../invariants.js';
import { namesIn, optionText, switchText, takesCallbacks } from '../options.js';

/** I26: who asks sees and changes what the services and groups of that person say, all of it and nothing else. */

/** Somebody looks at a state, through the rules that every shell asks. */
export interface PersonalLook {
  readonly state: EngineState;
  readonly engine: EngineUnderTest;
  readonly chronicle: Chronicle;
  readonly user: string;
}

const REASON = 'CANCELLED_BY_ADMIN';

/** The witness's own reading of who sees a service, from the person and the groups of the service. */
export function isSeenBy({ settings }: EngineState, user: string, service: string): boolean {
  const own = settings.persons.get(user)?.services ?? [];
  if (own.length === 0 || switchText(settings, 'filter-by-person', 'true') === 'false') return true;
  return [service, ...namesIn(optionText(settings, service, '_service_groups', ''))].some((name) => own.includes(name));
}

/** Lists, finds, counts and exports in the name of a person. */
export function* checkPersonalLook(look: PersonalLook): Iterable<Violation> {
  const { state, engine, user } = look;
  const caller = engine.access.callerOf(state, user);
  const { services } = state.settings;
  const seen = [...services.keys()].filter(
    (name) => takesCallbacks(state.settings, name) && isSeenBy(state, user, name),
  );
  yield* compare(look, { doing: 'is told of services', found: caller.services, wanted: seen });
  const own = [...state.records.values()].filter(({ serviceName }) => isSeenBy(state, user, serviceName));
  const listed = own.filter(({ serviceName }) => seen.includes(serviceName));
  const listing = engine.list(state, { services: caller.services, start: 0, end: Number.MAX_SAFE_INTEGER });
  yield* compare(look, { doing: 'lists', found: idsOf([...listing.values()].flat()), wanted: idsOf(listed) });
  yield* checkQuery(look, listed);
  yield* checkReport(look, own);
  for (const id of state.records.keys())
    if (engine.access.knowsId(state, caller, id) !== own.some((record) => record.id === id))
      yield violation('I26', `${user} ${own.some((record) => record.id === id) ? 'misses' : 'knows'} ${id}`);
  yield* checkRoles(look);
}

/** What a bulk cancel of a person may touch, and how the outcome is told. */
export function* checkPersonalCancel(
  { state, user }: PersonalLook,
  { ids, after, outcomes }: PersonalCancel,
): Iterable<Violation> {
  if (outcomes.map(({ id }) => id).join() !== ids.join())
    yield violation('I18', `a bulk cancel of ${user} accounts for ${outcomes.length} of ${ids.length}`);
  for (const { id, ok } of outcomes) {
    const record = state.records.get(id);
    const isPossible = record !== undefined && record.state !== 'PROCESSING' && record.state !== 'COMPLETED';
    const isOwn = record !== undefined && isSeenBy(state, user, record.serviceName);
    if (ok !== (isPossible && isOwn))
      yield violation('I26', `${user} is told that ${id} was ${ok ? '' : 'not '}cancelled`);
    if (record !== undefined && !isOwn && after.records.get(id) !== record)
      yield violation('I26', `${user} changed ${id} of ${record.serviceName}`);
  }
}

interface PersonalCancel {
  readonly ids: readonly string[];
  readonly after: EngineState;
  readonly outcomes: readonly { readonly id: string; readonly ok: boolean }[];
}

function* checkQuery(look: PersonalLook, listed: readonly EngineRecord[]): Iterable<Violation> {
  const { state, engine, user } = look;
  const { services } = engine.access.callerOf(state, user);
  const criteria = [{ ref: { kind: 'known', field: 'state' }, value: 'SCHEDULED', negate: false }] as const;
  const found = engine.access.query(state, { services, operand: 'AND', criteria });
  const wanted = listed.filter((record) => record.state === 'SCHEDULED');
  yield* compare(look, { doing: 'finds', found: idsOf(found), wanted: idsOf(wanted) });
}

function* checkReport(look: PersonalLook, own: readonly EngineRecord[]): Iterable<Violation> {
  const { state, engine, user } = look;
  const { sees } = engine.access.callerOf(state, user);
  const [, ...lines] = engine.access.report(state, { reason: REASON, properties: ['_service_id'], sees }).split('\r\n');
  const found = lines.filter((line) => line !== '');
  const wanted = idsOf(own.filter(({ reason }) => reason === REASON));
  yield* compare(look, { doing: 'exports', found, wanted });
}

/** Roles: none keeps out, one of those that may only look does not change, administrators alone set services up. */
function* checkRoles({ state, engine, user }: PersonalLook): Iterable<Violation> {
  const { mayEnter, mayWrite, mayProvision } = engine.access.callerOf(state, user);
  const roles = state.settings.persons.get(user)?.roles ?? ['Administrator'];
  const wanted = [roles.length > 0, /Supervisor|Administrator/.test(roles.join()), roles.includes('Administrator')];
  if ([mayEnter, mayWrite, mayProvision].join() !== wanted.join())
    yield violation(
      'I26',
      `${user} with the roles ${roles.join(', ')} may ${[mayEnter, mayWrite, mayProvision].join()}`,
    );
}

function* compare(
  { user }: PersonalLook,
  {
    doing,
    found,
    wanted,
  }: { readonly doing: string; readonly found: readonly string[]; readonly wanted: readonly string[] },
): Iterable<Violation> {
  const told = [...found].sort().join();
  if (told !== [...wanted].sort().join())
    yield violation('I26', `${user} ${doing} ${told} instead of ${wanted.join()}`);
}

function idsOf(records: readonly EngineRecord[]): readonly string[] {
  return records.map(({ id }) => id);
}
