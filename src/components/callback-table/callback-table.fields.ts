import { stateText } from '../../domain/callback.js';
import type { TimeFormat } from '../../internal/format.js';
import type { IndexField, IndexFields } from '../../record-index/fields.js';
import { propertyKey, propertyOf, searchFieldsOf } from './callback-table.columns.js';
import type { ColumnDefinition } from './callback-table.columns.js';

/** A number without the spaces between its groups, be they seen or written. */
export function withoutGroups(number: string): string {
  return number.includes(' ') ? number.replaceAll(' ', '') : number;
}

const FIXED: Readonly<Record<string, IndexField>> = {
  state: { text: stateText },
  customerNumber: { text: (record) => withoutGroups(record.customerNumber) },
  serviceName: { text: (record) => record.serviceName },
  id: { text: (record) => record.id },
};

/**
 * How the table's fields are searched and sorted: by the text on the screen, the time by its instant. A name that is no field of the
 * record is a property's; one that no record has finds nothing.
 * @param notSpecified what stands in the place of a missing property, so that it can be found too
 */
export function tableFields(columns: readonly ColumnDefinition[], time: TimeFormat, notSpecified: string): IndexFields {
  const fields = new Map<string, IndexField>(Object.entries(FIXED));
  const timeText = remembering(time);
  fields.set('desiredTime', {
    text: ({ desiredTime }) => timeText(desiredTime),
    order: ({ desiredTime }) => desiredTime,
  });
  const single = new Set(
    columns
      .filter(({ kind }) => kind === 'property')
      .flatMap(searchFieldsOf)
      .map(({ field }) => field),
  );
  return {
    searched: columns
      .filter(({ hidden }) => hidden !== true)
      .flatMap(searchFieldsOf)
      .map(({ field }) => field),
    get(id) {
      let field = fields.get(id);
      if (field === undefined) {
        field = propertyIndexField(propertyKey(id), single.has(id) ? notSpecified : '');
        fields.set(id, field);
      }
      return field;
    },
  };
}

function propertyIndexField(key: string, missing: string): IndexField {
  return { text: (record) => propertyOf(record, key) ?? missing };
}

/** Desired times lie on slots, so many callbacks share one: formatting is what makes a search by time slow. */
function remembering(format: TimeFormat): TimeFormat {
  const known = new Map<number, string>();
  return (instant) => {
    let text = known.get(instant);
    if (text === undefined) {
      text = format(instant);
      known.set(instant, text);
    }
    return text;
  };
}
