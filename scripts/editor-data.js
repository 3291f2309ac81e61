/** What editors need to know our tags: VS Code's custom data and JetBrains' web types, both made from the manifest. */

/**
 * @param {any} manifest
 * @returns {any[]}
 */
function elementsOf(manifest) {
  return manifest.modules
    .flatMap((/** @type {any} */ module) => module.declarations ?? [])
    .filter((/** @type {any} */ declaration) => declaration.tagName);
}

/** @param {any} manifest */
export function htmlCustomData(manifest) {
  return {
    version: 1.1,
    tags: elementsOf(manifest).map((element) => ({
      name: element.tagName,
      description: text(element),
      attributes: (element.attributes ?? []).map((/** @type {any} */ attribute) => ({
        name: attribute.name,
        description: text(attribute),
        values: literals(attribute.type?.text).map((name) => ({ name })),
      })),
    })),
  };
}

/**
 * @param {any} manifest
 * @param {{ name: string, version: string }} library
 */
export function webTypes(manifest, { name, version }) {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elementsOf(manifest).map((element) => ({
          name: element.tagName,
          description: text(element),
          attributes: (element.attributes ?? []).map(described),
          js: {
            properties: (element.members ?? [])
              .filter((/** @type {any} */ { kind, static: isStatic }) => kind === 'field' && !isStatic)
              .map(described),
            events: (element.events ?? []).map(described),
          },
          css: {
            parts: (element.cssParts ?? []).map(described),
            properties: (element.cssProperties ?? []).map(described),
          },
        })),
      },
    },
  };
}

/** @param {any} entry */
function described(entry) {
  return { name: entry.name, description: text(entry) };
}

/** @param {any} entry */
function text(entry) {
  return entry.description ?? entry.summary ?? '';
}

/** The literals of a union type, which are the values an editor can offer. @param {string} [type] */
function literals(type = '') {
  return [...type.matchAll(/'([^']+)'/g)].map(([, value = '']) => value);
}
