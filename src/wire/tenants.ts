import type { Reading } from '../domain/problems.js';
import type { Options } from '../domain/service.js';
import { isFields, propertyText } from './values.js';

/** Sections of configuration as the shared GMS provisions them (GMS reference, other endpoints). */

/** Before the name of a service in the name of its section. */
const PREFIX = 'service.';

/** Reads `{ "service.<name>": { option: value } }` into options by service; numbers, truth values and objects become text. */
export function readServiceSections(body: unknown): Reading<ReadonlyMap<string, Options>> {
  if (!isFields(body)) return rejected('');
  const services = new Map<string, Options>();
  for (const [section, options] of Object.entries(body)) {
    const name = serviceOf(section);
    if (name === undefined || !isFields(options)) return rejected(section);
    services.set(name, readOptions(options));
  }
  return services.size === 0 ? rejected('') : { ok: true, value: services };
}

/** Writes options by service as sections. */
export function writeServiceSections(services: Iterable<readonly [string, Options]>): Record<string, Options> {
  return Object.fromEntries([...services].map(([name, options]) => [PREFIX + name, options]));
}

/** Reads `["service.<name>"]` into names of services. */
export function readSectionNames(body: unknown): Reading<readonly string[]> {
  if (!Array.isArray(body) || body.length === 0) return rejected('');
  const names: string[] = [];
  for (const section of body as readonly unknown[]) {
    const name = typeof section === 'string' ? serviceOf(section) : undefined;
    if (name === undefined) return rejected('');
    if (!names.includes(name)) names.push(name);
  }
  return { ok: true, value: names };
}

function serviceOf(section: string): string | undefined {
  const name = section.startsWith(PREFIX) ? section.slice(PREFIX.length) : '';
  return name.trim() === '' ? undefined : name;
}

function readOptions(fields: Readonly<Record<string, unknown>>): Options {
  const options: Record<string, string> = {};
  for (const [key, value] of Object.entries(fields)) {
    const text = propertyText(value);
    if (text !== undefined && key !== '__proto__') options[key] = text;
  }
  return options;
}

function rejected(path: string): Reading<never> {
  return { ok: false, problems: [{ path, code: 'rejected' }] };
}
