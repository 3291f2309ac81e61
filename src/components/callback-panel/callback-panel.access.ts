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
  /** Whether cancelling several callbacks and reports are switched on; they are until someone says otherwise (GMS reference, bulk cancel). */
  readonly bulk: boolean;
}

type Reasons = Omit<Access, 'bulk'>;

const EDITS = [
  'reschedule',
  'rescheduleCompleted',
  'updateProperties',
  'cancel',
] as const satisfies readonly Capability[];

/** Decides what is off, and why; a server's own reasons come in its own words. Being forbidden to write is told before what the server lacks. */
export function accessOf(context: AccessContext, localize: LocalizeController): Access {
  const forbidden = whyForbidden(context, localize);
  const lacking = (capability: Capability): string | undefined => whyLacking(context, capability, localize);
  const bulk = hasBulk(context);
  const off = bulk ? undefined : localize.term('bulkOff');
  const reasons = withoutGaps({
    create: forbidden ?? lacking('create'),
    edit: forbidden ?? (EDITS.some((edit) => lacking(edit) === undefined) ? undefined : lacking('reschedule')),
    cancelMany: forbidden ?? off ?? lacking('cancelMany'),
    export: off ?? lacking('exportCancelled'),
  });
  return { ...reasons, bulk };
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

function withoutGaps(reasons: Readonly<Record<keyof Reasons, string | undefined>>): Reasons {
  return Object.fromEntries(Object.entries(reasons).filter(([, reason]) => reason !== undefined));
}
