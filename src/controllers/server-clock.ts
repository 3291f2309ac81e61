/** An answer that told the server's time. All in epoch milliseconds. */
export interface ClockSample {
  /** The server's clock when it answered; a whole second is taken for one whose fraction was cut off, as in a `Date` header. */
  readonly serverTime: number;
  /** This device's clock when the question was sent. */
  readonly sentAt: number;
  /** This device's clock when the answer was here. */
  readonly receivedAt: number;
}

export interface ServerClockOptions {
  /** This device's clock in epoch milliseconds. */
  readonly now?: () => number;
  /** Told when an answer contradicts those before it: another one would show whether a clock was set. */
  readonly doubted?: () => void;
}

/** How far ahead the server's clock was by one answer, and by how much that may be wrong, in milliseconds. */
interface Measurement {
  readonly offset: number;
  readonly doubt: number;
}

const KEPT = 5;
const SECOND = 1000;

/** Milliseconds of difference between answers beyond which a clock was set, or one of the answers is wrong. */
const CONTRADICTION = 5000;

/** Milliseconds of difference between the clocks that are worth telling, and that are no longer: apart, so that nothing flickers. */
const APART = 30_000;
const TOGETHER = 20_000;

/**
 * The server's clock, by what its answers tell: the median of the last five, each taken for the middle of its round trip. One that
 * contradicts the others does not count; when the next one does too, a clock was set, and those before count no more.
 */
export class ServerClock {
  readonly #now: () => number;
  readonly #doubted: (() => void) | undefined;
  #kept: readonly Measurement[] = [];
  #doubtful: Measurement | undefined;
  #best: Measurement | undefined;
  #isApart = false;

  constructor({ now = Date.now, doubted }: ServerClockOptions = {}) {
    this.#now = now;
    this.#doubted = doubted;
  }

  /** Milliseconds by which the server's clock is ahead of this device's; undefined while it has not told. */
  get offset(): number | undefined {
    return this.#best?.offset;
  }

  /** The server's clock in epoch milliseconds; this device's while the server has not told. */
  get now(): number {
    return this.#now() + (this.offset ?? 0);
  }

  /** Whole seconds by which the server's clock is ahead, when that is worth telling: beyond 30 s and until below 20 s; else undefined. */
  get skew(): number | undefined {
    return this.#isApart && this.#best !== undefined ? Math.round(this.#best.offset / SECOND) : undefined;
  }

  /** Takes in what an answer told. */
  take(sample: ClockSample): void {
    const measured = measure(sample);
    if (measured === undefined || (measured.doubt > APART && this.#best !== undefined)) return;
    if (this.#contradicts(measured)) {
      const isFirst = this.#doubtful === undefined;
      this.#doubtful = measured;
      if (isFirst) {
        this.#doubted?.();
        return;
      }
      this.#kept = [];
    }
    this.#doubtful = undefined;
    this.#kept = [...this.#kept, measured].slice(-KEPT);
    this.#settle(medianOf(this.#kept));
  }

  /** This device's clock was set, or it slept: what is believed stands until the next answer, which alone counts then. */
  distrust(): void {
    this.#kept = [];
    this.#doubtful = undefined;
  }

  /** The server is another one. */
  forget(): void {
    this.distrust();
    this.#settle(undefined);
  }

  #contradicts({ offset, doubt }: Measurement): boolean {
    const median = medianOf(this.#kept);
    return median !== undefined && Math.abs(offset - median.offset) > CONTRADICTION + doubt + median.doubt;
  }

  #settle(best: Measurement | undefined): void {
    this.#best = best;
    const { offset, doubt } = best ?? { offset: 0, doubt: 0 };
    const difference = Math.abs(offset);
    this.#isApart = this.#isApart ? difference >= TOGETHER : difference - doubt > APART;
  }
}

/** Undefined for what cannot be: an answer before its question, because a clock was set in between. */
function measure({ serverTime, sentAt, receivedAt }: ClockSample): Measurement | undefined {
  const doubt = (receivedAt - sentAt) / 2;
  if (!(doubt >= 0) || !Number.isFinite(serverTime)) return undefined;
  const cutOff = serverTime % SECOND === 0 ? SECOND / 2 : 0;
  return { offset: serverTime + cutOff - (sentAt + doubt), doubt };
}

function medianOf(measurements: readonly Measurement[]): Measurement | undefined {
  return [...measurements].sort((a, b) => a.offset - b.offset)[Math.floor(measurements.length / 2)];
}
