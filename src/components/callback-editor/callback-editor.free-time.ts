import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { wallTime } from '../../domain/schedule.js';
import type { WallTime } from '../../domain/schedule.js';
import { offsetText } from '../../domain/zone-offset.js';
import { textField } from './callback-editor.fields.js';
import type { EditorView } from './callback-editor.view.js';
import { zoneName } from './callback-editor.zone-options.js';

/** A time that is typed, with what is known of its slot, and the question which of two instants is meant. */
export function freeTime(view: EditorView, note: TemplateResult | undefined): TemplateResult {
  const { draft, localize } = view;
  const { clockZone } = draft;
  const meant = wallTime(draft.desiredDate, draft.desiredTime, clockZone);
  return html`<div class="free-time">
    ${textField(view, {
      name: 'desiredTime',
      type: 'time',
      label: localize.term('availableTimeSlot'),
      required: true,
      describedBy: note === undefined ? 'time-help' : 'time-note time-help',
    })}
    <p class="help" id="time-help">${localize.term('timeHelp', zoneName(clockZone), offsetOf(meant, clockZone))}</p>
    ${meant.kind === 'overlap' ? overlapQuestion(view, meant) : nothing}
    <div class="help time-note" id="time-note" role="status">${note}</div>
  </div>`;
}

function overlapQuestion(view: EditorView, meant: Extract<WallTime, { kind: 'overlap' }>): TemplateResult {
  const { draft, form, localize } = view;
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
  const earlier = localize.term('overlapEarlier', draft.desiredTime, offsetText(meant.earlier, draft.clockZone));
  const later = localize.term('overlapLater', draft.desiredTime, offsetText(meant.later, draft.clockZone));
  return html`<fieldset class="note warning overlap">
    <legend>${localize.term('overlapQuestion')}</legend>
    ${answer('earlier', earlier)} ${answer('later', later)}
  </fieldset>`;
}

function offsetOf(meant: WallTime, zone: string): string | undefined {
  return meant.kind === 'instant' ? offsetText(meant.instant, zone) : undefined;
}
