import type { ComplexAttributeConverter } from 'lit';

/**
 * Reads an attribute as a number. What is none, also an empty text, sets null: a forgiving property is then what it begins with, and a
 * slip of the pen never becomes zero.
 */
export const numberText: ComplexAttributeConverter<number | null> = {
  fromAttribute: (text) => {
    const number = text === null || text.trim() === '' ? Number.NaN : Number(text);
    return Number.isNaN(number) ? null : number;
  },
};
