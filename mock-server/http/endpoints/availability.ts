import { readAvailabilityV1, readAvailabilityV2 } from '../../../src/wire/availability-query.js';
import type { WireAvailabilityQuery } from '../../../src/wire/availability-query.js';
import { writeAvailabilityV1, writeAvailabilityV2 } from '../../../src/wire/availability.js';
import type { WireSlots } from '../../../src/wire/availability.js';
import { applicationFlagOf, applicationNumberOf, availabilityOf } from '../../engine/engine.js';
import { MOCK_SECTION } from '../../engine/options/mock-switches.js';
import { requireService, valueOf } from './callbacks.js';
import type { Exchange } from '../exchange.js';
import { refusalFailure } from '../refusals.js';
import { success } from '../reply.js';
import type { Reply } from '../reply.js';
import { timeReaderOf } from '../times.js';

/** The free times of a service (GMS reference, availability). */

/** Answers places left by start; slots without one are left out. */
export function queryAvailabilityV1(exchange: Exchange): Reply {
  const service = requireService(exchange);
  const { parameters, engine } = exchange;
  const hoursAround = applicationNumberOf(engine.current, MOCK_SECTION, 'timestamp-hours');
  const reading = { hoursAround, readTime: timeReaderOf(exchange) };
  const query = valueOf(readAvailabilityV1(parameters, engine.current.now, reading));
  const places = writeAvailabilityV1(slotsOf(exchange, service, query));
  if (!applicationFlagOf(exchange.engine.current, MOCK_SECTION, 'availability-as-text')) return success(places);
  return success(Object.fromEntries(Object.entries(places).map(([start, free]) => [start, String(free)])));
}

/** Answers a list of slots with their local times, and full ones where they are asked for. */
export function queryAvailabilityV2(exchange: Exchange): Reply {
  if (!applicationFlagOf(exchange.engine.current, MOCK_SECTION, 'availability-v2')) {
    throw refusalFailure({ code: 'not-found', details: { key: 'second version of availability' } });
  }
  const service = requireService(exchange);
  const { parameters, engine } = exchange;
  const query = valueOf(readAvailabilityV2(parameters, engine.current.now, { readTime: timeReaderOf(exchange) }));
  return success(writeAvailabilityV2(slotsOf(exchange, service, query), query.zone));
}

function slotsOf({ engine }: Exchange, service: string, query: WireAvailabilityQuery): WireSlots {
  const { start, end, maximum, reportBusy } = query;
  const answer = availabilityOf(engine.current, service, {
    start,
    reportBusy,
    ...(end !== undefined && { end }),
    ...(maximum !== undefined && { max: maximum }),
  });
  if (!answer.ok) throw refusalFailure(answer.refusal);
  return answer.value;
}
