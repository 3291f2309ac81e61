/** How fast the engine is in a large centre and how much it keeps. It prints a table and judges nothing. */
import { runFromSources } from '../scripts/from-sources.js';

const { engineFigures } = await runFromSources('bench/engine-figures.ts');
console.table(await engineFigures());
