import type { Options } from '../service.js';
import { SERVICE_OPTIONS } from './catalogue.js';
import type { ServiceKind } from './option.js';

/** A scenario from which a callback service can be made ("Common Default Configuration"). */
export interface ServicePreset {
  readonly name: string;
  /** What the scenario sets. An empty text stands for an option that belongs to the scenario and waits for a value. */
  readonly options: Options;
  /** No page says what the scenario sets: it is our proposal. */
  readonly proposed?: true;
}

const TERMINATED: Options = { _call_direction: 'USERTERMINATED', _media_type: 'voice' };
const ORIGINATED: Options = { _call_direction: 'USERORIGINATED', _media_type: 'voice' };
const CHAT: Options = { _call_direction: 'USERORIGINATED', _media_type: 'chat' };

const AT_ONCE: Options = { _wait_for_agent: 'false', _wait_for_user_confirm: 'false' };
const CONFIRMED: Options = { _wait_for_agent: 'true', _wait_for_user_confirm: 'true' };
const UNCONFIRMED: Options = { _wait_for_agent: 'true', _wait_for_user_confirm: 'false' };

/** Scenarios in the order in which they are offered (GMS reference, scenario presets). */
export const SERVICE_PRESETS: readonly ServicePreset[] = Object.freeze([
  preset('User Terminated Immediate', { ...TERMINATED, ...AT_ONCE }),
  preset('User Terminated Delayed', { ...TERMINATED, ...CONFIRMED }),
  // A callback made by hand fails where the customer has to confirm, and scheduled ones are made by hand.
  preset('User Terminated Scheduled', {
    ...TERMINATED,
    ...UNCONFIRMED,
    _business_hours_service: '',
    _capacity_service: '',
  }),
  preset('User Terminated Delayed Agent Preview', {
    ...TERMINATED,
    ...UNCONFIRMED,
    _agent_preview: 'true',
    _userterminated_first_connect_party: 'AGENT',
    _cpd_enable: 'false',
  }),
  {
    ...preset('User Terminated Agent First with Implicit Reservation', {
      ...TERMINATED,
      ...UNCONFIRMED,
      _agent_preview: 'false',
      _userterminated_first_connect_party: 'AGENT',
      _cpd_enable: 'false',
    }),
    proposed: true,
  },
  preset('User Originated Immediate', { ...ORIGINATED, ...AT_ONCE }),
  preset('User Originated Delayed', { ...ORIGINATED, ...CONFIRMED }),
  preset('Chat Immediate', { ...CHAT, ...AT_ONCE }),
  preset('Chat Delayed', { ...CHAT, ...CONFIRMED }),
]);

/** What a new service of a kind begins with: its mandatory options, as far as they have a default. */
export function templateOptions(kind: ServiceKind): Options {
  const given = SERVICE_OPTIONS[kind].flatMap(({ name, classes, defaultValue }) =>
    classes.has('mandatory') && defaultValue !== undefined ? [[name, defaultValue] as const] : [],
  );
  return Object.fromEntries(given);
}

/** What a callback service that is made from a scenario begins with. */
export function presetOptions({ options }: ServicePreset): Options {
  return { ...templateOptions('callback'), ...options };
}

function preset(name: string, options: Options): ServicePreset {
  return { name, options };
}
