import type { SlotKnowledge } from '../../domain/availability.js';
import type { CallbackRecord } from '../../domain/callback.js';
import type { CallbackError } from '../../domain/errors.js';
import type { ServiceSummary } from '../../domain/service.js';
import type { Combobox } from '../../internal/combobox.js';
import type { LocalizeController } from '../../internal/localize.js';
import type { EditorDraft } from './callback-editor.draft.js';
import type { EditorForm } from './callback-editor.form.js';
import type { SlotPicker } from './callback-editor.slot-picker.js';
import type { NumberCheck } from './callback-editor.number-check.js';
import type { Standing } from './callback-editor.standing.js';
import type { EditorMode, EditorOutcome, EditorRefusals } from './callback-editor.types.js';
import type { ZoneGuess } from './callback-editor.zone-guess.js';

/** What the templates of the editor read. */
export interface EditorView extends Standing {
  readonly draft: EditorDraft;
  readonly form: EditorForm;
  readonly picker: SlotPicker;
  readonly combobox: Combobox;
  readonly numberCheck: NumberCheck;
  readonly zoneGuess: ZoneGuess;
  readonly localize: LocalizeController;
  readonly mode: EditorMode;
  readonly record: CallbackRecord | undefined;
  readonly services: readonly ServiceSummary[];
  readonly lookupKeys: readonly string[];
  readonly availability: SlotKnowledge | undefined;
  readonly duplicates: readonly CallbackRecord[];
  readonly outcome: EditorOutcome | undefined;
  /** The server's clock in epoch milliseconds. */
  readonly now: number;
  readonly problem: CallbackError | undefined;
  readonly refusals: EditorRefusals;
  readonly timeZone: string;
  readonly busy: boolean;
  /** Whether the server could not reach the session of the callback since the form opened. */
  readonly sessionLost: boolean;
  /** Whether to ask if what was entered may be lost. */
  readonly asking: boolean;
  /** Gives the focus to the field that a problem is about. */
  readonly goTo: (path: string) => void;
  /** Asks for the form that the callback needs as it is now. */
  readonly reopen: () => void;
  readonly requestClose: () => void;
  readonly keepEditing: () => void;
  readonly discard: () => void;
}
