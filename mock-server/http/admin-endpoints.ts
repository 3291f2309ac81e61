import { writeDiagnostics } from '../../src/wire/diagnostics.js';
import { readWatermarksQuery } from '../../src/wire/queries.js';
import { readCancelRequest, readReportRequest } from '../../src/wire/requests.js';
import { writeCancelReply } from '../../src/wire/replies.js';
import { diagnosticsOf, findById, watermarks } from '../engine/engine.js';
import { cancelledReport } from '../shell/cancelled-report.js';
import { readJson } from './body.js';
import { valueOf } from './callback-endpoints.js';
import type { Exchange } from './exchange.js';
import { refusalFailure } from './refusals.js';
import { success } from './reply.js';
import type { Reply } from './reply.js';

/** Counters, bulk cancel, export and the queue position (GMS reference, endpoint table; bulk cancel and reports). */

/** Answers how many callbacks were handed to the queue and are not completed. */
export function queryWatermarks({ engine, parameters }: Exchange): Reply {
  const services = readWatermarksQuery(parameters);
  return success(watermarks(engine.current, services.length === 0 ? undefined : services));
}

/** Cancels several callbacks. Every id gets its own answer; the request as a whole succeeds. */
export async function cancelCallbacks({ engine, request }: Exchange): Promise<Reply> {
  const { ids, reason } = valueOf(readCancelRequest(await readJson(request)));
  const result = engine.execute({ type: 'cancel-many', ids, reason });
  if (!result.ok) throw refusalFailure(result.refusal);
  return success(writeCancelReply(result.value.outcomes));
}

/** Exports the callbacks completed with a reason as CSV. */
export async function reportCancelled({ engine, request }: Exchange): Promise<Reply> {
  const { reason, properties } = valueOf(readReportRequest(await readJson(request)));
  return {
    ...success(cancelledReport(engine.current, reason, properties)),
    contentType: 'text/csv; charset=utf-8',
  };
}

/** Answers what the strategy knows of a queued callback. GMS only forwards it, so a missing session is an error of the server. */
export function checkPosition({ engine, id }: Exchange): Reply {
  const state = engine.current;
  const record = findById(state, id);
  if (record === undefined) throw refusalFailure({ code: 'unknown-callback', details: { id } });
  const result = diagnosticsOf(state, id);
  if (!result.ok) throw refusalFailure(result.refusal, 500);
  return success(writeDiagnostics(result.diagnostics));
}
