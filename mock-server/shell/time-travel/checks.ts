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

/** This number and no other. */
export function isExactly(number: number): Check {
  return when((value) => value === number, `is not ${number}`);
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

export function isListOf(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return ' is not a list';
    return firstProblem(value.map((member: unknown, index) => [`[${index}]`, check(member)]));
  };
}

/** An object whose members all pass, whatever their names. */
export function isRecordOf(check: Check): Check {
  return (value) => {
    if (!isObject(value)) return ' is not an object';
    if (Object.hasOwn(value, '__proto__')) return '.__proto__ is not allowed';
    return firstProblem(Object.entries(value).map(([key, member]) => [`.${key}`, check(member)]));
  };
}

/** An object with these members and with no others. */
export function hasShape(shape: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (!isObject(value)) return ' is not an object';
    const stranger = Object.keys(value).find((key) => !Object.hasOwn(shape, key));
    if (stranger !== undefined) return `.${stranger} is not known`;
    return firstProblem(Object.entries(shape).map(([key, check]) => [`.${key}`, check(value[key])]));
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function when(holds: (value: unknown) => boolean, words: string): Check {
  return (value) => {
    if (value === undefined) return ' is missing';
    return holds(value) ? undefined : ` ${words}`;
  };
}

function firstProblem(members: readonly (readonly [name: string, problem: string | undefined])[]): string | undefined {
  for (const [name, problem] of members) if (problem !== undefined) return name + problem;
  return undefined;
}
