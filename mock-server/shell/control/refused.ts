import type { EngineCommand, EngineRefusal } from '../../engine/commands.js';
import { misuse } from '../misuse.js';
import { refusalWords } from '../refusals/refusal-words.js';
import { DOING } from './requests.js';

/** What to do instead, where the words of the refusal do not say it. */
const REMEDIES: ReadonlyMap<string, string> = new Map([
  ['unknown-callback', 'Use the _id of one that GET /genesys/1/service/callback finds'],
  ['unknown-service', 'Set it with PUT /mock/services/{name} first, or correct its name'],
]);

/** The error of a control call that the engine refuses. */
export function refusedControl(type: EngineCommand['type'], refusal: EngineRefusal): Error {
  const remedy = REMEDIES.get(refusal.code) ?? 'Correct it';
  return misuse(DOING[type], `${refusalWords(refusal)} ${remedy}`, { serverCode: refusal.code });
}
