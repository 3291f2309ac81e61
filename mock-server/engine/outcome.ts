import type { EngineRefusal } from './commands.js';

/** What a command came to: its value, or why it is refused. A command that is refused has changed nothing. */
export type Outcome<T> = { readonly value: T } | { readonly refusal: EngineRefusal };

export function done<T>(value: T): Outcome<T> {
  return { value };
}

export function refused(refusal: EngineRefusal): { readonly refusal: EngineRefusal } {
  return { refusal };
}
