import { elementsOnly, toPackagePaths } from './scripts/manifest-plugins.js';

export default {
  globs: ['src/components/**/*.ts', 'src/internal/base-element.ts'],
  exclude: ['src/components/**/*.styles.ts'],
  litelement: true,
  quiet: true,
  plugins: [elementsOnly(), toPackagePaths()],
};
