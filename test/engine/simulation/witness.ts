import { checkAdmission } from './admission/admission.js';
import { Chronicle } from './chronicle.js';
import { checkCommand } from './commands.js';
import type { EngineUnderTest } from './engine-under-test.js';
import { followEvents } from './history.js';
import type { Violation } from './invariants.js';
import { checkLifetimes, checkRecords } from './records.js';
import { checkSettings } from './services/settings.js';
import { checkStanding } from './standing.js';
import type { Step } from './step.js';

/** Watches every step of a simulation. It knows the engine by its doors alone and keeps a book of its own. */
export class Witness {
  readonly chronicle = new Chronicle();
  readonly #engine: EngineUnderTest;

  constructor(engine: EngineUnderTest) {
    this.#engine = engine;
  }

  /** What does not hold after a step. The book is written even while nothing is wrong, so steps must come in order. */
  *watch(step: Step): Iterable<Violation> {
    this.chronicle.begin(step);
    // By what stood before, so ahead of what the step tells.
    yield* checkAdmission(step, this.chronicle);
    yield* followEvents(step, this.chronicle);
    yield* checkCommand(step, this.#engine);
    yield* checkSettings(step);
    yield* this.chronicle.reservations.watch(step, this.#engine);
    this.chronicle.accepted.note(step);
    yield* checkRecords(step, this.chronicle);
    yield* checkLifetimes(step);
    yield* checkStanding(step, this.chronicle, this.#engine);
  }
}
