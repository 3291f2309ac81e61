import type { Destination, EngineState } from '../../../../mock-server/engine/engine.js';
import type { Chance } from '../chance.js';
import type { EngineUnderTest } from '../engine-under-test.js';
import { violation } from '../invariants.js';
import type { Violation } from '../invariants.js';
import { namesIn, takesCallbacks } from '../options.js';

const BASIC: readonly string[] = ['hello', 'request-interaction', 'match-interaction', 'request-access'];

/** Who answers a request, or the code of the refusal. */
type End = Destination | string;

/** Follows the redirects of a service once by the engine and once by hand, with what a request may say and without. */
export function* checkRedirects(state: EngineState, engine: EngineUnderTest, chance: Chance): Iterable<Violation> {
  const services = [...state.settings.services.keys()].filter((name) => takesCallbacks(state.settings, name));
  for (const serviceName of services) {
    const said = chance.pick([undefined, undefined, '', 'hello', 'nowhere', ...services]);
    const hidden = chance.is(0.3) ? chance.pick(services) : undefined;
    const request = { serviceName, customerNumber: '1', properties: {}, ...(said !== undefined && { redirect: said }) };
    const result = engine.destination(state.settings, request, (name) => name !== hidden);
    const told = 'refusal' in result ? result.refusal.code : result.destination;
    const wanted = walk(state, { serviceName, said, hidden });
    if (JSON.stringify(told) !== JSON.stringify(wanted))
      yield violation('redirects', `${serviceName} leads to ${JSON.stringify(told)}, not to ${JSON.stringify(wanted)}`);
  }
}

interface Start {
  readonly serviceName: string;
  readonly said: string | undefined;
  readonly hidden: string | undefined;
}

function walk({ settings }: EngineState, { serviceName, said, hidden }: Start): End {
  const own = (name: string): string => settings.services.get(name)?._redirect ?? '';
  const isFree = namesIn(settings.services.get(serviceName)?._overwritable_options ?? '').includes('_redirect');
  const way = [serviceName];
  let next = isFree && said !== undefined ? said : own(serviceName);
  while (next !== '') {
    if (way.includes(next)) return 'invalid-option';
    way.push(next);
    if (!settings.services.has(next) && !BASIC.includes(next)) return 'missing-service';
    if (!takesCallbacks(settings, next)) return { service: next, isCallback: false, origin: way.at(-2) ?? serviceName };
    if (next === hidden) return 'missing-service';
    next = own(next);
  }
  const end = way.at(-1) ?? serviceName;
  return { service: end, isCallback: true, origin: end };
}
