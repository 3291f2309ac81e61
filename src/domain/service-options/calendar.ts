import { choice } from './kinds.js';
import { proposed } from './option.js';
import type { OptionLine } from './option.js';

/** What every service has that GMS runs itself to say when something is, before its own options. */
export function calendarOptions(template: 'capacity' | 'office-hours'): readonly OptionLine[] {
  return [
    {
      name: '_type',
      values: choice('builtin'),
      defaultValue: 'builtin',
      ...proposed('mandatory'),
      description: 'Who runs the service: GMS itself.',
    },
    {
      name: '_service',
      values: choice(template),
      defaultValue: template,
      ...proposed('mandatory'),
      description: 'The template the service is made from.',
    },
    {
      name: '_timezone',
      values: { kind: 'zone' },
      ...proposed('mandatory'),
      description: 'Zone in which all hours of the service are meant.',
    },
  ];
}
