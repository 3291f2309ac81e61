import { describe, expect, it } from 'vitest';
import {
  isCancelOk,
  readCancelReply,
  readDialog,
  readQueuesReply,
  readRecordsReply,
  readWatermarks,
  writeCancelReply,
  writeDialNumber,
  writeDialog,
  writeStartChat,
  writeWatermarks,
} from '../../src/wire/replies.js';
import { anything, fc } from './arbitraries.js';

describe('the reply to a new callback', () => {
  it('has the documented body', () => {
    expect(writeDialog('118-1', 'You will receive the call shortly')).toEqual({
      _id: '118-1',
      _dialog_id: '0',
      _action: 'ConfirmationDialog',
      _text: 'You will receive the call shortly',
      _ok_title: 'Ok',
    });
  });

  it('is understood by its id alone', () => {
    expect(readDialog({ _id: '118-1', _action: 'DialNumber', _tel_url: 'tel:1' })).toEqual({
      ok: true,
      value: { id: '118-1' },
    });
    expect(readDialog(writeDialog('1', 'Wait'))).toMatchObject({ value: { text: 'Wait' } });
  });

  it('may send its customer to a number or into a chat', () => {
    expect(writeDialNumber('118-1', { number: '+18005550142', label: 'sales' })).toEqual({
      _id: '118-1',
      _dialog_id: '0',
      _action: 'DialNumber',
      _tel_url: 'tel:+18005550142',
      _label: 'sales',
    });
    const chat = writeStartChat('118-1', { startUrl: '/chat', cometUrl: '/comet', parameters: { name: 'Ada' } });
    expect(chat).toMatchObject({
      _action: 'StartChat',
      _start_chat_url: '/chat',
      _comet_url: '/comet',
      _chat_parameters: { name: 'Ada' },
    });
    expect(readDialog(chat)).toEqual({ ok: true, value: { id: '118-1' } });
  });

  it.each([{}, { _id: '' }, [], 'text', null])('%j is none', (body) => {
    expect(readDialog(body).ok).toBe(false);
  });
});

describe('the reply of a bulk cancel', () => {
  const outcomes = [
    { id: 'a', ok: true },
    { id: 'b', ok: false },
  ];

  it('is read as it is written', () => {
    const titles = readCancelReply(writeCancelReply(outcomes), ['a', 'b']);
    expect([...titles]).toEqual([
      ['a', 'Ok'],
      ['b', 'FAILURE_MISSING'],
    ]);
  });

  it.each([
    ['an object by id', { a: { _ok_title: 'Ok' }, b: { _ok_title: 'FAILURE_MISSING' } }],
    [
      'a list inside an object',
      {
        results: [
          { _id: 'a', _ok_title: 'Ok' },
          { _id: 'b', _ok_title: 'FAILURE_MISSING' },
        ],
      },
    ],
    [
      'the oldest spelling',
      [
        { id: 'a', _okTitle: 'Ok' },
        { id: 'b', _okTitle: 'FAILURE_MISSING' },
      ],
    ],
    ['a list without ids', [{ _ok_title: 'Ok' }, { _ok_title: 'FAILURE_MISSING' }]],
  ])('may be %s', (_, body) => {
    expect(readCancelReply(body, ['a', 'b'])).toEqual(
      new Map([
        ['a', 'Ok'],
        ['b', 'FAILURE_MISSING'],
      ]),
    );
  });

  it('is not guessed at when a list without ids is too short', () => {
    expect(readCancelReply([{ _ok_title: 'Ok' }], ['a', 'b']).size).toBe(0);
  });

  it('is a success only by its word', () => {
    expect([isCancelOk('Ok'), isCancelOk('OK'), isCancelOk('FAILURE_MISSING'), isCancelOk('')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the watermarks', () => {
  it('are read as they are written', () => {
    const written = writeWatermarks({ A: 0, B: 2 });
    expect(written.total).toBe(2);
    expect(readWatermarks(written)).toEqual({ ok: true, value: written });
  });

  it('may count in text', () => {
    expect(readWatermarks({ services: { A: '3' }, total: '3' })).toEqual({
      ok: true,
      value: { services: { A: 3 }, total: 3 },
    });
  });

  it('say what is wrong with them', () => {
    expect(readWatermarks({ services: { A: 'x' }, total: 1 })).toEqual({
      ok: false,
      issues: ['services.A is not a number'],
    });
  });
});

describe('envelopes', () => {
  it('of the queues name services', () => {
    expect(readQueuesReply({ S: [1], P: [] })).toEqual({
      ok: true,
      value: new Map([
        ['S', [1]],
        ['P', []],
      ]),
    });
    expect(readQueuesReply({ S: {} })).toEqual({ ok: false, issues: ['S is not a list'] });
    expect(readQueuesReply([]).ok).toBe(false);
  });

  it('of the other queries are lists', () => {
    expect(readRecordsReply([1])).toEqual({ ok: true, value: [1] });
    expect(readRecordsReply({}).ok).toBe(false);
  });

  it('never make their readers throw', () => {
    fc.assert(
      fc.property(anything, (body) => {
        for (const read of [readDialog, readQueuesReply, readRecordsReply, readWatermarks]) read(body);
        readCancelReply(body, ['a']);
        expect(Object.prototype).not.toHaveProperty('polluted');
      }),
    );
  });
});
