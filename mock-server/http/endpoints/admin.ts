import { writeDiagnostics } from '../../../src/wire/diagnostics.js';
import { readWatermarksQuery } from '../../../src/wire/queries.js';
import { readCancelRequest, readReportRequest } from '../../../src/wire/requests.js';
import { writeCancelReply } from '../../../src/wire/replies.js';
import { applicationChoiceOf, diagnosticsOf, findById, watermarks } from '../../engine/engine.js';
import { MOCK_SECTION } from '../../engine/options/mock-switches.js';
import { knowsId, outcomesFor } from '../../shell/access/rules.js';
import { cancelledReport } from '../../shell/cancelled-report.js';
import { requireBulk } from '../access.js';
import { readJson } from '../body.js';
import { valueOf } from './callbacks.js';
import type { Exchange } from '../exchange.js';
import { refusalFailure } from '../refusals.js';
import { success } from '../reply.js';
import type { Reply } from '../reply.js';

/** Counters, bulk cancel, export and the queue position (GMS reference, endpoint table; bulk cancel and reports). */

/** Answers how many callbacks were handed to the queue and are not completed. */
export function queryWatermarks({ engine, caller, parameters }: Exchange): Reply {
  const asked = readWatermarksQuery(parameters);
  const services = caller.services.filter((name) => asked.length === 0 || asked.includes(name));
  return success(watermarks(engine.current, services));
}

/** Cancels several callbacks. Every id gets its own answer; the request as a whole succeeds. */
export async function cancelCallbacks({ engine, caller, request }: Exchange): Promise<Reply> {
  requireBulk(engine.current);
  const { ids, reason } = valueOf(readCancelRequest(await readJson(request)));
  const state = engine.current;
  const known = ids.filter((id) => knowsId(state, caller, id));
  const result = engine.execute({ type: 'cancel-many', ids: known, reason });
  if (!result.ok) throw refusalFailure(result.refusal);
  const entries = writeCancelReply(outcomesFor(ids, result.value.outcomes));
  const isMap = applicationChoiceOf(state, MOCK_SECTION, 'bulk-cancel-reply') === 'map';
  return success(isMap ? Object.fromEntries(entries.map(({ _id = '', ...entry }) => [_id, entry])) : entries);
}

/** Exports the callbacks completed with a reason as CSV. */
export async function reportCancelled({ engine, caller, request, routes }: Exchange): Promise<Reply> {
  requireBulk(engine.current);
  const { reason, properties } = valueOf(readReportRequest(await readJson(request)));
  return {
    ...success(
      cancelledReport(engine.current, {
        reason,
        properties,
        sees: caller.sees,
        urlOf: (service, id) => routes.record(service, id),
      }),
    ),
    contentType: 'text/csv; charset=utf-8',
  };
}

/** Answers what the strategy knows of a queued callback. GMS only forwards it, so a missing session is an error of the server. */
export function checkPosition({ engine, caller, id }: Exchange): Reply {
  const state = engine.current;
  const record = findById(state, id);
  if (record === undefined || !caller.sees(record.serviceName))
    throw refusalFailure({ code: 'unknown-callback', details: { id } });
  const result = diagnosticsOf(state, id);
  if (!result.ok) throw refusalFailure(result.refusal, 500);
  const { ewt, ...others } = writeDiagnostics(result.diagnostics);
  const isShort = applicationChoiceOf(state, MOCK_SECTION, 'queue-details') === 'ewt';
  return success({ ...(ewt !== undefined && { ewt }), ...(isShort ? {} : others) });
}
