import { offsetText } from '../../domain/zone-offset.js';
import { momentFormat } from '../../internal/day-format.js';
import type { LocalizeController } from '../../internal/localize.js';
import { timeOf } from './callback-editor.draft.js';

/** An instant in words, by the clock of a zone: `Mon, Mar 9, 10:05`; with the offset where the clock shows that time twice. */
export function momentText(localize: LocalizeController, instant: number, zone: string): string {
  const text = momentFormat(localize.lang(), zone)(instant);
  return timeOf(instant, zone).overlap === undefined ? text : `${text} (${offsetText(instant, zone)})`;
}

/** Places left in a slot, in words. */
export function placesText(localize: LocalizeController, free: number): string {
  return free === 0 ? localize.term('full') : localize.term('placesLeft', free, localize.number(free));
}
