import type { SlotKnowledge } from '../../domain/availability.js';
import type { SlotContext } from '../../domain/slot-times.js';
import type { TimeRange } from '../../domain/time-range.js';

/** Remembers the answers for one service, so that a day stays known while the person looks at another month. */
export class SlotMemory {
  #known: readonly SlotKnowledge[] = [];

  /** Takes what is known now; answers for other services are forgotten. */
  learn(knowledge: SlotKnowledge | undefined, serviceName: string): void {
    const kept = this.#known.filter((known) => known.serviceName === serviceName && known.answer !== undefined);
    if (knowledge?.serviceName !== serviceName) {
      this.#known = kept;
      return;
    }
    this.#known = [knowledge, ...kept.filter(({ range }) => range.start !== knowledge.range.start)];
  }

  /** What is known of a span of time, as far as it can still be wished for: what came last, if it covers that. */
  of(range: TimeRange | undefined, { now, latest }: SlotContext): SlotKnowledge | undefined {
    if (range === undefined) return undefined;
    const start = Math.max(range.start, now);
    const end = Math.min(range.end, latest);
    return this.#known.find((known) => known.range.start <= start && known.range.end >= end);
  }
}
