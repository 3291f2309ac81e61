import { writeDialNumber, writeDialog, writeStartChat } from '../../src/wire/replies.js';
import type { WireChat } from '../../src/wire/replies.js';
import { startActionOf } from '../engine/engine.js';
import type { EngineRecord } from '../engine/engine.js';
import { startWordsOf } from '../shell/start-words.js';
import type { Exchange } from './exchange.js';

/** Numbers from which customers are told one to dial: a range that is kept for fiction. */
const FIRST_NUMBER = 18_005_550_100;
const NUMBERS = 100;

/**
 * The reply to a callback that was just started: what its customer does next. Clients rely on the id only, which is always there (GMS
 * reference, start a callback). What is dialled and where a chat would begin is made up; nothing answers there.
 */
export function writeStart({ engine, routes }: Exchange, id: string): Readonly<Record<string, unknown>> {
  const { settings, records } = engine.current;
  const record = records.get(id);
  const action = record === undefined ? 'await-call' : startActionOf(settings, record);
  if (record !== undefined && action === 'dial')
    return writeDialNumber(id, { number: numberFor(id), label: record.serviceName });
  if (record !== undefined && action === 'chat') return writeStartChat(id, chatOf(record, routes.basePath));
  return writeDialog(id, startWordsOf(action) ?? '');
}

/** The same number whenever the same id is asked about. */
function numberFor(id: string): string {
  let sum = 0;
  for (let index = 0; index < id.length; index += 1) sum = (sum * 31 + id.charCodeAt(index)) % NUMBERS;
  return `+${FIRST_NUMBER + sum}`;
}

/** A chat is begun with what the request attached for the agent: keys without an underscore. */
function chatOf({ id, properties }: EngineRecord, basePath: string): WireChat {
  const attached = Object.entries(properties).filter(([key]) => !key.startsWith('_'));
  return {
    startUrl: `${basePath}/1/service/${encodeURIComponent(id)}/ixn/chat`,
    cometUrl: `${basePath}/cometd`,
    parameters: Object.fromEntries(attached),
  };
}
