import { readStoredValues } from '../../../src/wire/interactions.js';
import { noSuchId, notFound, storedValues } from '../../engine/engine.js';
import { knowsId } from '../../shell/access/rules.js';
import { readFields } from '../body.js';
import type { Exchange } from '../exchange.js';
import { refusalFailure } from '../refusals.js';
import { success } from '../reply.js';
import type { Reply } from '../reply.js';

/** Keys and values kept under the id of a callback or an interaction, as long as it lives (GMS reference, other endpoints). */

/** Answers everything stored under the id. */
export function queryStored(exchange: Exchange): Reply {
  return success(valuesOf(exchange));
}

/** Stores fields of any kind of body as texts; what has another key stays. */
export async function storeValues(exchange: Exchange): Promise<Reply> {
  const { engine, id, request } = exchange;
  const values = readStoredValues(await readFields(request));
  valuesOf(exchange);
  const result = engine.execute({ type: 'store', id, values });
  if (!result.ok) throw refusalFailure(result.refusal);
  return success({});
}

/** Answers one value as text. */
export function queryStoredText(exchange: Exchange): Reply {
  return { ...success(valueOfKey(exchange)), contentType: 'text/plain; charset=utf-8' };
}

/** Answers the bytes of one value, its text in UTF-8. */
export function queryStoredBinary(exchange: Exchange): Reply {
  return { ...success(valueOfKey(exchange)), contentType: 'application/octet-stream' };
}

/** Forgets one value. */
export function forgetStored(exchange: Exchange): Reply {
  const { engine, id, key } = exchange;
  valuesOf(exchange);
  const result = engine.execute({ type: 'forget', id, key });
  if (!result.ok) throw refusalFailure(result.refusal);
  return success({});
}

function valueOfKey(exchange: Exchange): string {
  const values = valuesOf(exchange);
  const value = Object.hasOwn(values, exchange.key) ? values[exchange.key] : undefined;
  if (value === undefined) throw refusalFailure(notFound(`stored value ${exchange.key}`));
  return value;
}

/** Values of an id that the caller knows; of any other there is nothing. */
function valuesOf({ engine, caller, id }: Exchange): Readonly<Record<string, string>> {
  const state = engine.current;
  const values = knowsId(state, caller, id) ? storedValues(state, id) : undefined;
  if (values === undefined) throw refusalFailure(noSuchId(id));
  return values;
}
