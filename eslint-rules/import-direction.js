import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rooms } from './rooms.js';

/** @typedef {import('eslint').Rule.RuleModule} RuleModule */

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} file */
function fromRoot(file) {
  return relative(root, file).split(sep).join('/');
}

/**
 * @param {string} file
 * @param {readonly string[]} places
 */
function isIn(file, places) {
  return places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place));
}

/**
 * @param {string} name
 * @param {readonly string[]} packages
 */
function isAllowedPackage(name, packages) {
  return packages.some(
    (allowed) => name === allowed || name.startsWith(allowed.endsWith(':') ? allowed : `${allowed}/`),
  );
}

/**
 * Keeps the imports of src/ and mock-server/ in the direction that rooms.js sets down.
 * @type {RuleModule}
 */
export const importDirection = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      room: '"{{from}}" may not import "{{to}}": {{room}} knows only {{allowed}}.',
      type: '"{{from}}" may import only types from "{{to}}".',
      package: '"{{from}}" may not import the package "{{to}}": {{room}} uses only {{allowed}}.',
      index: '"{{from}}" imports the index of its own folder. Import the file that holds the name.',
    },
  },
  create(context) {
    const from = fromRoot(context.filename);
    const room = rooms.find(({ path }) => isIn(from, [path]));
    if (room === undefined) return {};
    const ownFolder = isElementFolder(from) ? [`${dirname(from)}/`] : [];
    const may = [...room.may, ...ownFolder];

    /**
     * @param {import('eslint').Rule.Node} node
     * @param {unknown} specifier
     * @param {boolean} typeOnly
     */
    function check(node, specifier, typeOnly) {
      if (typeof specifier !== 'string') return;
      if (!specifier.startsWith('.')) {
        if (isAllowedPackage(specifier, room?.packages ?? [])) return;
        report(node, 'package', specifier, room?.packages ?? []);
        return;
      }
      const to = fromRoot(resolve(dirname(context.filename), specifier)).replace(/\.js$/, '.ts');
      if (to === `${dirname(from)}/index.ts`) report(node, 'index', to, may);
      else if (isIn(to, may)) return;
      else if (!isIn(to, room?.types ?? [])) report(node, 'room', to, may);
      else if (!typeOnly) report(node, 'type', to, may);
    }

    /**
     * @param {import('eslint').Rule.Node} node
     * @param {string} messageId
     * @param {string} to
     * @param {readonly string[]} allowed
     */
    function report(node, messageId, to, allowed) {
      const data = { from, to, room: room?.path ?? '', allowed: allowed.join(', ') || 'none' };
      context.report({ node, messageId, data });
    }

    /** @param {any} node Nodes of typescript-eslint know `importKind` and `exportKind`; ESTree's types do not. */
    function checkStatement(node) {
      if (node.source) check(node, node.source.value, (node.importKind ?? node.exportKind) === 'type');
    }

    return {
      ImportDeclaration: checkStatement,
      ExportNamedDeclaration: checkStatement,
      ExportAllDeclaration: checkStatement,
      ImportExpression: (node) => {
        check(node, node.source.type === 'Literal' ? node.source.value : undefined, false);
      },
    };
  },
};

/** @param {string} file */
function isElementFolder(file) {
  return file.startsWith('src/components/');
}
