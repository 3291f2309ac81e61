import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { momentText, placesText } from './callback-editor.moment.js';
import type { EditorView } from './callback-editor.view.js';

/** More proposals than a person compares. */
const MOST_PROPOSALS = 8;

/** Times that the server proposes instead of the one it refused, each one press away. */
export function proposalsView({ draft, form, localize, problem }: EditorView): TemplateResult | typeof nothing {
  const slots = [...(problem?.availability ?? [])]
    .filter(([, free]) => free > 0)
    .sort(([a], [b]) => a - b)
    .slice(0, MOST_PROPOSALS);
  if (slots.length === 0) return nothing;
  const proposal = ([start, free]: readonly [number, number]): TemplateResult => {
    const take = (): void => form.chooseInstant(start);
    return html`<li>
      <button type="button" part="button" class="button" @click=${take}>
        <bdi>${momentText(localize, start, draft.clockZone)}</bdi>
        <span class="help">${placesText(localize, free)}</span>
      </button>
    </li>`;
  };
  return html`<div class="proposals">
    <span id="proposals">${localize.term('freeTimes')}</span>
    <ul aria-labelledby="proposals">
      ${slots.map(proposal)}
    </ul>
  </div>`;
}
