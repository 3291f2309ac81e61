import { violation } from '../invariants.js';
import type { Violation } from '../invariants.js';
import type { Step } from '../step.js';

type Named = Map<string, unknown>;

const SETTING: ReadonlySet<string> = new Set(['set-service', 'remove-service', 'provision', 'set-person']);

/** Checks that services and persons are what an accepted command set them to, and that no other command touches them. */
export function* checkSettings(step: Step): Iterable<Violation> {
  const { before, after, command } = step;
  if (before.settings === after.settings && !SETTING.has(command.type)) return;
  const services: Named = new Map(before.settings.services);
  const persons: Named = new Map(before.settings.persons);
  if (step.answer.refusal === undefined) carryOut(step, services, persons);
  if (textOf(services) !== textOf(after.settings.services))
    yield violation('settings', `${command.type} left other services than it should`);
  if (textOf(persons) !== textOf(after.settings.persons))
    yield violation('settings', `${command.type} left other persons than it should`);
}

function carryOut({ command }: Step, services: Named, persons: Named): void {
  switch (command.type) {
    case 'set-service':
      services.set(command.name, command.options);
      return;
    case 'remove-service':
      services.delete(command.name);
      return;
    case 'provision':
      for (const [name, options] of Object.entries(command.services)) services.set(name, options);
      for (const name of command.removed) services.delete(name);
      return;
    case 'set-person':
      persons.set(command.name, { roles: command.roles, services: command.services });
      return;
    default:
  }
}

function textOf(entries: ReadonlyMap<string, unknown>): string {
  return JSON.stringify([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
