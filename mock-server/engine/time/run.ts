import { dispatch, endDial, endTalk, wake } from '../life/calls.js';
import { complete, expire, REASONS } from '../life/completion.js';
import { setOrs } from '../services/configure.js';
import { Draft } from '../draft.js';
import type { EngineRecord } from '../state/record.js';
import type { EngineState } from '../state/state.js';
import { remind } from '../life/reminder.js';
import { poll } from '../life/submission.js';
import type { Entry } from './timetable.js';

/**
 * Lets everything happen that is due up to an instant, in order of time. Agents are reserved after all else of an instant has happened,
 * so the result does not depend on the steps in which time is moved.
 */
export function run(draft: Draft, to: number): void {
  dispatch(draft);
  for (;;) {
    const entry = draft.timetable.peek(draft);
    if (entry === undefined || entry.at > to) break;
    draft.timetable.take();
    draft.moveTo(entry.at);
    fire(draft, entry);
    const following = draft.timetable.peek(draft);
    if (following === undefined || following.at > draft.now) dispatch(draft);
  }
  draft.moveTo(to);
}

/** When the next thing happens by itself, in epoch milliseconds; undefined when nothing ever will. */
export function nextDueAt(state: EngineState): number | undefined {
  const draft = new Draft(state);
  const entry = draft.timetable.peek(draft);
  draft.discard();
  return entry?.at;
}

function fire(draft: Draft, entry: Entry): void {
  if (entry.agent !== undefined) {
    draft.removeWrapUp(entry.agent);
    draft.emit({ type: 'agent-released', agent: entry.agent });
  }
  if (entry.kind === 'ors-returns') setOrs(draft, { type: 'set-ors', reachable: true });
  if (entry.interaction !== undefined) draft.release(entry.interaction);
  if (entry.record !== undefined) fireFor(draft, entry.record, entry.kind);
}

function fireFor(draft: Draft, record: EngineRecord, kind: Entry['kind']): void {
  switch (kind) {
    case 'poll':
      return poll(draft, record);
    case 'reminder':
      return remind(draft, record);
    case 'dial-ends':
      return endDial(draft, record);
    case 'talk-ends':
      return endTalk(draft, record);
    case 'retry':
      return wake(draft, record);
    case 'ready':
      return draft.reenter(record);
    case 'queue-timeout':
      complete(draft, record, { reason: REASONS.timeout });
      return;
    case 'expiry':
      return expire(draft, record);
    case 'agent-free':
    case 'ors-returns':
    case 'number-free':
      return;
  }
}
