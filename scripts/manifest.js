/**
 * Writes custom-elements.json, the description of every element; with --check it writes nothing and
 * fails when the file is stale or something public is undocumented.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = `${root}/custom-elements.json`;

const allSource = ['src/internal', ...readdirSync(`${root}/src/components`).map((tag) => `src/components/${tag}`)]
  .map(textOf)
  .join('\n');
/** @type {any} */
const manifest = await cli({ argv: ['analyze'], cwd: root, noWrite: true });
// The analyzer takes files in the order in which they happen to be read.
manifest.modules.sort((/** @type {any} */ a, /** @type {any} */ b) => (a.path < b.path ? -1 : 1));
const text = await format(JSON.stringify(manifest), { ...(await resolveConfig(file)), parser: 'json' });

if (process.argv.includes('--check')) {
  const complaints = [...stale(), ...elements().flatMap(undocumented)];
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
} else {
  writeFileSync(file, text);
}

/** @returns {string[]} */
function stale() {
  const isFresh = readFileSync(file, 'utf8') === text;
  return isFresh ? [] : ['Failed to check custom-elements.json: it is stale. Run "npm run manifest".'];
}

/** @returns {any[]} */
function elements() {
  return manifest.modules
    .flatMap((/** @type {any} */ module) => module.declarations ?? [])
    .filter((/** @type {any} */ declaration) => declaration.customElement);
}

/**
 * What an element shows to the outside without a word about it.
 * @param {any} element
 * @returns {string[]}
 */
function undocumented(element) {
  const tag = element.tagName ?? element.name;
  /** @param {string} kind @param {string} name @param {string} [remedy] */
  const complaint = (kind, name, remedy = 'Describe it in the class comment or above it.') =>
    `Failed to document <${tag}>: ${kind} "${name}" has no description. ${remedy}`;
  const wordless = [
    ['member', element.members],
    ['event', element.events],
    ['part', element.cssParts],
    ['custom property', element.cssProperties],
    ['slot', element.slots],
  ].flatMap(([kind, entries]) =>
    (entries ?? [])
      .filter((/** @type {any} */ entry) => !entry.description && !entry.inheritedFrom)
      .map((/** @type {any} */ entry) => complaint(kind, entry.name ?? 'default')),
  );
  const source = textOf(`src/components/${tag}`);
  const parts = named(element.cssParts);
  const events = named(element.events);
  return [
    ...(element.tagName ? [] : [`Failed to document ${element.name}: it has no @tag.`]),
    ...wordless,
    ...found(source, /\bpart="([a-z][a-z0-9 -]*)"/g)
      .flatMap((list) => list.split(' '))
      .filter((part) => !parts.has(part))
      .map((part) => complaint('part', part, 'Add @csspart to the class comment.')),
    ...emitted(source)
      .filter((event) => !events.has(event))
      .map((event) => complaint('event', event, 'Add @fires to the class comment.')),
  ];
}

/**
 * The events that leave an element; wiring between our own parts does not.
 * @param {string} source
 */
function emitted(source) {
  const constants = new Map(
    [...allSource.matchAll(/\bconst ([A-Z_]+) = '([a-z-]+)'/g)].map(([, name = '', value = '']) => [name, value]),
  );
  return [...source.matchAll(/\bemit(?:<[^>]*>)?\(\s*[\w.#]+,\s*(?:'([a-z-]+)'|([A-Z_]+))([^;]*);/g)]
    .filter(([, , , rest = '']) => !rest.includes('internal: true'))
    .map(([, literal, constant = '']) => literal ?? constants.get(constant) ?? constant);
}

/** @param {{ name: string }[] | undefined} entries */
function named(entries = []) {
  return new Set(entries.map(({ name }) => name));
}

/** Everything written in a folder. @param {string} folder */
function textOf(folder) {
  return readdirSync(`${root}/${folder}`)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${root}/${folder}/${name}`, 'utf8'))
    .join('\n');
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
function found(text, pattern) {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))];
}
