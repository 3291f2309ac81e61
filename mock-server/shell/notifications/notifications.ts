import { EXPORTED_ID_KEY, FIELD_KEYS, fieldRefOf, splitList } from '../../../src/domain/keys.js';
import { hasPlaceholder } from '../../../src/domain/service-options/per-request.js';
import type { Options } from '../../../src/domain/service.js';
import {
  choiceForRecord,
  choiceOption,
  isOverwritable,
  numberForRecord,
  optionForRecord,
  optionOf,
  settingsFor,
  virtualQueueOf,
} from '../../engine/engine.js';
import type { EngineEvent, EngineRecord, EngineSettings } from '../../engine/engine.js';
import { fieldText } from '../field-text.js';
import { notificationNames } from './events.js';

/** A notice of what happened to a callback, for whoever its service names (GMS reference, status notifications). */
export interface Notification {
  readonly name: string;
  readonly id: string;
  /** Sent by HTTP, or only told to a strategy, which this mock does not have. */
  readonly channel: 'httpcb' | 'orscb';
  /** Address or session. */
  readonly target: string;
  /** How often to try, at least once. */
  readonly attempts: number;
  /** The name of the event and the parameters that the list of events asks for. */
  readonly body: Readonly<Record<string, string>>;
}

/** Parameters that are sent when no list of events says which. */
const DEFAULT_PARAMETERS = `${EXPORTED_ID_KEY},${FIELD_KEYS.serviceName}`;

/** Option that says whether there are any. */
const SWITCH = '_enable_status_notification';

/** Option of a service and of a list of events. */
const ATTEMPTS = '_status_notification_attempts';

/** Section of a list of events that holds for every event. */
const FOR_ALL = 'properties';

/** The notifications of an event of a callback, in their order; none where the service does not want any. */
export function notificationsOf(
  settings: EngineSettings,
  record: EngineRecord,
  event: EngineEvent,
): readonly Notification[] {
  if (!isNotifying(settingsFor(settings, record), record.serviceName)) return [];
  const option = (name: string): string => optionForRecord(settings, record, name)?.trim() ?? '';
  const choice = (name: string): string | undefined => choiceForRecord(settings, record, name);
  const target = option('_status_notification_target');
  if (target === '') return [];
  const isCustomerFirst = choice('_userterminated_first_connect_party') !== 'AGENT';
  return notificationNames(event, { isCustomerFirst }).flatMap((name) => {
    const wanted = wantedFor(settings, option('_callback_events_list'), name);
    if (wanted === undefined) return [];
    return {
      name,
      id: record.id,
      channel: choice('_status_notification_type') === 'orscb' ? 'orscb' : 'httpcb',
      target,
      attempts: numberForRecord(settings, record, ATTEMPTS, wanted[ATTEMPTS]),
      body: { event: name, ...parametersOf(settings, record, { event, keys: splitList(wanted.notify_params) }) },
    };
  });
}

/** Whether a service notifies anybody. */
export function isNotifying(settings: EngineSettings, service: string): boolean {
  const wish = choiceOption(settings, service, SWITCH);
  return settings.services.has(service) && (wish === 'notify' || wish === 'subscribe_notify');
}

/** Whether a service notifies anybody, or leaves that to requests. */
export function mayNotify(settings: EngineSettings, service: string): boolean {
  if (isNotifying(settings, service) || isOverwritable(settings, service, SWITCH)) return true;
  return hasPlaceholder(optionOf({ settings }, service, SWITCH) ?? '');
}

/**
 * What is wanted of an event: its own section of the list over the section for all. Undefined when the list has neither; without a list
 * every event is wanted.
 */
function wantedFor(settings: EngineSettings, list: string, name: string): Options | undefined {
  const sections = list === '' ? { [FOR_ALL]: {} } : (settings.transactionLists.get(list) ?? {});
  const own = Object.hasOwn(sections, name) ? sections[name] : undefined;
  const forAll = Object.hasOwn(sections, FOR_ALL) ? sections[FOR_ALL] : undefined;
  if (own === undefined && forAll === undefined) return undefined;
  return { notify_params: DEFAULT_PARAMETERS, ...forAll, ...own };
}

/** Parameters without a value are left out. */
function parametersOf(
  settings: EngineSettings,
  record: EngineRecord,
  { event, keys }: { readonly event: EngineEvent; readonly keys: readonly string[] },
): Readonly<Record<string, string>> {
  const texts = keys.map((key) => [key, parameterOf(settings, record, { event, key })] as const);
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function parameterOf(
  settings: EngineSettings,
  record: EngineRecord,
  { event, key }: { readonly event: EngineEvent; readonly key: string },
): string | undefined {
  switch (key) {
    case EXPORTED_ID_KEY:
      return record.id;
    case FIELD_KEYS.state:
      return event.to ?? record.state;
    case FIELD_KEYS.reason:
    case '_c_termination_type':
      return event.reason ?? record.reason;
    case '_v_queue':
    case '_urs_virtual_queue':
      return virtualQueueOf(settings, record);
    case '_c_dialed_number':
      return record.dials.attempts > 0 ? record.customerNumber : undefined;
    default:
      return fieldText(record, fieldRefOf(key)) ?? optionForRecord(settings, record, key);
  }
}
