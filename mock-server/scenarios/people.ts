import type { Options } from '../../src/domain/service.js';
import type { Random } from '../engine/state/random.js';

/**
 * Ranges that regulators keep for fiction and drama, and how many digits follow: nobody is behind them. North America 555-0100 to 0199,
 * London 7946 0, Manchester 496 0, British mobiles 7700 900, France 1 99 00 and 6 39 98, Berlin 23125, Sydney 7010, Melbourne 5550.
 */
const RANGES = [
  ['+121255501', 2],
  ['+141555501', 2],
  ['+131255501', 2],
  ['+442079460', 3],
  ['+441614960', 3],
  ['+447700900', 3],
  ['+3319900', 4],
  ['+3363998', 4],
  ['+493023125', 3],
  ['+6127010', 4],
  ['+6135550', 4],
] as const;

/** Share of callers from inside, by a short number. */
const SHORT_SHARE = 0.12;

const LINES_OF_BUSINESS = ['Consumer', 'Business', 'Special Projects'] as const;
const SERVICE_TYPES = ['New contract', 'Fault report', 'Invoice', 'Moving home', 'Upgrade'] as const;
const CHANNELS = ['WEB', 'WEB', 'MOBILE', 'IVR'] as const;
const FIRST_NAMES = ['ada', 'bruno', 'chiara', 'dmitri', 'elif', 'femi', 'greta', 'hugo', 'ines', 'jonas'] as const;
const LAST_NAMES = ['novak', 'okafor', 'lindqvist', 'marchetti', 'dubois', 'yilmaz', 'keller', 'sato'] as const;

/** A number to call. */
export function someNumber(random: Random): string {
  if (random.fraction() < SHORT_SHARE) return String(5000 + random.below(1000));
  const [prefix, digits] = random.pick(RANGES);
  return prefix + String(random.below(10 ** digits)).padStart(digits, '0');
}

/** What a request may say about the customer. */
export function someProperties(random: Random): Options {
  return {
    ...(random.fraction() < 0.55 ? { _LOB: random.pick(LINES_OF_BUSINESS) } : {}),
    ...(random.fraction() < 0.35 ? { _service_type: random.pick(SERVICE_TYPES) } : {}),
    ...(random.fraction() < 0.2 ? { _email: someAddress(random) } : {}),
    ...(random.fraction() < 0.3 ? { _cb_dim_channel: random.pick(CHANNELS) } : {}),
  };
}

function someAddress(random: Random): string {
  return `${random.pick(FIRST_NAMES)}.${random.pick(LAST_NAMES)}@example.${random.pick(['com', 'org', 'net'])}`;
}
