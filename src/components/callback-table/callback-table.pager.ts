import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { actionButton } from '../../internal/action.js';
import { icon } from '../../internal/icons.js';
import type { IconName } from '../../internal/icons.js';
import type { PageBounds } from '../../record-index/pages.js';
import type { TableTexts } from './callback-table.texts.js';

/** What the foot shows; it asks for pages by `turn`. */
export interface Pager {
  readonly bounds: PageBounds;
  /** Rows that match the search. */
  readonly count: number;
  readonly pageSize: number;
  readonly texts: TableTexts;
  readonly turn: (page: number) => void;
}

interface Turn {
  readonly id: 'firstPage' | 'previousPage' | 'nextPage' | 'lastPage';
  readonly icon: IconName;
  readonly page: number;
}

const SIZES = [50, 100, 250, 500] as const;

/** The foot of the table: which rows are shown, the way to the others, how many at once, and back to the top. */
export function pager(state: Pager): TemplateResult {
  const { term } = state.texts;
  const { page, pages } = state.bounds;
  return html`<div part="foot" class="foot">
    <nav part="pager" class="pager" aria-label=${term('pages')}>
      ${turnButton({ id: 'firstPage', icon: 'chevronsStart', page: 1 }, state)}
      ${turnButton({ id: 'previousPage', icon: 'chevronStart', page: page - 1 }, state)}
      <bdi class="range" aria-current="page">${rangeText(state)}</bdi>
      ${turnButton({ id: 'nextPage', icon: 'chevronEnd', page: page + 1 }, state)}
      ${turnButton({ id: 'lastPage', icon: 'chevronsEnd', page: pages }, state)}
    </nav>
    ${sizeSelect(state)}
    <button type="button" part="back-to-top" class="link back" data-action="back-to-top">
      ${icon('sortUp')}<span>${term('backToTop')}</span>
    </button>
  </div>`;
}

/** Which rows are shown of how many, for example `251–500 of 2,314`. */
function rangeText({ bounds: { start, end }, count, texts: { term, number } }: Pager): string {
  return term('pageRange', number(start + 1), number(end), number(count));
}

function turnButton({ id, icon, page }: Turn, { bounds, texts: { term }, turn }: Pager): TemplateResult {
  const isBack = id === 'firstPage' || id === 'previousPage';
  const isEdge = isBack ? bounds.page <= 1 : bounds.page >= bounds.pages;
  return actionButton({
    id,
    icon,
    label: term(id),
    kind: 'quiet',
    iconOnly: true,
    atEnd: !isBack,
    part: 'pager-button',
    reason: isEdge ? term(isBack ? 'isFirstPage' : 'isLastPage') : undefined,
    press: () => turn(page),
  });
}

function sizeSelect({ pageSize, texts: { term, number } }: Pager): TemplateResult {
  const sizes = (SIZES as readonly number[]).includes(pageSize) ? SIZES : [...SIZES, pageSize];
  return html`<label class="page-size">
    <span>${term('rowsPerPage')}</span>
    <select class="select" part="page-size" data-action="page-size">
      ${sizes.map(
        (size) =>
          html`<option value=${size} .selected=${live(size === pageSize)}>
            ${size === 0 ? term('allRows') : number(size)}
          </option>`,
      )}
    </select>
  </label>`;
}
