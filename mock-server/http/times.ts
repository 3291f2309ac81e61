import { readExactWireTime, readWireTime } from '../../src/wire/time.js';
import type { TimeReader } from '../../src/wire/time.js';
import { applicationFlagOf } from '../engine/engine.js';
import { MOCK_SECTION } from '../engine/options/mock-switches.js';
import type { Exchange } from './exchange.js';

/** How the times of requests are read: with milliseconds only, where the mock is told so (GMS reference, dates). */
export function timeReaderOf({ engine }: Pick<Exchange, 'engine'>): TimeReader {
  return applicationFlagOf(engine.current, MOCK_SECTION, 'exact-times') ? readExactWireTime : readWireTime;
}
