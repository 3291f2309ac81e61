/** How whatever was written down is checked before it is trusted: snapshots, scenario files, commands. The member that is wrong is named. */

/** What is wrong with a value, in words that follow its name; undefined when nothing is. */
export type Check = (value: unknown) => string | undefined;

export const isText: Check = when((value) => typeof value === 'string', 'is not a text');
export const isNumber: Check = when((value) => Number.isFinite(value), 'is not a number');
export const isFlag: Check = when((value) => typeof value === 'boolean', 'is neither true nor false');
export const isAnything: Check = () => undefined;

/** One of these texts. */
export function isOneOf(texts: readonly string[]): Check {
  return when((value) => typeof value === 'string' && texts.includes(value), `is not one of ${texts.join(', ')}`);
}

/** This value and no other. */
export function isExactly(wanted: number | boolean): Check {
  return when((value) => value === wanted, `is not ${wanted}`);
}

/** The first of several that fits decides; the words are those of the first. */
export function isEither(first: Check, ...others: readonly Check[]): Check {
  return (value) => {
    const problem = first(value);
    return problem === undefined || others.some((check) => check(value) === undefined) ? undefined : problem;
  };
}

/** A member that may be absent. */
export function maybe(check: Check): Check {
  return (value) => (value === undefined ? undefined : check(value));
}

/** A list whose members all pass; with a length, of so many. */
export function isListOf(check: Check, length?: number): Check {
  return (value) => {
    if (!Array.isArray(value)) return ' is not a list';
    if (length !== undefined && value.length !== length) return ` has ${value.length} members and not ${length}`;
    for (const [index, member] of value.entries()) {
      const problem = check(member);
      if (problem !== undefined) return `[${index}]${problem}`;
    }
    return undefined;
  };
}

/** A text and a value that passes: an entry of a map. */
export function isEntryOf(check: Check): Check {
  return (value) => {
    const problem = isPair(value);
    if (problem !== undefined) return problem;
    const [key, member] = value as readonly unknown[];
    return named('[0]', isText(key)) ?? named('[1]', check(member));
  };
}

/** An object whose members all pass, whatever their names; one that could reach a prototype is not among them. */
export function isRecordOf(check: Check): Check {
  const isEach = isSentRecordOf(check);
  return (value) =>
    isObject(value) && Object.hasOwn(value, '__proto__') ? '.__proto__ is not allowed' : isEach(value);
}

/** The same under names that people sent: commands that take it refuse the reserved ones themselves, with an answer for the sender. */
export function isSentRecordOf(check: Check): Check {
  return (value) => {
    if (!isObject(value)) return ' is not an object';
    for (const [key, member] of Object.entries(value)) {
      const problem = check(member);
      if (problem !== undefined) return `.${key}${problem}`;
    }
    return undefined;
  };
}

/** An object with these members and with no others. */
export function hasShape(shape: Readonly<Record<string, Check>>): Check {
  const members = Object.entries(shape);
  return (value) => {
    if (!isObject(value)) return ' is not an object';
    const stranger = Object.keys(value).find((key) => !Object.hasOwn(shape, key));
    if (stranger !== undefined) return `.${stranger} is not known`;
    for (const [key, check] of members) {
      const problem = check(value[key]);
      if (problem !== undefined) return `.${key}${problem}`;
    }
    return undefined;
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isPair = isListOf(isAnything, 2);

function when(holds: (value: unknown) => boolean, words: string): Check {
  return (value) => {
    if (value === undefined) return ' is missing';
    return holds(value) ? undefined : ` ${words}`;
  };
}

function named(name: string, problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : name + problem;
}
