import type { EngineRecord, EngineState, FieldCriterion } from '../../../mock-server/engine/engine.js';
import { checkCounts } from './access/counts.js';
import { checkPersonalLook } from './access/persons.js';
import type { Chance } from './chance.js';
import type { Chronicle } from './chronicle.js';
import type { EngineUnderTest } from './engine-under-test.js';
import { violation } from './invariants.js';
import type { Violation } from './invariants.js';
import { takesCallbacks } from './options.js';
import { checkRedirects } from './services/redirects.js';
import { PERSONS } from './world.js';

/** A look at the lists of a state from every side that must agree with the others. */
export interface Look {
  readonly state: EngineState;
  readonly engine: EngineUnderTest;
  readonly chronicle: Chronicle;
  readonly chance: Chance;
}

export function* checkReading(look: Look): Iterable<Violation> {
  const { state, engine, chronicle, chance } = look;
  yield* checkRedirects(state, engine, chance);
  yield* chronicle.reservations.checkAll(state, engine);
  if (state.records.size === 0) return;
  for (const user of PERSONS) {
    yield* checkPersonalLook({ state, engine, chronicle, user });
    yield* checkCounts({ state, engine, chronicle, user });
  }
  yield* checkPaging(look);
  yield* checkFilters(look);
  yield* checkScope(look);
}

/** I23: pieces of a span make the span, and a maximum takes the first ones. */
function* checkPaging({ state, engine, chance }: Look): Iterable<Violation> {
  const times = [...state.records.values()].map(({ desiredTime }) => desiredTime);
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const cuts = Array.from({ length: chance.between(0, 4) }, () => chance.between(0, 100));
  const marks = [...new Set(cuts.map((cut) => start + Math.floor(((end - start) * cut) / 100)))].sort((a, b) => a - b);
  const whole = engine.list(state, { start, end });
  const max = chance.between(0, 5);
  const first = engine.list(state, { start, end, max });
  for (const [service, records] of whole) {
    const wanted = [...state.records.values()].filter(({ serviceName }) => serviceName === service);
    if (records.length !== wanted.length)
      yield violation('I23', `${service} lists ${records.length} of ${wanted.length}`);
    const pages = pagesOf(marks, start, end).flatMap(
      ([from, to]) => engine.list(state, { services: [service], start: from, end: to }).get(service) ?? [],
    );
    if (idsOf(pages) !== idsOf(records)) yield violation('I23', `${service} lists other callbacks page by page`);
    if (idsOf(first.get(service) ?? []) !== idsOf(records.slice(0, max)))
      yield violation('I23', `${service} does not begin with its first ${max}`);
    if (records.some(({ desiredTime }, index) => desiredTime < (records[index - 1]?.desiredTime ?? start)))
      yield violation('I23', `${service} is out of order`);
  }
}

/** I24: both criteria find what each of them finds, either finds what any of them finds, states add up. */
function* checkFilters({ state, engine, chance }: Look): Iterable<Violation> {
  const records = [...state.records.values()];
  const [a, b] = [criterionFor(chance.pick(records), chance), criterionFor(chance.pick(records), chance)];
  const found = (criteria: readonly FieldCriterion[], operand: 'AND' | 'OR' = 'AND'): ReadonlySet<string> =>
    new Set(engine.find(state, { criteria, operand }).map(({ id }) => id));
  const [onlyA, onlyB, both, either] = [found([a]), found([b]), found([a, b]), found([a, b], 'OR')];
  for (const { id } of records) {
    if ((onlyA.has(id) && onlyB.has(id)) !== both.has(id))
      yield violation('I24', `${id} is in one search for both, not in the other`);
    if ((onlyA.has(id) || onlyB.has(id)) !== either.has(id))
      yield violation('I24', `${id} is in one search for either, not in the other`);
  }
  const counts = Object.values(engine.counts(state)).reduce((sum, count) => sum + count, 0);
  if (counts !== records.length) yield violation('I24', `states add up to ${counts} of ${records.length}`);
  const states = new Map<string, number>();
  for (const record of records) states.set(record.state, (states.get(record.state) ?? 0) + 1);
  for (const [name, count] of Object.entries(engine.counts(state)))
    if (count !== (states.get(name) ?? 0)) yield violation('I24', `${count} of ${states.get(name) ?? 0} are ${name}`);
}

/** I26: who names one service sees and counts that one alone. */
function* checkScope({ state, engine, chronicle, chance }: Look): Iterable<Violation> {
  const { serviceName } = chance.pick([...state.records.values()]);
  const listing = engine.list(state, { services: [serviceName], start: 0, end: Number.MAX_SAFE_INTEGER });
  const found = engine.find(state, { serviceName, criteria: [], operand: 'AND' });
  const seen = [...[...listing.values()].flat(), ...found];
  for (const { id, serviceName: other } of seen)
    if (other !== serviceName) yield violation('I26', `${id} of ${other} is shown to ${serviceName}`);
  const told = JSON.stringify(engine.watermarks(state, [serviceName]));
  const { settings, now } = state;
  const count = takesCallbacks(settings, serviceName)
    ? chronicle.counters.shown(serviceName, settings, now)
    : undefined;
  const wanted = JSON.stringify({ services: count === undefined ? {} : { [serviceName]: count }, total: count ?? 0 });
  if (told !== wanted) yield violation('I26', `${told} instead of ${wanted} is counted for ${serviceName}`);
}

function pagesOf(marks: readonly number[], start: number, end: number): readonly (readonly [number, number])[] {
  const starts = [start, ...marks.map((mark) => mark + 1)];
  const ends = [...marks, end];
  return starts.map((from, index) => [from, ends[index] ?? end] as const).filter(([from, to]) => from <= to);
}

function criterionFor(record: EngineRecord, chance: Chance): FieldCriterion {
  const negate = chance.is(0.2);
  switch (chance.between(0, 2)) {
    case 0:
      return { ref: { kind: 'known', field: 'state' }, value: record.state, negate };
    case 1:
      return { ref: { kind: 'known', field: 'customerNumber' }, value: record.customerNumber, negate };
    default:
      return { ref: { kind: 'property', name: '_LOB' }, value: record.properties._LOB ?? 'none', negate };
  }
}

function idsOf(records: readonly EngineRecord[]): string {
  return records.map(({ id }) => id).join();
}
