import { describe, expect, it } from 'vitest';
import { EXCEPTIONS, readErrorBody, writeErrorBody } from '../../src/wire/errors.js';
import { anything, fc } from './arbitraries.js';

const SLOT = Date.UTC(2026, 2, 2, 9);
const ERROR = {
  message: 'Limit of queued callbacks for S is reached.',
  exception: EXCEPTIONS.serviceUnavailable,
  phrase: 'SERVICE_UNAVAILABLE',
  code: 503,
  availability: new Map([[SLOT, 4]]),
};

describe('an error body', () => {
  it('of 8.5.2 has a constant and a number', () => {
    expect(writeErrorBody(ERROR)).toEqual({
      message: ERROR.message,
      exception: ERROR.exception,
      code: 503,
      phrase: 'SERVICE_UNAVAILABLE',
      availability: { '2026-03-02T09:00:00.000Z': 4 },
    });
  });

  it('of 8.5.1 has neither', () => {
    expect(Object.keys(writeErrorBody(ERROR, '8.5.1'))).toEqual(['message', 'exception', 'availability']);
  });

  it('of the oldest servers has words alone', () => {
    expect(writeErrorBody(ERROR, 'oldest')).toEqual({ error: ERROR.message });
  });

  it('is read in every generation', () => {
    const { message: serverMessage, availability } = ERROR;
    expect(readErrorBody(writeErrorBody(ERROR))).toEqual({
      serverCode: 'SERVICE_UNAVAILABLE',
      serverMessage,
      availability,
    });
    expect(readErrorBody(writeErrorBody(ERROR, '8.5.1'))).toEqual({
      serverCode: 'CallbackExceptionServiceUnavailable',
      serverMessage,
      availability,
    });
    expect(readErrorBody(writeErrorBody(ERROR, 'oldest'))).toEqual({ serverMessage });
  });

  it('proposes slots also as text, and leaves out what is none', () => {
    const availability = { '2026-03-02T09:00:00.000Z': '4', soon: 3, '2026-03-02T09:05:00.000Z': 'many' };
    expect(readErrorBody({ availability }).availability).toEqual(new Map([[SLOT, 4]]));
  });

  it('shows at most 500 characters of plain text', () => {
    const { serverMessage } = readErrorBody({ message: `a\u0000\n\tb${'c'.repeat(1000)}` });
    expect(serverMessage).toMatch(/^a bc+$/);
    expect(serverMessage).toHaveLength(500);
  });

  it.each([undefined, null, '<html></html>', 500, [], { message: 5, phrase: {}, exception: null }])(
    'may be anything: %j says nothing',
    (body) => {
      expect(readErrorBody(body)).toEqual({});
    },
  );

  it('never makes its reader throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(anything, fc.record({ message: anything, exception: anything, availability: anything })),
        (body) => {
          const { serverMessage = '' } = readErrorBody(body);
          expect(serverMessage.length).toBeLessThanOrEqual(500);
          expect(Object.prototype).not.toHaveProperty('polluted');
        },
      ),
    );
  });
});
