import { describe, expect, it } from 'vitest';
import { CALLBACK_ERROR_CODES } from '../../src/domain/errors.js';
import { RANGE_PRESETS } from '../../src/domain/time-range.js';
import { de } from '../../src/translations/de.js';
import { deDialogs } from '../../src/translations/de-dialogs.js';
import { dePanel } from '../../src/translations/de-panel.js';
import { deShared } from '../../src/translations/de-shared.js';
import { deTable } from '../../src/translations/de-table.js';
import { deCustomer } from '../../src/translations/de-customer.js';
import { deReview } from '../../src/translations/de-review.js';
import { deSlots } from '../../src/translations/de-slots.js';
import { deUndo } from '../../src/translations/de-undo.js';
import { en } from '../../src/translations/en.js';
import { enDialogs } from '../../src/translations/en-dialogs.js';
import { enPanel } from '../../src/translations/en-panel.js';
import { enShared } from '../../src/translations/en-shared.js';
import { enTable } from '../../src/translations/en-table.js';
import { enCustomer } from '../../src/translations/en-customer.js';
import { enReview } from '../../src/translations/en-review.js';
import { enSlots } from '../../src/translations/en-slots.js';
import { enUndo } from '../../src/translations/en-undo.js';

const languages = {
  en: { whole: en, parts: [enShared, enTable, enDialogs, enPanel, enCustomer, enReview, enSlots, enUndo] },
  de: { whole: de, parts: [deShared, deTable, deDialogs, dePanel, deCustomer, deReview, deSlots, deUndo] },
};

describe.each(Object.entries(languages))('%s', (_language, { whole, parts }) => {
  it('defines every word once: no part takes the place of another', () => {
    const keys = parts.flatMap((part) => Object.keys(part));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('has the words that English has, and no empty one', () => {
    expect(Object.keys(whole).sort()).toEqual(Object.keys(en).sort());
    expect(Object.entries(whole).filter(([, word]) => word === '')).toEqual([]);
  });

  it('has a sentence for every failure and a name for every range', () => {
    for (const code of CALLBACK_ERROR_CODES) expect(whole.failure(code)).toMatch(/\.$/);
    for (const preset of RANGE_PRESETS) expect(whole.rangePreset(preset)).not.toBe('');
  });

  it('says a length of time in the unit that tells enough', () => {
    expect(whole.updatedAgo(59)).toContain('59 s');
    expect(whole.updatedAgo(600)).toContain('10 min');
    expect(whole.updatedAgo(7_260)).toContain('2 h 1 min');
  });

  it('counts one apart from many', () => {
    expect(whole.unreadable(1)).not.toContain(whole.unreadable(2).slice(2, 20));
    expect(whole.servicesCount(1)).toMatch(/^1 service$/i);
    expect(whole.cancelledMany(1, 0)).not.toContain('1 callbacks');
  });
});

describe('German', () => {
  it('is not English', () => {
    const same = Object.entries(en).filter(
      ([key, word]) => typeof word === 'string' && de[key as keyof typeof de] === word,
    );
    expect(same.map(([key]) => key)).toEqual(['$dir', 'services']);
  });
});
