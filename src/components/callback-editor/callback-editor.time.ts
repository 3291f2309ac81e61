import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { offsetText, wallTime } from '../../domain/schedule.js';
import type { WallTime } from '../../domain/schedule.js';
import { textField } from './callback-editor.fields.js';
import type { EditorView } from './callback-editor.view.js';

/** Date and time of the callback, in the editor's zone, and the question which of two instants is meant. */
export function timeFields(view: EditorView): TemplateResult {
  const { draft, localize, timeZone } = view;
  const meant = wallTime(draft.desiredDate, draft.desiredTime, timeZone);
  return html`<div class="times">
      ${textField(view, { name: 'desiredDate', type: 'date', describedBy: 'time-help', label: localize.term('desiredDate') })}
      ${textField(view, { name: 'desiredTime', type: 'time', describedBy: 'time-help', label: localize.term('availableTimeSlot') })}
    </div>
    ${meant.kind === 'overlap' ? overlapQuestion(view, meant) : nothing}
    <p class="help" id="time-help">${localize.term('timeHelp', timeZone, offsetOf(meant, timeZone))}</p>`;
}

function overlapQuestion(view: EditorView, meant: Extract<WallTime, { kind: 'overlap' }>): TemplateResult {
  const { draft, form, localize, timeZone } = view;
  const answer = (which: 'earlier' | 'later', label: string): TemplateResult =>
    html`<label class="choice">
      <input
        type="radio"
        name="overlap"
        .value=${which}
        .checked=${draft.overlap === which}
        @change=${form.chooseOverlap}
      /><span>${label}</span>
    </label>`;
  const earlier = localize.term('overlapEarlier', draft.desiredTime, offsetText(meant.earlier, timeZone));
  const later = localize.term('overlapLater', draft.desiredTime, offsetText(meant.later, timeZone));
  return html`<fieldset class="note warning overlap">
    <legend>${localize.term('overlapQuestion')}</legend>
    ${answer('earlier', earlier)} ${answer('later', later)}
  </fieldset>`;
}

function offsetOf(meant: WallTime, zone: string): string | undefined {
  return meant.kind === 'instant' ? offsetText(meant.instant, zone) : undefined;
}
