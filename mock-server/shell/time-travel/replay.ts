import { hashOf } from '../../engine/engine.js';
import { canHaveLedTo, faultsAfter } from '../../faults/kept-faults.js';
import type { FaultCourse, KeptFaults } from '../../faults/kept-faults.js';
import type { Clock } from '../../ports/clock.js';
import { checkRate } from './clock-change.js';
import { misuse } from '../misuse.js';
import { MADE_BY } from './mock-snapshot.js';
import type { Moment } from './moment.js';
import { LARGEST_RECORDING, LONGEST_RECORDING } from './recording.js';
import type { RecordedStep } from './recording.js';
import { writeScenario } from './scenario-file.js';
import type { Scenario, ScenarioFile } from './scenario-file.js';
import { Timeline } from './timeline.js';
import { paceOf } from './virtual-clock.js';

/**
 * What was done on a timeline, as a file.
 * @throws CallbackError `misuse` when that was more than is kept.
 */
export function scenarioOf({ clock, recording, state }: Timeline, faults: KeptFaults): ScenarioFile {
  const { origin, steps } = recording;
  const end = { now: state.now, rate: clock.rate };
  if (steps !== undefined) return writeScenario({ origin, steps, end, faults, hash: hashOf(state) });
  throw misuse(
    'save the scenario',
    `more than ${LONGEST_RECORDING} commands, or more than ${LARGEST_RECORDING / 1024 / 1024} MB of them, were given since it began. Reset the mock, or restore a snapshot of it: the recording begins anew there`,
  );
}

/**
 * Plays a scenario from the moment it begins with, as fast as the machine can, and answers the timeline it ends with.
 * @throws CallbackError `misuse` when a command is refused here, or when it ends at another state than where it was made.
 */
export function replay(scenario: Scenario, begin: Moment, wall: Clock): Timeline {
  const timeline = Timeline.from(wall, { ...begin, pace: paceOf(0) }, scenario.origin);
  scenario.steps.forEach((step, index) => play(timeline, step, index));
  timeline.moveTo(scenario.end.now);
  checkEnd(scenario, timeline);
  for (const rate of ratesOf(scenario, begin)) timeline.clock.setRate(rate);
  return timeline;
}

/** All the rates the clock ever had: one that is stopped at the end remembers the last of them. */
function ratesOf({ steps, end }: Scenario, { pace }: Moment): readonly number[] {
  const set = steps.flatMap(({ action }) => (action.type === 'set-rate' ? [action.rate] : []));
  return [pace.playRate, ...set, end.rate];
}

function play(timeline: Timeline, { at, action }: RecordedStep, index: number): void {
  timeline.moveTo(at);
  switch (action.type) {
    case 'set-rate':
      checkRate(action.rate);
      timeline.noteClock(action.rate);
      return timeline.record(action);
    case 'set-faults':
      return timeline.record(action);
    default: {
      const result = timeline.execute(action);
      if (result.ok) return;
      throw misuse(
        'open the scenario',
        `commands[${index}], ${action.type}, is refused by ${MADE_BY} (${result.refusal.code}). Leave it out, or record the scenario anew`,
      );
    }
  }
}

/** The faults a scenario ends with. */
export function faultsOf(scenario: Scenario, seed: number): KeptFaults {
  return scenario.faults ?? faultsAfter(courseOf(scenario, seed));
}

function courseOf({ origin, steps }: Scenario, seed: number): FaultCourse {
  const begun = (origin.type === 'moment' ? origin.moment.faults : undefined) ?? { list: [] };
  return { begun, set: steps.flatMap(({ action }) => (action.type === 'set-faults' ? [action.faults] : [])), seed };
}

/** Whatever the file says of its end must be where its commands lead. */
function checkEnd(scenario: Scenario, { state }: Timeline): void {
  const { hash, faults, madeBy, steps, end } = scenario;
  const reached = hashOf(state);
  const rate = steps.flatMap(({ action }) => (action.type === 'set-rate' ? [action.rate] : [])).at(-1) ?? end.rate;
  const difference =
    hash !== undefined && hash !== reached
      ? `its hash is ${hash} and its commands lead to ${reached}`
      : faults !== undefined && !canHaveLedTo(courseOf(scenario, state.seed), faults)
        ? 'its faults are not those its commands lead to'
        : rate !== end.rate && `its clock runs at ${end.rate} and its commands lead to ${rate}`;
  if (difference === false) return;
  throw misuse(
    'open the scenario',
    `${difference}. The file was changed, or made by another version (it says ${madeBy}, this is ${MADE_BY}): record the scenario anew`,
  );
}
