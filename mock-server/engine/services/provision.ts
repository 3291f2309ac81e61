import type { OptionSections } from '../commands.js';
import { removeService, setService } from './configure.js';
import type { Draft } from '../draft.js';
import { done } from '../outcome.js';
import type { Outcome } from '../outcome.js';

/** Creates, replaces and removes several services at once: all of them, or none. */
export interface ProvisionCommand {
  readonly type: 'provision';
  /** Options by the name of the service; they replace all it had. */
  readonly services: OptionSections;
  /** Names of services to remove. */
  readonly removed: readonly string[];
}

/** Sets and removes services. A refusal of one is the refusal of all, and nothing has changed. */
export function provision(draft: Draft, command: ProvisionCommand): Outcome<Readonly<Record<string, never>>> {
  for (const [name, options] of Object.entries(command.services)) {
    const outcome = setService(draft, { type: 'set-service', name, options });
    if ('refusal' in outcome) return outcome;
  }
  for (const name of command.removed) {
    const outcome = removeService(draft, { type: 'remove-service', name });
    if ('refusal' in outcome) return outcome;
  }
  return done({});
}
