/**
 * Plugins of the manifest analyzer: the manifest describes the package as people install it, and only what they may rely on.
 *
 * @typedef {{ packageLinkPhase(context: { customElementsManifest: any }): void, name: string }} Plugin
 */

/** Source paths become the paths of the built package. @returns {Plugin} */
export function toPackagePaths() {
  return {
    name: 'to-package-paths',
    packageLinkPhase({ customElementsManifest: manifest }) {
      visit(manifest, (node) => {
        for (const key of ['path', 'module']) {
          if (typeof node[key] === 'string') {
            node[key] = node[key].replace(/^\/?(src\/.*)\.[jt]s$/, 'dist/$1.js');
          }
        }
      });
    },
  };
}

/** Leaves out private members, and every module and declaration that is no element. @returns {Plugin} */
export function elementsOnly() {
  return {
    name: 'elements-only',
    packageLinkPhase({ customElementsManifest: manifest }) {
      for (const module of manifest.modules) {
        module.declarations = module.declarations.filter((/** @type {any} */ { tagName }) => tagName);
        for (const element of module.declarations) {
          element.members = element.members?.filter(isPublic);
          element.attributes = element.attributes?.filter(isPublic);
        }
      }
      manifest.modules = manifest.modules.filter((/** @type {any} */ { declarations }) => declarations.length > 0);
    },
  };
}

/** @param {{ name?: string, fieldName?: string, privacy?: string }} member */
function isPublic({ name, fieldName, privacy }) {
  return (privacy ?? 'public') === 'public' && !/^[#_]/.test(fieldName ?? name ?? '');
}

/**
 * @param {any} node
 * @param {(node: any) => void} change
 */
function visit(node, change) {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) change(node);
  for (const child of Object.values(node)) visit(child, change);
}
