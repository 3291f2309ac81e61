import type { EngineRefusal, EngineRefusalCode } from '../../engine/commands.js';

/** Gives a detail of a refusal as text; empty when the refusal does not have it. */
type Say = (name: string) => string;

/** Texts that real servers are known to send are theirs (GMS reference, start a callback, errors); the others are ours. */
const WORDS: Readonly<Record<EngineRefusalCode, (say: Say) => string>> = {
  'unknown-service': (say) =>
    say('kind') === 'any'
      ? `There is no service ${say('service')}.`
      : say('service') === ''
        ? 'There is no callback service.'
        : `Service ${say('service')} is not a callback service.`,
  'unknown-callback': (say) =>
    `There is no callback ${say('id')}${say('service') === '' ? '' : ` in service ${say('service')}`}.`,
  'missing-key': (say) => `Invalid option: ${say('key')} is mandatory.`,
  'reserved-key': (say) => `Invalid option: ${say('key')} is reserved and cannot be a property.`,
  'unreadable-time': () => 'Invalid option: the desired time is not a time in UTC such as 2026-07-04T09:44:01.000Z.',
  'past-time': () => 'Invalid option: the desired time is in the past.',
  'future-limit': () =>
    'Invalid option: the desired time is too far in the future. Check option _reject_future_desired_time.',
  'not-reschedulable': (say) => `A callback that is ${say('state')} cannot be rescheduled.`,
  'not-editable': (say) => `A callback that is ${say('state')} cannot be changed.`,
  'not-cancellable': (say) => `A callback that is ${say('state')} cannot be cancelled.`,
  'ors-session-gone': () => 'The ORS session of the callback cannot be reached: 404 Not Found.',
  'ors-unreachable': () => 'ORS cannot be reached.',
  'not-queued': (say) =>
    say('session') === ''
      ? 'The callback has no ORS session: 404 Not Found.'
      : `A callback that is ${say('state')} does not wait in the queue and has no position there.`,
  'invalid-value': (say) =>
    `Invalid value for ${say('key')}${say('problem') === '' ? '' : `: ${say('problem')}`}.${say('allowed') === '' ? '' : ` It accepts ${say('allowed')}.`}`,
  'invalid-option': invalidOption,
  'premium-number': (say) =>
    `Customer Number [${say('number')}] is disallowed, because it's a premium number. Check option _disallow_premium_phone_numbers`,
  'impossible-number': (say) =>
    `Customer Number [${say('number')}] is disallowed, because it is invalid. Check option _disallow_impossible_phone_numbers`,
  'missing-country': (say) =>
    `Service option ${say('service')} / _default_country is not configured. But option ${say('option')} is set. We cannot validate phone numbers without knowing the country.`,
  'rate-limit': (say) => `Limit of queued callbacks for ${say('service')} is reached for interval ${say('seconds')}s.`,
  'daily-limit': (say) =>
    `Callback for ${say('parameter')}=${say('value')} rejected because previous callbacks for this parameter were requested for more than ${say('limit')} times today.`,
  'queue-limit': (say) => `Limit of queued callbacks for ${say('service')} is reached.`,
  'already-queued': (say) =>
    `Customer number ${say('number')} is in the queue ${say('limit') === '1' ? 'once' : 'twice'} already. Check option _enable_in_queue_checking.`,
  'outside-office-hours': (say) =>
    `The desired time is outside the office hours of service ${say('service')}. Choose one of the times in availability.`,
  'bucket-full': (say) =>
    `The desired time is fully booked in service ${say('service')}. Choose one of the times in availability.`,
  'missing-service': (say) =>
    `Option ${say('option')} of service ${say('service')} names "${say('value')}", and there is no such service. Configure it first.`,
  'not-found': (say) => `There is no ${say('key')}.`,
};

/** Longest value that is quoted whole. */
const LONGEST = 100;

function invalidOption(say: Say): string {
  const known = say('known');
  if (known !== '') return `Section ${say('section')} has no option ${say('option')}. It has ${known}.`;
  const owner = say('service') === '' ? `section ${say('section')}` : `service ${say('service')}`;
  const value = say('value').length > LONGEST ? `${say('value').slice(0, LONGEST)}…` : say('value');
  return `Option ${say('option')} of ${owner} is "${value}". It accepts ${say('accepts')}.`;
}

/** A refusal of the engine in English, for developers who read the answer of the mock. */
export function refusalWords({ code, details }: EngineRefusal): string {
  return WORDS[code]((name) => String(details[name] ?? ''));
}
