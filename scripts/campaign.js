/** Simulates lifecycles of callbacks until there are enough or an invariant does not hold. Its options are those of test/engine/simulation/campaign.ts. */
import { runFromSources } from './from-sources.js';

await runFromSources('test/engine/simulation/campaign.ts');
