import type { Options } from '../service.js';
import type { ServiceKind } from './option.js';

const TEMPLATES: ReadonlySet<string> = new Set<ServiceKind>(['callback', 'office-hours', 'capacity']);

/** What kind of service options make. A strategy of one's own says by its service type that it is a callback service. */
export function serviceKindOf(options: Options): ServiceKind {
  if (textOf(options, '_service_type') === 'callback') return 'callback';
  const implementation = textOf(options, '_service');
  if (implementation !== undefined) return TEMPLATES.has(implementation) ? (implementation as ServiceKind) : 'other';
  return textOf(options, '_type') === 'builtin' ? 'other' : 'callback';
}

function textOf(options: Options, name: string): string | undefined {
  const text = Object.hasOwn(options, name) ? options[name] : undefined;
  return text === '' ? undefined : text;
}
