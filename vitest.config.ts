import { configDefaults, defineConfig } from 'vitest/config';
import { TEST_TIME_ZONE } from './scripts/browser.js';

// Before any worker starts: a worker inherits the zone and reads it once.
process.env['TZ'] = TEST_TIME_ZONE;

/** One project per kind of proof; each is also a script of its own in package.json. */
const kinds = {
  unit: 'test/{domain,wire,engine,transport,record-index,translations,mock,lint}/**/*.test.ts',
  contract: 'test/contract/**/*.test.ts',
  package: 'test/package/**/*.test.ts',
  e2e: 'test/e2e/**/*.test.ts',
};

export default defineConfig({
  test: {
    projects: Object.entries(kinds).map(([name, include]) => ({
      test: {
        name,
        include: [include],
        // What needs a document runs in Web Test Runner.
        exclude: [...configDefaults.exclude, '**/*.browser.test.ts'],
        environment: 'node' as const,
        testTimeout: name === 'e2e' ? 60_000 : 20_000,
        hookTimeout: 120_000,
      },
    })),
    coverage: {
      provider: 'v8',
      include: ['src/{domain,wire,transport,record-index}/**/*.ts', 'mock-server/**/*.ts'],
      reporter: ['text-summary', 'lcovonly'],
    },
  },
});
