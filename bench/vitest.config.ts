import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    name: 'bench',
    environment: 'node',
    // One after another: two at once would measure each other.
    fileParallelism: false,
    benchmark: { include: ['bench/**/*.bench.ts'] },
  },
});
