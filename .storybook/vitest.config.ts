import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArguments, findBrowser, TEST_TIME_ZONE } from '../scripts/browser.js';

const browser = await findBrowser();

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [storybookTest({ configDir: fileURLToPath(new URL('.', import.meta.url)) })],
  test: {
    name: 'stories',
    testTimeout: 30_000,
    browser: {
      enabled: true,
      headless: true,
      instances: [{ browser: 'chromium' }],
      provider: playwright({
        launchOptions: {
          executablePath: browser.executablePath,
          chromiumSandbox: false,
          args: browserArguments,
          env: { ...process.env, ...browser.env },
        },
        // Without motion: a dialog that is still fading in has no contrast to judge.
        contextOptions: { timezoneId: TEST_TIME_ZONE, locale: 'en-US', reducedMotion: 'reduce' },
      }),
    },
  },
});
