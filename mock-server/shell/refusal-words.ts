import type { EngineRefusal } from '../engine/commands.js';

/** A refusal of the engine in English, for developers who read the answer of the mock. */
export function refusalWords({ code, details }: EngineRefusal): string {
  const say = (name: string): string => String(details[name] ?? '');
  switch (code) {
    case 'unknown-service':
      return say('service') === ''
        ? 'There is no callback service.'
        : `Service ${say('service')} is not a callback service.`;
    case 'unknown-callback':
      return `There is no callback ${say('id')}${details.service === undefined ? '' : ` in service ${say('service')}`}.`;
    case 'missing-key':
      return `Invalid option: ${say('key')} is mandatory.`;
    case 'reserved-key':
      return `Invalid option: ${say('key')} is reserved and cannot be a property.`;
    case 'unreadable-time':
      return `Invalid option: the desired time is not a time in UTC such as 2026-07-04T09:44:01.000Z.`;
    case 'past-time':
      return `Invalid option: the desired time is in the past.`;
    case 'future-limit':
      return `Invalid option: the desired time is too far in the future. Check option _reject_future_desired_time.`;
    case 'not-reschedulable':
      return `A callback that is ${say('state')} cannot be rescheduled.`;
    case 'not-editable':
      return `A callback that is ${say('state')} cannot be changed.`;
    case 'not-cancellable':
      return `A callback that is ${say('state')} cannot be cancelled.`;
    case 'ors-session-gone':
      return 'The ORS session of the callback cannot be reached: 404 Not Found.';
    case 'ors-unreachable':
      return 'ORS cannot be reached.';
    case 'not-queued':
      return 'The callback has no ORS session: 404 Not Found.';
    case 'invalid-value':
      return `Invalid value for ${say('key')}.`;
  }
}
