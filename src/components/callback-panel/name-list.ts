import type { LocalizeController } from '../../internal/localize.js';
import { inSentence, shortened } from '../../internal/long-text.js';

/** As many names as a sentence bears. */
const MOST_NAMES = 3;

/** Names for a sentence, and whether they are all there, in full. */
export interface NameList {
  readonly words: string;
  readonly isWhole: boolean;
}

/** The first names, cut where they are long, and how many more there are. */
export function nameList(localize: LocalizeController, names: readonly string[]): NameList {
  const first = names.slice(0, MOST_NAMES);
  const rest = names.length - first.length;
  const words = first.map(inSentence).join(', ');
  return {
    words: rest === 0 ? words : localize.term('andMore', words, localize.number(rest)),
    isWhole: rest === 0 && first.every((name) => shortened(name) === name),
  };
}
