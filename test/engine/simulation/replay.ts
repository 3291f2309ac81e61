import { createState } from '../../../mock-server/engine/engine.js';
import type { EngineEvent, EngineState } from '../../../mock-server/engine/engine.js';
import type { EngineUnderTest } from './engine-under-test.js';
import { violation } from './invariants.js';
import type { Violation } from './invariants.js';
import type { Script } from './simulation.js';

/** Plays what a run did once more, without stopping and with time in other steps. The end must be the same. */
export function replayViolation(script: Script, engine: EngineUnderTest): Violation | undefined {
  const pieces = 2 + (script.world.seed % 5);
  if (isSame(script, play(script, engine, pieces))) return undefined;
  // Which of the two made the difference: the stops that are left out now, or the size of the steps?
  if (script.hasReloads && !isSame(script, play(script, engine, 1)))
    return violation('I28', 'a run that was written down and read again ended unlike one that never stopped');
  return violation('I27', `the same commands with time in ${pieces} pieces ended in something else`);
}

interface Ending {
  readonly events: readonly EngineEvent[];
  readonly hash: string;
}

function play({ world, commands }: Script, engine: EngineUnderTest, pieces: number): Ending {
  let state: EngineState = createState(world);
  const events: EngineEvent[] = [];
  for (const command of commands) {
    const parts = command.type === 'advance' ? partsOf(state.now, command.to, pieces) : [command];
    for (const part of parts) {
      const answer = engine.apply(state, part);
      state = answer.state;
      for (const event of answer.events) events.push(event);
    }
  }
  return { events, hash: engine.hash(state) };
}

function partsOf(
  from: number,
  to: number,
  pieces: number,
): readonly { readonly type: 'advance'; readonly to: number }[] {
  if (to <= from) return [{ type: 'advance', to }];
  return Array.from({ length: pieces }, (_, index) => ({
    type: 'advance',
    to: from + Math.floor(((to - from) * (index + 1)) / pieces),
  }));
}

function isSame(a: Ending, b: Ending): boolean {
  return (
    a.hash === b.hash && a.events.length === b.events.length && JSON.stringify(a.events) === JSON.stringify(b.events)
  );
}
