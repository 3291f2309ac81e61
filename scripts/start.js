/**
 * Serves the demo portal and prints its address. Options: --port N (default 5173, or the next free one).
 * `npm run dev` serves the sources instead and reloads on every change.
 */
import { parseArgs } from 'node:util';
import { serveDemo } from './demo-server.js';
import { endWithParent } from './end-with-parent.js';

const DEFAULT_PORTS = Array.from({ length: 20 }, (_, index) => 5173 + index);

endWithParent();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));

try {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const { address } = await serveDemo(values.port === undefined ? DEFAULT_PORTS : [portOf(values.port)]);
  console.log(`Demo portal: ${address}`);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}

/** @param {string} text */
function portOf(text) {
  const port = Number(text);
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`Failed to serve the demo: ${text} is no port. Use a number from 0 to 65535.`);
}
