import {
  hasShape,
  isAnything,
  isExactly,
  isListOf,
  isNumber,
  isObject,
  isOneOf,
  isText,
  maybe,
} from '../../engine/state/checks.js';
import type { KeptFaults } from '../../faults/kept-faults.js';
import { isInstant, isRate, LONGEST_ADVANCE } from './clock-change.js';
import { isAction } from './command-shapes.js';
import { misuse } from '../misuse.js';
import { isKeptFaults, MADE_BY, ofLaterVersion, readSnapshot, writeSnapshot } from './mock-snapshot.js';
import type { MockSnapshot } from './mock-snapshot.js';
import { LONGEST_RECORDING } from './recording.js';
import type { Origin, RecordedAction, RecordedStep } from './recording.js';

/**
 * Everything that was done to a mock since its beginning, as plain data: played anywhere, it ends at the same state. Times of the file
 * are ISO texts, those inside a command epoch milliseconds. Commands hold the numbers that were typed into the mock.
 */
export interface ScenarioFile {
  readonly format: typeof FORMAT;
  readonly version: typeof SCENARIO_VERSION;
  /** What made it, for people. */
  readonly madeBy: string;
  readonly start:
    { readonly seed: number; readonly scenario: string; readonly now: string } | { readonly snapshot: MockSnapshot };
  /** Where the mock's clock stood at the end, and its virtual seconds per second. */
  readonly clock: { readonly now: string; readonly rate: number };
  /** The faults at the end. */
  readonly faults: KeptFaults;
  readonly commands: readonly ScenarioEntry[];
  /** Hash of the state at the end. A file that was written by hand may leave it out: then nothing is compared. */
  readonly hash?: string;
}

/** Something that was done at a time; otherwise a command of the engine. */
export type ScenarioEntry = { readonly at: string } & RecordedAction;

/** What a scenario file says, read. Times in epoch milliseconds. */
export interface Scenario {
  readonly madeBy: string;
  readonly origin: Origin;
  readonly steps: readonly RecordedStep[];
  readonly end: { readonly now: number; readonly rate: number };
  /** Absent = those its commands lead to. */
  readonly faults?: KeptFaults;
  readonly hash?: string;
}

/** What a file that was written by hand may leave out. */
type WrittenFile = Omit<ScenarioFile, 'madeBy' | 'faults'> & Partial<Pick<ScenarioFile, 'madeBy' | 'faults'>>;

const FORMAT = 'callback-scenario';

/** Raised whenever the shape changes; the files of before are brought up to it. */
const SCENARIO_VERSION = 2;

const isStart = hasShape({
  seed: maybe(isNumber),
  scenario: maybe(isText),
  now: maybe(isText),
  snapshot: maybe(isAnything),
});

const isFile = hasShape({
  format: isOneOf([FORMAT]),
  version: isExactly(SCENARIO_VERSION),
  madeBy: maybe(isText),
  start: isStart,
  clock: hasShape({ now: isText, rate: isNumber }),
  faults: maybe(isKeptFaults),
  commands: isListOf(isAnything),
  hash: maybe(isText),
});

/** Writes a scenario down. */
export function writeScenario({ origin, steps, end, faults, hash }: Required<Omit<Scenario, 'madeBy'>>): ScenarioFile {
  return {
    format: FORMAT,
    version: SCENARIO_VERSION,
    madeBy: MADE_BY,
    start:
      origin.type === 'scenario'
        ? { seed: origin.seed, scenario: origin.scenario, now: isoOf(origin.now) }
        : { snapshot: writeSnapshot(origin.moment) },
    clock: { now: isoOf(end.now), rate: end.rate },
    faults,
    commands: steps.map(({ at, action }) => ({ at: isoOf(at), ...action })),
    hash,
  };
}

/**
 * Reads a scenario file, also one of a version before this one.
 * @throws CallbackError `misuse` that says what is wrong, and at which entry.
 */
