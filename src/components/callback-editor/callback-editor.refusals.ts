import type { ReportedState } from '../../domain/callback.js';
import { refusalOf } from '../../domain/lifecycle.js';
import type { UserCommand } from '../../domain/lifecycle.js';
import type { LocalizeController } from '../../internal/localize.js';
import type { EditorRefusals } from './callback-editor.types.js';

/** Why a command is off, in words: by the life cycle, else by what the owner says. Undefined when it is on. */
export function whyRefused(
  localize: LocalizeController,
  state: ReportedState,
  command: UserCommand,
  refusals: EditorRefusals,
): string | undefined {
  const refusal = refusalOf(state, command);
  return refusal === undefined ? refusals[command] : localize.term('refusal', refusal.code);
}
