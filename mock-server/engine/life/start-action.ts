import { optionForRecord } from '../options/record-options.js';
import type { Asked } from '../options/record-options.js';
import type { EngineSettings } from '../state/state.js';

/**
 * What the customer does next: waits for a call, waits for a notice that an agent is free, dials, or chats (GMS reference, start a
 * callback, success).
 */
export type StartAction = 'await-call' | 'await-notice' | 'dial' | 'chat';

/** What the customer of a callback does next, by the scenario of its service and whatever that leaves to the request. */
export function startActionOf(settings: EngineSettings, asked: Asked): StartAction {
  const says = (name: string, word: string): boolean =>
    optionForRecord(settings, asked, name)?.trim().toLowerCase() === word.toLowerCase();
  const isChat = says('_media_type', 'chat');
  if (!isChat && !says('_call_direction', 'USERORIGINATED')) return 'await-call';
  if (says('_wait_for_agent', 'true')) return 'await-notice';
  return isChat ? 'chat' : 'dial';
}

/** Whether the answer to a request holds what only a running session can tell, so that it cannot be given without ORS. */
export function isSynchronous(settings: EngineSettings, asked: Asked): boolean {
  const action = startActionOf(settings, asked);
  return action === 'dial' || action === 'chat';
}
