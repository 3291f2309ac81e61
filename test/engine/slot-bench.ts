import { availabilityOf } from '../../mock-server/engine/engine.js';
import type { AvailabilityQuery, EngineRefusal } from '../../mock-server/engine/engine.js';
import type { Options } from '../../src/domain/service.js';
import { Bench } from './bench.js';

/** A service S with free times, and the questions that tests ask of it. */

/** A bench whose service is checked against office hours and a capacity of these options. */
export function checkedBench(options: Options, hours?: Options, capacity?: Options): Bench {
  const bench = new Bench({
    ...options,
    ...(hours && { _business_hours_service: 'hours' }),
    ...(capacity && { _capacity_service: 'capacity' }),
  });
  if (hours) bench.do({ type: 'set-service', name: 'hours', options: { _service: 'office-hours', ...hours } });
  if (capacity) bench.do({ type: 'set-service', name: 'capacity', options: { _service: 'capacity', ...capacity } });
  return bench;
}

/** What S offers. */
export function slots(
  bench: Bench,
  query: AvailabilityQuery = {},
): readonly { start: number; free: number; total: number }[] {
  const answer = availabilityOf(bench.state, 'S', query);
  if (!answer.ok) throw new Error(`There is no answer: ${JSON.stringify(answer.refusal)}`);
  return answer.value.slots;
}

/** A command for a new callback at a time, or for now. */
export const wish = (desiredTime?: number) =>
  ({
    type: 'create',
    serviceName: 'S',
    customerNumber: '5115',
    properties: {},
    ...(desiredTime !== undefined && { desiredTime }),
  }) as const;

/** The times that a refusal proposes. */
export const proposed = ({ availability }: EngineRefusal): readonly number[] => [...(availability?.keys() ?? [])];
