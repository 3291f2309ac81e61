import type { QueueDiagnostics } from '../../../src/domain/diagnostics.js';
import type { EngineRefusal } from '../commands.js';
import { priorityOf } from './queue.js';
import { optionForRecord } from '../options/record-options.js';
import { isWaiting, propertyOf } from '../state/record.js';
import type { EngineRecord } from '../state/record.js';
import type { EngineState } from '../state/state.js';
import { WaitingLines } from './waiting-lines.js';

/** Version of the strategy that the engine plays. */
const STRATEGY_VERSION = 'v2.39';

/** Option and property that name the channel a request came from. */
const CHANNEL_KEY = '_cb_dim_channel';

const lines = new WeakMap<
  EngineState['records'],
  { readonly settings: EngineState['settings']; readonly lines: WaitingLines }
>();

export type DiagnosticsResult =
  | { readonly ok: true; readonly diagnostics: QueueDiagnostics }
  | { readonly ok: false; readonly refusal: EngineRefusal };

/** What the strategy knows of a queued callback. Refused when nobody could tell: not queued, no session, ORS out of reach. */
export function diagnosticsOf(state: EngineState, id: string): DiagnosticsResult {
  const record = state.records.get(id);
  if (record === undefined) return refuse('unknown-callback', { id });
  const session = record.orsSessionId ?? '';
  if (record.state !== 'QUEUED') {
    return refuse('not-queued', { id, state: record.state, ...(record.sessionAlive === true && { session }) });
  }
  if (!state.settings.orsReachable) return refuse('ors-unreachable', { id, session });
  if (record.sessionAlive !== true) return refuse('ors-session-gone', { id, session });
  return {
    ok: true,
    diagnostics: { ...standing(state, record), ...strategyFacts(state, record), ...dialFacts(record), other: {} },
  };
}

type Facts = Omit<QueueDiagnostics, 'other'>;

function standing(state: EngineState, record: EngineRecord): Facts {
  if (!isWaiting(record)) return { position: null };
  const { position, wait } = linesOf(state).standingOf(record, state.now);
  return { position, estimatedWaitTime: wait };
}

/** The waiting lines of a state, made once and kept: a panel asks for several callbacks in a row. */
function linesOf(state: EngineState): WaitingLines {
  let made = lines.get(state.records);
  if (made?.settings !== state.settings) {
    made = { settings: state.settings, lines: new WaitingLines(state.settings, state.records.values()) };
    lines.set(state.records, made);
  }
  return made.lines;
}

function strategyFacts(state: EngineState, record: EngineRecord): Facts {
  const { settings, now } = state;
  const { queue, orsSessionId } = record;
  const target = optionForRecord(settings, record, '_target');
  const waitsForAgent = optionForRecord(settings, record, '_wait_for_agent')?.trim().toLowerCase() === 'true';
  return {
    agentsLoggedIn: settings.agents.loggedIn,
    callbackType: waitsForAgent ? 'WAIT_FOR_AGENT' : 'IMMEDIATE',
    callbackVersion: STRATEGY_VERSION,
    channel: propertyOf(record, CHANNEL_KEY) ?? optionForRecord(settings, record, CHANNEL_KEY) ?? 'WEB',
    priority: priorityOf(settings, record, now),
    ...(orsSessionId === undefined ? {} : { orsSessionId }),
    ...(target === undefined ? {} : { routingTarget: target }),
    ...(queue === undefined ? {} : { acceptedTime: queue.since }),
    ...(queue?.offer === undefined ? {} : { positionAtOffer: queue.offer.position, waitAtOffer: queue.offer.wait }),
  };
}

function dialFacts({ dials: { attempts, result, first, retryAt, snoozed } }: EngineRecord): Facts {
  return {
    dialAttempt: attempts,
    snoozed: snoozed === true,
    ...(result === undefined ? {} : { dialResult: result }),
    ...(first === undefined
      ? {}
      : { firstCallTime: first.at, positionAtFirstCall: first.position, waitAtFirstCall: first.wait }),
    ...(retryAt === undefined ? {} : { nextCallTime: retryAt }),
  };
}

function refuse(code: EngineRefusal['code'], details: EngineRefusal['details']): DiagnosticsResult {
  return { ok: false, refusal: { code, details } };
}
