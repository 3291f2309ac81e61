/** One thing that is wrong with an input. The words come from the code; the path names the field. */
export interface FieldProblem {
  /** Field of the input, for example `customerNumber` or `properties.foo`; empty for the input as a whole. */
  readonly path: string;
  /** Kebab-case code from a closed set per form. */
  readonly code: ProblemCode;
  /** What the words may mention, for example `{ limit: 31 }`. */
  readonly parameters?: Readonly<Record<string, string | number>>;
}

export type ProblemCode =
  | 'required'
  | 'reserved-key'
  | 'duplicate-key'
  | 'invalid-date'
  | 'invalid-time'
  | 'time-gap'
  | 'time-overlap'
  | 'in-the-past'
  | 'too-far-ahead'
  | 'slot-required'
  | 'slot-full'
  | 'not-offered'
  | 'not-a-number'
  | 'out-of-bounds'
  | 'invalid-number'
  | 'number-too-short'
  | 'number-too-long'
  | 'unknown-country-code'
  | 'impossible-number'
  | 'premium-number'
  | 'missing-country'
  | 'unknown-service'
  | 'range-order'
  | 'range-too-long'
  | 'rejected';

/** A value that was read, or what is wrong with what it was read from. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly FieldProblem[] };
