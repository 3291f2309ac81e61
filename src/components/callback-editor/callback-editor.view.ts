import type { CallbackRecord } from '../../domain/callback.js';
import type { CallbackError } from '../../domain/errors.js';
import type { ServiceSummary } from '../../domain/service.js';
import type { LocalizeController } from '../../internal/localize.js';
import type { EditorDraft } from './callback-editor.draft.js';
import type { EditorForm } from './callback-editor.form.js';
import type { EditorMode, EditorRefusals } from './callback-editor.types.js';

/** What the templates of the editor read. */
export interface EditorView {
  readonly draft: EditorDraft;
  readonly form: EditorForm;
  readonly localize: LocalizeController;
  readonly mode: EditorMode;
  readonly record: CallbackRecord | undefined;
  readonly services: readonly ServiceSummary[];
  readonly lookupKeys: readonly string[];
  readonly problem: CallbackError | undefined;
  readonly refusals: EditorRefusals;
  readonly timeZone: string;
  readonly busy: boolean;
  /** Whether the server could not reach the session of the callback since the form opened. */
  readonly sessionLost: boolean;
  /** Whether to ask if what was entered may be lost. */
  readonly asking: boolean;
  /** Why Continue is off, in words; undefined when it is on. */
  readonly whyOff: string | undefined;
  readonly requestClose: () => void;
  readonly keepEditing: () => void;
  readonly discard: () => void;
}
