import type { UserCommand } from '../../domain/lifecycle.js';
import type { LocalizeController } from '../../internal/localize.js';
import type { Capability, CallbackTransport, TransportDescription } from '../../transport/callback-transport.js';
import type { PanelConfiguration } from './callback-panel.types.js';

/** Everything that decides what a person may do here. */
export interface AccessContext {
  readonly transport: CallbackTransport | undefined;
  readonly description: TransportDescription | undefined;
  readonly configuration: PanelConfiguration;
  readonly readonly: boolean;
}

/** Why each action is off, in words; an action that is absent is on. */
export interface Access {
  readonly create?: string;
  /** Every change of a single callback. */
  readonly edit?: string;
  readonly cancelMany?: string;
  readonly export?: string;
  /** Single commands; what is off as a whole is off here too. */
  readonly refusals: Readonly<Partial<Record<UserCommand, string>>>;
  /** Whether cancelling several callbacks and reports are switched on; they are until someone says otherwise (GMS reference, bulk cancel). */
  readonly bulk: boolean;
}

/** What a transport must offer for each command of the editor. */
const EDITS = {
  reschedule: 'reschedule',
  'reschedule-completed': 'rescheduleCompleted',
  'edit-properties': 'updateProperties',
  cancel: 'cancel',
} as const satisfies Partial<Record<UserCommand, Capability>>;

/** Decides what is off, and why; a server's own reasons come in its own words. Being forbidden to write is told before what the server lacks. */
export function accessOf(context: AccessContext, localize: LocalizeController): Access {
  const forbidden = whyForbidden(context, localize);
  const lacking = (capability: Capability): string | undefined => whyLacking(context, capability, localize);
  const bulk = hasBulk(context);
  const off = bulk ? undefined : localize.term('bulkOff');
  const cancelMany = forbidden ?? off ?? lacking('cancelMany');
  const edits = Object.entries(EDITS).map(
    ([command, capability]) => [command, forbidden ?? lacking(capability)] as const,
  );
  const reasons = withoutGaps({
    create: forbidden ?? lacking('create'),
    edit: edits.some(([, reason]) => reason === undefined) ? undefined : edits[0]?.[1],
    cancelMany,
    export: off ?? lacking('exportCancelled'),
  });
  const refusals = withoutGaps({ ...Object.fromEntries(edits), 'cancel-by-admin': cancelMany });
  return { ...reasons, refusals, bulk };
}

function hasBulk({ configuration, description }: AccessContext): boolean {
  return configuration.features?.bulkCancelAndExport ?? description?.features.bulkCancelAndExport ?? true;
}

function whyForbidden({ readonly, configuration }: AccessContext, localize: LocalizeController): string | undefined {
  if (configuration.role === 'CallbackReadOnly') return localize.term('readonlyRole');
  return readonly ? localize.term('readonlyPage') : undefined;
}

function whyLacking(
  { transport, description }: AccessContext,
  capability: Capability,
  localize: LocalizeController,
): string | undefined {
  if (transport === undefined) return localize.term('noServer');
  if (typeof transport[capability] !== 'function') return localize.term('failure', 'unsupported');
  return description?.unavailable[capability];
}

function withoutGaps(reasons: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(reasons).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
