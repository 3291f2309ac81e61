import type { EngineCommand, EngineRecord, EngineState } from '../../../mock-server/engine/engine.js';
import type { World } from './world.js';

const DAY = 86_400_000;
const TWO_HOURS = 7_200_000;

/** What the first loop needs to come round after everything is repaired; the slower one takes an hour. */
const HEALING = 3_660_000;

/** What makes everything work again: every service open, nothing paused, ORS there, agents enough and customers who answer. */
export function healing({ services }: World): readonly EngineCommand[] {
  return [
    { type: 'set-application', sections: { callback: { 'queue-polling-rate': '60', _dial_retry_timeout: '' } } },
    ...services.map((name) => ({ type: 'set-service', name, options: {} }) as const),
    { type: 'set-transaction-list', list: 'GMS_Paused_Services', sections: {} },
    { type: 'set-ors', reachable: true },
    { type: 'set-agents', agents: { loggedIn: 30, handleSeconds: 30, answerRate: 1 } },
  ];
}

/**
 * Who is due already and will be seen by a loop: the one that recovers submissions looks back for a day, the one that asks after
 * sessions for two hours. The others wait for the end of their time to live.
 */
export function overdue({ records, now }: EngineState): readonly string[] {
  const isSeen = ({ state, desiredTime, sessionAlive }: EngineRecord): boolean =>
    desiredTime > now - (state !== 'SCHEDULED' && sessionAlive !== true ? TWO_HOURS - HEALING : DAY - HEALING);
  return [...records.values()]
    .filter((record) => record.state !== 'COMPLETED' && record.desiredTime <= now && isSeen(record))
    .map(({ id }) => id);
}
