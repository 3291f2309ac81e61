import type { CallbackRecord } from '../../domain/callback.js';
import { element, setAttribute } from '../../internal/element.js';
import { phoneGroups } from '../../internal/format.js';
import { tooltipOf } from '../../internal/long-text.js';
import { isForeignText, isTooLong } from './callback-table.text-view.js';
import type { TableTexts } from './callback-table.texts.js';

/**
 * The cell of the number: grouped by margins, so that what is copied is the number itself. A row is named by its number, so a missing one
 * is said in words; and what is marked beside it describes the cell and is no part of its name.
 */
export class PhoneView {
  readonly #cell: HTMLElement;
  readonly #texts: TableTexts;
  readonly #holder = element('span', { class: 'phone' });
  readonly #groups: Text[] = [];
  #shown: string | undefined;
  #active = 0;
  #mark: HTMLElement | undefined;

  constructor(cell: HTMLElement, texts: TableTexts) {
    this.#cell = cell;
    this.#texts = texts;
    cell.append(this.#holder);
  }

  show({ customerNumber }: CallbackRecord): void {
    if (customerNumber === this.#shown) return;
    this.#shown = customerNumber;
    this.#showGroups(customerNumber === '' ? [this.#texts.term('notSpecified')] : phoneGroups(customerNumber));
    const isForeign = isForeignText(customerNumber.replace('+', ''));
    const isClipped = isForeign || isTooLong(customerNumber);
    const className = `phone${customerNumber === '' ? ' quiet' : ''}${isClipped ? ' clip' : ''}${isForeign ? ' foreign' : ''}`;
    if (this.#holder.className === className && !isClipped) return;
    this.#holder.className = className;
    this.#holder.title = tooltipOf(customerNumber) ?? '';
  }

  /** Marks a customer with several active callbacks. The mark is drawn by the styles: it is neither copied nor found in the page. */
  mark(active: number): void {
    if (active === this.#active) return;
    this.#active = active;
    const { term, number } = this.#texts;
    const words = active > 1 ? term('activeCallbacks', number(active)) : undefined;
    setAttribute(this.#cell, 'aria-description', words);
    if (words === undefined) {
      this.#mark?.remove();
      return;
    }
    const mark = (this.#mark ??= element('small', { class: 'several', 'aria-hidden': 'true' }));
    mark.title = words;
    mark.dataset.count = `×${number(active)}`;
    if (mark.parentNode === null) this.#cell.append(mark);
  }

  #showGroups(parts: readonly string[]): void {
    const groups = this.#groups;
    while (groups.length < parts.length) {
      const group = document.createTextNode('');
      groups.push(group);
      this.#holder.append(element('span', {}, group));
    }
    while (groups.length > parts.length) groups.pop()?.parentElement?.remove();
    groups.forEach((group, at) => {
      if (group.data !== parts[at]) group.data = parts[at] ?? '';
    });
  }
}
