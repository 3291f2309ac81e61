import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A program as one minified file, as a portal would ship it.
 * @param {string} entry path of the program, from the root of the project
 * @param {{ external?: string[], fromSources?: boolean }} [options] packages that are left out; whether the table comes from its sources
 *   instead of from what was built of them
 */
export async function bundled(entry, { external = [], fromSources = false } = {}) {
  // Whatever the surroundings say: else the file would hold Lit's development build.
  process.env['NODE_ENV'] = 'production';
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // The package under its own name, as the pages import it.
    resolve: {
      alias: {
        'callback-elements/callback-table/define': fromSources
          ? `${root}src/components/callback-table/define.ts`
          : `${root}dist/src/components/callback-table/define.js`,
        'callback-elements/transport': fromSources
          ? `${root}src/transport/index.ts`
          : `${root}dist/src/transport/index.js`,
      },
    },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: `${root}${entry}`,
        external,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  const [{ output }] = /** @type {[import('vite').Rolldown.RolldownOutput]} */ ([result].flat());
  return output[0].code;
}
