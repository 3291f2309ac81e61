import type { EngineCommand, EngineRecord, EngineState } from '../../../mock-server/engine/engine.js';
import type { Answer } from './engine-under-test.js';

/** A record that is new, another one than before, or gone. */
export interface Change {
  readonly id: string;
  readonly before: EngineRecord | undefined;
  readonly after: EngineRecord | undefined;
}

/** One command and everything that came of it. */
export interface Step {
  readonly before: EngineState;
  readonly command: EngineCommand;
  readonly answer: Answer;
  readonly after: EngineState;
  readonly changes: readonly Change[];
}

export function stepOf(before: EngineState, command: EngineCommand, answer: Answer): Step {
  const after = answer.state;
  return { before, command, answer, after, changes: [...changesBetween(before, after)] };
}

/** Compares two states record by record, whatever either of them says. */
function* changesBetween({ records: before }: EngineState, { records: after }: EngineState): Iterable<Change> {
  if (before === after) return;
  for (const [id, record] of after) {
    const previous = before.get(id);
    if (previous !== record) yield { id, before: previous, after: record };
  }
  for (const [id, record] of before) if (!after.has(id)) yield { id, before: record, after: undefined };
}
