/** Shows and takes slots around every change of clocks, in every zone. Its options are those of test/domain/zone-campaign.ts. */
import { runFromSources } from './from-sources.js';

await runFromSources('test/domain/zone-campaign.ts');
