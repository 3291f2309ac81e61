import type { StartAction } from '../engine/engine.js';

const WORDS: ReadonlyMap<StartAction, string> = new Map([
  ['await-call', 'You will receive the call shortly'],
  ['await-notice', 'You will be notified when an agent is available'],
]);

/** What a customer is told who waits: the first text is that of real servers, the other ours. Those who dial or chat are told nothing. */
export function startWordsOf(action: StartAction): string | undefined {
  return WORDS.get(action);
}
