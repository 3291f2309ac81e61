import type { CallbackRecord } from '../../src/domain/callback.js';
import type { IndexField, IndexFields } from '../../src/record-index/fields.js';

const FIELDS: Readonly<Record<string, IndexField>> = {
  state: { text: ({ state }) => state },
  phone: { text: ({ customerNumber }) => customerNumber },
  service: { text: ({ serviceName }) => serviceName },
  time: {
    text: ({ desiredTime }) => new Date(desiredTime).toISOString(),
    order: ({ desiredTime }) => desiredTime,
  },
};

/** Fields as a table might give them, without its words and formats. */
export const testFields: IndexFields = {
  searched: ['state', 'phone', 'service'],
  get: (field) => FIELDS[field] ?? { text: (record: CallbackRecord) => record.properties[field] ?? '' },
};
