import type { FieldProblem, ProblemCode } from '../../domain/problems.js';

/** Said while somebody types: more typing does not mend these by itself. */
const AT_ONCE: ReadonlySet<ProblemCode> = new Set([
  'reserved-key',
  'time-gap',
  'in-the-past',
  'too-far-ahead',
  'number-too-long',
  'unknown-country-code',
]);

/** Fields in the order in which they are shown; rows of properties come last. */
const ORDER = [
  'choice',
  'serviceName',
  'desiredDate',
  'desiredTime',
  'customerNumber',
  'virtualQueue',
  'queueTimeStatistic',
];

/**
 * Which of a form's problems are said when: those of a field once the person has left it or wanted to send the form, and from then on
 * as long as they hold; those that somebody else tells until the person edits the field.
 */
export class ShownProblems {
  #wrong: readonly FieldProblem[] = [];
  #told: readonly FieldProblem[] = [];
  #all: readonly FieldProblem[] = [];
  #isSummarised = false;
  /** Paths of fields in which something was changed, and of those about which it is said. */
  readonly #edited = new Set<string>();
  readonly #left = new Set<string>();

  /** What is to be said now, in the order of the fields. */
  get all(): readonly FieldProblem[] {
    return this.#all;
  }

  /** Whether the problems are also told together. */
  get isSummarised(): boolean {
    return this.#isSummarised;
  }

  clear(): void {
    this.#wrong = [];
    this.#told = [];
    this.#edited.clear();
    this.#left.clear();
    this.#settle();
  }

  /** Takes what is wrong with the form as it stands. */
  judge(wrong: readonly FieldProblem[]): void {
    this.#wrong = wrong;
    this.#settle();
  }

  /** Takes what somebody else says is wrong; an empty list takes back what they said. */
  tell(told: readonly FieldProblem[]): void {
    this.#told = told;
    this.#isSummarised = told.length > 0;
    this.#settle();
  }

  showAll(): void {
    for (const { path } of this.#wrong) this.#left.add(path);
    this.#isSummarised = true;
    this.#settle();
  }

  /** The person changed something in these fields. */
  edit(paths: readonly string[]): void {
    for (const path of paths) this.#edited.add(path);
  }

  /** What somebody else said of these fields holds no longer. */
  forget(paths: readonly string[]): void {
    this.#told = this.#told.filter(({ path }) => !paths.includes(path));
  }

  /** The person left a field; false when there is nothing new to be said. */
  leave(path: string): boolean {
    if (!this.#edited.has(path)) return false;
    const { length } = this.#all;
    this.#left.add(path);
    this.#settle();
    return this.#all.length !== length;
  }

  #settle(): void {
    const wrong = this.#wrong.filter((problem) => this.#isDue(problem));
    const told = this.#told.filter(({ path }) => !wrong.some((problem) => problem.path === path));
    this.#all = [...wrong, ...told].sort((one, other) => placeOf(one) - placeOf(other));
    if (this.#all.length === 0) this.#isSummarised = false;
  }

  #isDue({ path, code, parameters }: FieldProblem): boolean {
    if (this.#left.has(path) || (AT_ONCE.has(code) && this.#edited.has(path))) return true;
    // Of two that are the same, both are wrong as soon as one is left.
    return (
      code === 'duplicate-key' &&
      this.#wrong.some((other) => other.parameters?.key === parameters?.key && this.#left.has(other.path))
    );
  }
}

function placeOf({ path }: FieldProblem): number {
  const place = ORDER.indexOf(path);
  return place < 0 ? ORDER.length : place;
}
