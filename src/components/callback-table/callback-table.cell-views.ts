import type { CallbackRecord } from '../../domain/callback.js';
import { element } from '../../internal/element.js';
import { propertyOf } from './callback-table.columns.js';
import type { ColumnDefinition, CustomField } from './callback-table.columns.js';
import { PhoneView } from './callback-table.phone-view.js';
import type { RowContext } from './callback-table.row-types.js';
import { StateView } from './callback-table.state-view.js';
import { isForeignText, isTooLong, textView } from './callback-table.text-view.js';
import type { TableTexts } from './callback-table.texts.js';

/** What a cell shows; it is kept and shows one callback after the other. */
export interface CellView {
  readonly show: (record: CallbackRecord) => void;
}

/** Makes a cell show what its column shows of a callback. */
export function cellView(
  { kind, keys = [] }: ColumnDefinition,
  cell: HTMLTableCellElement,
  context: RowContext,
): CellView {
  switch (kind) {
    case 'state':
      return new StateView(cell, context);
    case 'time':
      return timeView(cell, context.texts);
    case 'phone':
      return new PhoneView(cell, context.texts);
    case 'service':
      return textOf(cell, (record) => record.serviceName);
    case 'service-id':
      return textOf(cell, (record) => record.id);
    case 'property':
      return propertyView(cell, keys[0], context.texts);
    case 'custom-fields':
      return customFieldsView(cell, keys);
  }
}

function textOf(cell: HTMLElement, read: (record: CallbackRecord) => string): CellView {
  const show = textView(cell);
  return {
    show: (record) => {
      show(read(record));
    },
  };
}

function timeView(cell: HTMLElement, texts: TableTexts): CellView {
  const time = element('time');
  const show = textView(time);
  cell.append(time);
  return {
    show: ({ desiredTime }) => {
      show(texts.time(desiredTime));
      time.dateTime = isoTime(desiredTime);
    },
  };
}

function propertyView(cell: HTMLElement, field: CustomField | undefined, { term }: TableTexts): CellView {
  const show = textView(cell);
  return {
    show: (record) => {
      const value = field === undefined ? undefined : propertyOf(record, field.key);
      show(value ?? term('notSpecified'));
      cell.classList.toggle('quiet', value === undefined);
    },
  };
}

/** Name and value of each property; nothing at all of those that a callback does not have. */
function customFieldsView(cell: HTMLElement, keys: readonly CustomField[]): CellView {
  const pairs = keys.map(pairView);
  let shown = '';
  return {
    show: (record) => {
      const present = pairs.filter((pair) => pair.show(record));
      const keysShown = present.map(({ key }) => key).join('\n');
      if (keysShown === shown) return;
      shown = keysShown;
      cell.replaceChildren(...present.flatMap((pair) => [pair.element, ' ']));
    },
  };
}

interface PairView {
  readonly key: string;
  readonly element: HTMLElement;
  /** @returns whether the callback has the property */
  readonly show: (record: CallbackRecord) => boolean;
}

function pairView({ key, alias }: CustomField): PairView {
  const name = element('span', { class: 'alias quiet' });
  const value = element('span');
  // One text is quicker to draw than two; a name that turns its direction must not turn the colon.
  const isSimple = !isForeignText(alias) && !isTooLong(alias);
  if (isSimple) name.textContent = `${alias} : `;
  else textView(name)(alias);
  const show = textView(value);
  return {
    key,
    element: element('div', { class: 'pair' }, name, ...(isSimple ? [] : [' : ']), value),
    show: (record) => {
      const text = propertyOf(record, key);
      if (text !== undefined) show(text);
      return text !== undefined;
    },
  };
}

function isoTime(instant: number): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
