import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

if (!existsSync(`${root}/dist/src/index.js`)) {
  throw new Error('Failed to test the package: dist/ is not built. Run "npm run build" first.');
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly sideEffects: readonly string[];
  readonly files: readonly string[];
}

export const packageJson = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as PackageJson;

export const tags = [
  'advanced-options',
  'callback-cancel-dialog',
  'callback-editor',
  'callback-panel',
  'callback-services',
  'callback-table',
  'report-dialog',
] as const;

/** Every JavaScript file of the built package, from its root: `dist/src/index.js`. */
export const builtFiles: readonly string[] = readdirSync(`${root}/dist`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js'))
  .map((file) => `dist/${file}`);

/** Whether a path of the package fits a pattern with stars that stop at slashes. */
export function fits(pattern: string, path: string): boolean {
  const expression = pattern.replace(/^\.\//, '').replace(/[.+]/g, '\\$&').replace(/\*/g, '[^/]*');
  return new RegExp(`^${expression}$`).test(path);
}
