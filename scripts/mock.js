/** Starts the mock as an HTTP server from its sources. Its options are those of mock-server/cli.ts. */
import { endWithParent } from './end-with-parent.js';
import { runFromSources } from './from-sources.js';

endWithParent();
await runFromSources('mock-server/cli.ts');
