import { violation } from '../invariants.js';
import type { Violation } from '../invariants.js';
import { takesCallbacks } from '../options.js';
import { isSeenBy } from './persons.js';
import type { PersonalLook } from './persons.js';

/** Counters of what a person sees, each of them and their sum, against the book of what was told. */
export function* checkCounts({ state, engine, chronicle, user }: PersonalLook): Iterable<Violation> {
  const { settings, now } = state;
  const told = engine.watermarks(state, engine.access.callerOf(state, user).services);
  let total = 0;
  for (const name of settings.services.keys()) {
    if (!takesCallbacks(settings, name)) continue;
    const isSeen = isSeenBy(state, user, name);
    const wanted = isSeen ? chronicle.counters.shown(name, settings, now) : undefined;
    total += wanted ?? 0;
    if (told.services[name] !== wanted)
      yield violation(
        isSeen ? 'counters' : 'I26',
        `${user} counts ${String(told.services[name])} of ${String(wanted)} in ${name}`,
      );
  }
  if (told.total !== total) yield violation('counters', `${user} counts ${told.total} of ${total} in all`);
}