export function readScenario(value: unknown): Scenario {
  if (!isObject(value) || value.format !== FORMAT)
    throw unreadable('it is no scenario file. Save one with GET /mock/scenario');
  const { version, madeBy } = value;
  if (typeof version === 'number' && version > SCENARIO_VERSION) throw unreadable(ofLaterVersion(version, madeBy));
  const current = version === 1 ? migrated(value) : value;
  const problem = isFile(current);
  if (problem !== undefined) throw damaged(`file${problem}`);
  const file = current as WrittenFile;
  if (file.commands.length > LONGEST_RECORDING)
    throw unreadable(`it has ${file.commands.length} commands. Use at most ${LONGEST_RECORDING}`);
  const origin = readOrigin(file.start);
  const begin = origin.type === 'scenario' ? origin.now : origin.moment.state.now;
  const steps = readSteps(file.commands, begin);
  const end = readInstant(file.clock.now, 'clock.now', steps.at(-1)?.at ?? begin);
  if (!isRate(file.clock.rate)) throw damaged('clock.rate is no rate of a clock');
  return {
    madeBy: file.madeBy ?? 'an unknown version',
    origin,
    steps,
    end: { now: end, rate: file.clock.rate },
    ...(file.faults !== undefined && { faults: file.faults }),
    ...(file.hash !== undefined && { hash: file.hash }),
  };
}

function readOrigin(start: ScenarioFile['start']): Origin {
  if ('snapshot' in start) {
    const read = readSnapshot(start.snapshot);
    if ('moment' in read) return { type: 'moment', moment: read.moment };
    throw unreadable(`its start cannot be used, because ${read.problem}`);
  }
  const { seed, scenario, now } = start as Partial<typeof start>;
  if (!Number.isSafeInteger(seed) || seed === undefined) throw damaged('start.seed is not a whole number');
  if (scenario === undefined) throw damaged('start.scenario is missing');
  return { type: 'scenario', seed, scenario, now: readInstant(now, 'start.now', 0, Number.POSITIVE_INFINITY) };
}

function readSteps(entries: readonly unknown[], begin: number): readonly RecordedStep[] {
  let reached = begin;
  return entries.map((entry, index) => {
    const name = `commands[${index}]`;
    if (!isObject(entry)) throw damaged(`${name} is not an object`);
    const { at, ...action } = entry;
    const problem = isAction(action);
    if (problem !== undefined) throw damaged(name + problem);
    reached = readInstant(at, `${name}.at`, reached);
    return { at: reached, action: action as unknown as RecordedAction };
  });
}

/** Without its zone a time would mean another instant on every machine. */
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

function readInstant(text: unknown, name: string, least: number, longest = LONGEST_ADVANCE * 1000): number {
  const instant = typeof text === 'string' && ISO.test(text) ? Date.parse(text) : Number.NaN;
  if (!isInstant(instant)) throw damaged(`${name} is no time such as 2026-07-04T09:44:01.000Z`);
  if (instant < least) throw damaged(`${name} lies before ${isoOf(least)}, and time never goes back`);
  if (instant - least > longest) throw damaged(`${name} lies more than ten years after what comes before it`);
  return instant;
}

/** Before version 2 there were neither faults nor a hash, and the clock stood where the last command was given. */
function migrated({ format, madeBy, seed, scenario, now, commands }: Readonly<Record<string, unknown>>): unknown {
  const last: unknown = Array.isArray(commands) ? commands.at(-1) : undefined;
  const end = isObject(last) ? last.at : now;
  return {
    format,
    version: SCENARIO_VERSION,
    madeBy,
    start: { seed, scenario, now },
    clock: { now: end, rate: 1 },
    commands,
  };
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}

function unreadable(reason: string): Error {
  return misuse('open the scenario', reason);
}

function damaged(problem: string): Error {
  return unreadable(`the file is damaged: ${problem}. Correct it, or save the scenario anew`);
}
