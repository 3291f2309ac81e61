import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { mockServiceWorker } from '../scripts/mock-service-worker.js';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [mockServiceWorker()],
  server: { host: '127.0.0.1', port: 5173 },
  build: {
    target: 'es2022',
    // Lowered, light-dark() would follow the system and not the page's own switch.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The demo carries the mock and msw, which no real page does.
    chunkSizeWarningLimit: 2_000,
  },
});
