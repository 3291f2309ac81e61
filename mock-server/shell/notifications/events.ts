import { ANSWERED } from '../../engine/engine.js';
import type { EngineEvent, EngineEventType } from '../../engine/engine.js';

/**
 * Which notifications follow from what happens (GMS reference, status notifications). The names are the reference's; when exactly each is
 * sent is not public and was chosen so that a life reads in order.
 */

/** What the names depend on besides the event. */
interface NotifiedService {
  /** Whether the customer is called first and waits for the agent. */
  readonly isCustomerFirst: boolean;
}

type Names = (event: EngineEvent, service: NotifiedService) => readonly string[];

const SUBMITTED = [
  '_cbe_on_callback_submitted',
  '_cbe_on_callback_queued',
  '_cbe_on_service_create',
  '_cbe_on_virtual_ixn_create',
];

const NAMES: Readonly<Partial<Record<EngineEventType, Names>>> = {
  created: ({ to }) => (to === 'SCHEDULED' ? ['_cbe_on_callback_scheduled'] : []),
  submitted: () => SUBMITTED,
  'submit-failed': () => ['_cbe_on_callback_submit_failed'],
  rescheduled: () => ['_cbe_on_callback_rescheduled'],
  reminded: () => ['_cbe_on_callback_reminder'],
  'agent-reserved': () => ['_cbe_on_target_found', '_cbe_on_dial_init'],
  dialled: ({ detail }, { isCustomerFirst }) => {
    if (detail !== ANSWERED) return ['_cbe_on_dial_done'];
    const waits = isCustomerFirst ? ['_cbe_on_customer_queued'] : [];
    return ['_cbe_on_dial_done', '_cbe_on_connect_treatment_start', ...waits, '_cbe_on_route_to_agent'];
  },
  'state-changed': namesOfChange,
  cancelled: () => ['_cbe_on_callback_cancelled'],
};

/** The names of the notifications of an event, in their order. */
export function notificationNames(event: EngineEvent, service: NotifiedService): readonly string[] {
  return NAMES[event.type]?.(event, service) ?? [];
}

/** A callback that was never handed over has no strategy that could end. */
function namesOfChange({ from, to, reason = '' }: EngineEvent): readonly string[] {
  const names = ['_cbe_on_callback_status_updated'];
  if (to !== 'COMPLETED') return names;
  if (reason.startsWith('FAIL_')) names.push('_cbe_on_callback_processing_failed');
  if (from !== 'SCHEDULED' && reason !== 'SUBMIT_FAILED') names.push('_cbe_on_service_exit');
  return names;
}
