import { isCallbackError } from '../../domain/errors.js';
import { isOurs } from '../../internal/define.js';
import { AdvancedOptionsElement } from '../advanced-options/advanced-options.js';
import { CallbackCancelDialogElement } from '../callback-cancel-dialog/callback-cancel-dialog.js';
import { CallbackEditorElement } from '../callback-editor/callback-editor.js';
import { CallbackTableElement } from '../callback-table/callback-table.js';
import { ReportDialogElement } from '../report-dialog/report-dialog.js';

/** The elements the panel is made of. */
const PARTS = [
  CallbackTableElement,
  CallbackEditorElement,
  CallbackCancelDialogElement,
  AdvancedOptionsElement,
  ReportDialogElement,
] as const;

/** Registers every part whose tag is free and answers what became of the others: one error for each tag a stranger holds. */
export function defineParts(registry?: CustomElementRegistry): readonly Error[] {
  const taken: Error[] = [];
  for (const part of PARTS) {
    try {
      part.define(undefined, registry);
    } catch (error) {
      if (!isCallbackError(error) || error.code !== 'tag-taken') throw error;
      taken.push(error);
    }
  }
  return taken;
}

/** A tag of ours that a stranger holds; undefined when there is none. */
export function takenTag(): string | undefined {
  return PARTS.find((part) => customElements.get(part.tag) !== undefined && !isOurs(part))?.tag;
}
