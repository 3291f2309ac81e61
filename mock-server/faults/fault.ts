/** What can go wrong on the way to GMS and back, as plain data. Only requests below the path of GMS meet a fault, never control calls. */

/** Before what was asked for happens, or after it, when only the answer suffers. */
export type FaultMoment = 'before' | 'after';

/** Whose time passes while a fault waits: the mock's own, which may stand still, or that of the machine. */
export type FaultClock = 'engine' | 'real';

/** How an answer with status 200 is no answer. */
export type Malformation =
  /** Text that is not JSON. */
  | 'json'
  /** JSON in an envelope that nobody asked for. */
  | 'shape'
  /** The right keys with values of wrong types: numbers, lists and null for texts, epoch seconds for times. */
  | 'types'
  /** Bytes that are not UTF-8. */
  | 'encoding';

/** Which requests a fault meets, and which of them it strikes. */
interface FaultRule {
  /** Unique in the list; the log names it with every request it struck. */
  readonly id: string;
  /** Absent = every method. */
  readonly method?: readonly string[];
  /** Against the path without its query: `*` stands for one segment or a part of it, `**` for any number of segments. Absent = every path. */
  readonly path?: string;
  /** It strikes so often; absent = for ever. */
  readonly times?: number;
  /** It lets so many requests pass first; absent = none. */
  readonly skip?: number;
  /** Share of the remaining requests it strikes, from 0 to 1; absent = all. Drawn from the mock's seed. */
  readonly probability?: number;
}

/** What a fault does, by its kind. Absent: `when` = before, `clock` = real. */
export interface FaultEffects {
  /** The answer comes late: the request travels slowly (before), or the answer does (after). */
  readonly latency: { readonly milliseconds: number; readonly when?: FaultMoment; readonly clock?: FaultClock };
  /**
   * Another answer: a text is sent as it is, anything else as JSON, and without a body an error body of GMS. `retryAfter` is the header
   * of that name, in seconds or in any text.
   */
  readonly status: {
    readonly status: number;
    readonly when?: FaultMoment;
    readonly body?: unknown;
    readonly retryAfter?: number | string;
    readonly headers?: Readonly<Record<string, string>>;
  };
  /** The connection breaks without an answer. */
  readonly drop: { readonly when?: FaultMoment };
  /** The answer ends after so many bytes as if it were complete. */
  readonly truncate: { readonly bytes: number };
  /** The sign-in page of a proxy, with status 200. */
  readonly html: { readonly when?: FaultMoment };
  readonly malformed: { readonly how: Malformation };
  /** The answer comes in small chunks, the given time before each. */
  readonly drip: { readonly bytesPerChunk: number; readonly milliseconds: number; readonly clock?: FaultClock };
  /** The header `Date` is so many seconds ahead of the mock's clock, or behind it when negative. The body keeps its times. */
  readonly 'clock-skew': { readonly seconds: number };
  /** The request is carried out twice, as by a proxy that sends it again; the second answer is sent. */
  readonly duplicate: unknown;
  /** Silence for ever: after the headers, or without any answer. Absent: `answer` = headers. */
  readonly stall: { readonly answer?: 'headers' | 'none'; readonly when?: FaultMoment };
}

/** Kind of a fault. */
export type FaultKind = keyof FaultEffects;

/** A fault of some kinds; of any kind, when none is named. */
export type Fault<K extends FaultKind = FaultKind> = {
  readonly [Kind in K]: FaultRule & { readonly kind: Kind } & FaultEffects[Kind];
}[K];

/** A fault with how often it has struck since it was set. */
export type CountedFault = Fault & { readonly fired: number };

/** Kinds that go together with any other fault; of all others at most one strikes a request. */
export type CompanionKind = 'latency' | 'clock-skew' | 'duplicate';

/** Whether a fault goes together with any other. */
export function isCompanion(fault: Fault): fault is Fault<CompanionKind> {
  return fault.kind === 'latency' || fault.kind === 'clock-skew' || fault.kind === 'duplicate';
}
