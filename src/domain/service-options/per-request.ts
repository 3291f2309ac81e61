/** What requests may say about the options of their service (GMS reference, start a callback; redirect and overwritable options). */

/** The options that no request can set, neither by their own name nor by a placeholder: they are read where there is no request. */
export const NEVER_BY_REQUEST: readonly string[] = Object.freeze([
  '_type',
  '_service',
  '_service_type',
  '_service_groups',
  '_overwritable_options',
  '_customer_lookup_keys',
  'username',
  'password',
]);

/** Whether a request can set an option where its service lets it. */
export function mayComeByRequest(name: string): boolean {
  return !NEVER_BY_REQUEST.includes(name);
}

/** Whether a text is a name between dollar signs and nothing else: every request puts a value of its own in its place. */
export function isPlaceholder(text: string): boolean {
  return /^\s*\$[^$\s]+\$\s*$/.test(text);
}

/** Whether there is such a name anywhere in a text. */
export function hasPlaceholder(text: string): boolean {
  return /\$[^$\s]+\$/.test(text);
}

/** Puts values in the place of names between dollar signs. One without a value stays, since a dollar sign may be meant as one. */
export function fillPlaceholders(text: string, valueOf: (name: string) => string | undefined): string {
  return text.replace(/\$([^$\s]+)\$/g, (placeholder, name: string) => valueOf(name) ?? placeholder);
}

/** The names between dollar signs in a text. */
export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(/\$([^$\s]+)\$/g)].flatMap(([, name]) => name ?? []);
}
