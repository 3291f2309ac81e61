import { isCompanion } from '../faults/fault.js';
import type { CompanionKind, Fault, FaultMoment } from '../faults/fault.js';
import { abortOf, firstOf } from '../faults/wait.js';
import type { Wait } from '../faults/wait.js';
import type { MockEngine } from '../mock-engine.js';
import { dripping, malformed, signInPage, silent, statusAnswer, truncated, withHeaders } from './spoiled-answers.js';

/** A request that faults strike. */
export interface StruckRequest {
  readonly engine: MockEngine;
  readonly request: Request;
  readonly faults: readonly Fault[];
  /** Lets the request have its effect and answers as if nothing were wrong. */
  readonly carryOut: (request: Request) => Promise<Response>;
  /** Tells the log the status of an answer that comes from a fault. */
  readonly answered: (status: number) => void;
}

type Deciding = Exclude<Fault, Fault<CompanionKind>>;

/** Answers a request as its faults will have it: late, twice, by somebody else, spoiled or not at all. */
export async function answerWithFaults(struck: StruckRequest): Promise<Response> {
  await wait(struck, 'before');
  // Whoever has gone meanwhile wanted nothing of this.
  if (struck.request.signal.aborted) return Response.error();
  const response = await decide(struck);
  await wait(struck, 'after');
  const skew = companion(struck, 'clock-skew');
  if (skew === undefined || response.type === 'error') return response;
  const date = new Date(struck.engine.now + skew.seconds * 1000).toUTCString();
  return withHeaders(response, { date });
}

/** The answer, by the one fault that decides it, if any. */
async function decide(struck: StruckRequest): Promise<Response> {
  const fault = struck.faults.find((each): each is Deciding => !isCompanion(each));
  switch (fault?.kind) {
    case undefined:
      return carryOut(struck);
    case 'status':
    case 'html':
    case 'drop':
    case 'stall':
      return replace(struck, fault);
    case 'truncate':
      return truncated(await carryOut(struck), fault.bytes);
    case 'malformed':
      return malformed(await carryOut(struck), fault.how);
    case 'drip':
      return dripping(await carryOut(struck), fault.bytesPerChunk, pacer(struck, fault));
  }
}

/** Somebody else's answer, or none. What was asked for may have happened all the same. */
async function replace(struck: StruckRequest, fault: Fault<'status' | 'html' | 'drop' | 'stall'>): Promise<Response> {
  if (momentOf(fault) === 'after') await discard(await carryOut(struck));
  switch (fault.kind) {
    case 'status':
      struck.answered(fault.status);
      return statusAnswer(fault, struck.engine);
    case 'html':
      struck.answered(200);
      return signInPage(struck.engine.now);
    case 'drop':
      return Response.error();
    case 'stall':
      return stall(struck, fault);
  }
}

async function stall(struck: StruckRequest, { answer = 'headers' }: Fault<'stall'>): Promise<Response> {
  const end = firstOf(...leaving(struck));
  if (answer === 'headers') {
    struck.answered(200);
    return silent(struck.engine.now, end);
  }
  await end;
  return Response.error();
}

/** Carries the request out; twice, when a fault says so, and then the second answer counts. */
async function carryOut(struck: StruckRequest): Promise<Response> {
  const { request } = struck;
  if (companion(struck, 'duplicate') === undefined) return struck.carryOut(request);
  const again = request.clone();
  await discard(await struck.carryOut(request));
  return struck.carryOut(again);
}

async function wait(struck: StruckRequest, moment: FaultMoment): Promise<void> {
  for (const fault of struck.faults) {
    if (fault.kind === 'latency' && momentOf(fault) === moment) await pause(struck, fault);
  }
}

/** Waits by the clock of the fault; no longer than the client does, nor than the fault is there. */
function pause(struck: StruckRequest, { milliseconds, clock = 'real' }: Fault<'latency' | 'drip'>): Promise<void> {
  return firstOf((call) => struck.engine.after(milliseconds, clock, call), ...leaving(struck));
}

/** Pauses that follow each other by the clock of the fault: one that is late shortens the next, so that a jump of the clock lets out all that is due. */
function pacer(struck: StruckRequest, fault: Fault<'drip'>): () => Promise<void> {
  const { engine } = struck;
  if (fault.clock !== 'engine') return () => pause(struck, fault);
  let due = engine.now;
  return () => {
    due += fault.milliseconds;
    return pause(struck, { ...fault, milliseconds: Math.max(0, due - engine.now) });
  };
}

/** What ends every wait: the client goes, or the fault does. */
function leaving({ engine, request }: StruckRequest): readonly Wait[] {
  return [abortOf(request.signal), (call) => engine.faults.whenReplaced(call)];
}

function momentOf({ when = 'before' }: { readonly when?: FaultMoment }): FaultMoment {
  return when;
}

function companion<K extends CompanionKind>({ faults }: StruckRequest, kind: K): Fault<K> | undefined {
  return faults.find((fault) => fault.kind === kind) as Fault<K> | undefined;
}

async function discard({ body }: Response): Promise<void> {
  await body?.cancel();
}
