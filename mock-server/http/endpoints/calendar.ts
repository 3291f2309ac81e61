import type { ServiceKind } from '../../../src/domain/service-options/option.js';
import { serviceKindOf } from '../../../src/domain/service-options/service-kind.js';
import { readCalendarQuery } from '../../../src/wire/availability-query.js';
import { toWireTime } from '../../../src/wire/time.js';
import { capacityBetween, officeHoursBetween } from '../../engine/engine.js';
import { valueOf } from './callbacks.js';
import type { Exchange } from '../exchange.js';
import { refusalFailure } from '../refusals.js';
import { success } from '../reply.js';
import type { Reply } from '../reply.js';

/**
 * What office hours and capacities say of a range; without parameters, of now. Only `error` is known of the replies of real servers:
 * the other names are this mock's own (GMS reference, office hours; time buckets and capacity; unknowns 13).
 */

/** Whether the address names a service that others are checked against: office hours or a capacity. */
export function isCalendarService(exchange: Exchange): boolean {
  const kind = kindOf(exchange);
  return kind === 'office-hours' || kind === 'capacity';
}

/** Answers for either kind; any other service has no calendar. */
export function queryCalendarService(exchange: Exchange): Reply {
  switch (kindOf(exchange)) {
    case 'office-hours':
      return queryOfficeHours(exchange);
    case 'capacity':
      return queryCapacity(exchange);
    default:
      throw refusalFailure({ code: 'not-found', details: { key: `service ${exchange.service}` } });
  }
}

/** Answers when the service is open; an empty list is closed. */
function queryOfficeHours({ engine, parameters, service }: Exchange): Reply {
  const state = engine.current;
  const periods = officeHoursBetween(state, service, valueOf(readCalendarQuery(parameters, state.now)));
  if (!periods.ok) throw refusalFailure(periods.refusal);
  return success({ error: null, open: periods.value.map(span) });
}

/** Answers what the service takes in each time bucket. */
function queryCapacity({ engine, parameters, service }: Exchange): Reply {
  const state = engine.current;
  const periods = capacityBetween(state, service, valueOf(readCalendarQuery(parameters, state.now)));
  if (!periods.ok) throw refusalFailure(periods.refusal);
  return success({
    error: null,
    periods: periods.value.map((period) => ({ ...span(period), capacity: period.capacity })),
  });
}

function kindOf({ engine, service }: Exchange): ServiceKind | undefined {
  const options = engine.current.settings.services.get(service);
  return options === undefined ? undefined : serviceKindOf(options);
}

function span({ start, end }: { readonly start: number; readonly end: number }): Record<'start' | 'end', string> {
  return { start: toWireTime(start), end: toWireTime(end) };
}
