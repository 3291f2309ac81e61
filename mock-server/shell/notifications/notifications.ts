import { EXPORTED_ID_KEY, FIELD_KEYS, fieldRefOf, splitList } from '../../../src/domain/keys.js';
import type { Options } from '../../../src/domain/service.js';
import { optionForRecord, virtualQueueOf } from '../../engine/engine.js';
import type { EngineEvent, EngineRecord, EngineSettings } from '../../engine/engine.js';
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

/** Section of a list of events that holds for every event. */
const FOR_ALL = 'properties';

const MOST_ATTEMPTS = 100;

/** The notifications of an event of a callback, in their order; none where the service does not want any. */
export function notificationsOf(
  settings: EngineSettings,
  record: EngineRecord,
  event: EngineEvent,
): readonly Notification[] {
  const service = settings.services.get(record.serviceName);
  if (service === undefined || !isNotifying(service)) return [];
  const option = (name: string): string => optionForRecord(settings, record, name)?.trim() ?? '';
  const target = option('_status_notification_target');
  if (target === '') return [];
  const isCustomerFirst = option('_userterminated_first_connect_party') !== 'AGENT';
  return notificationNames(event, { isCustomerFirst }).flatMap((name) => {
    const wanted = wantedFor(settings, option('_callback_events_list'), name);
    if (wanted === undefined) return [];
    const attempts = Number(wanted._status_notification_attempts ?? option('_status_notification_attempts'));
    return {
      name,
      id: record.id,
      channel: option('_status_notification_type') === 'orscb' ? 'orscb' : 'httpcb',
      target,
      attempts: Math.min(MOST_ATTEMPTS, Math.max(1, Math.floor(attempts) || 1)),
      body: { event: name, ...parametersOf(settings, record, { event, keys: splitList(wanted.notify_params) }) },
    };
  });
}

/** Whether a service notifies anybody. */
export function isNotifying(options: Options): boolean {
  const value = options._enable_status_notification?.trim();
  return value === 'notify' || value === 'subscribe_notify';
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
      return fieldText(record, key) ?? optionForRecord(settings, record, key);
  }
}

function fieldText(record: EngineRecord, key: string): string | undefined {
  const ref = fieldRefOf(key);
  if (ref.kind === 'property')
    return Object.hasOwn(record.properties, ref.name) ? record.properties[ref.name] : undefined;
  const value = record[ref.field];
  return typeof value === 'number' ? new Date(value).toISOString() : value;
}
