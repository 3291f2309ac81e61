import { expect } from '@open-wc/testing';
import {
  createDraft,
  editDraft,
  rescheduleDraft,
} from '../../../src/components/callback-editor/callback-editor.draft.js';
import type { EditorDraft, PropertyRow } from '../../../src/components/callback-editor/callback-editor.draft.js';
import {
  parseCreate,
  parseEdit,
  parseRescheduleCompleted,
} from '../../../src/components/callback-editor/callback-editor.parse.js';
import { makeRecord, NOW } from '../../support/records.js';

const clock = { timeZone: 'Europe/Berlin', now: NOW };

function create(changes: Partial<EditorDraft> = {}): EditorDraft {
  const draft = createDraft({ services: [{ name: 'Preview', groups: [] }], knownProperties: [], ...clock });
  return { ...draft, customerNumber: '5510', ...changes };
}

function own(row: number, key: string, value: string): PropertyRow {
  return { row, key, value, own: true };
}

function codes(parsed: ReturnType<typeof parseCreate>): readonly string[] {
  return (parsed.problems ?? []).map(({ path, code }) => `${path} ${code}`);
}

describe('a new callback, read from its form', () => {
  it('is immediate without a time', () => {
    expect(parseCreate(create(), clock)).to.deep.equal({
      request: { mode: 'create', request: { serviceName: 'Preview', customerNumber: '5510', properties: {} } },
    });
  });

  it('means the wall clock of the zone it names', () => {
    const parsed = parseCreate(create({ kind: 'scheduled', desiredDate: '2026-07-01', desiredTime: '14:30' }), clock);
    expect(parsed).to.have.nested.property('request.request.desiredTime', Date.UTC(2026, 6, 1, 12, 30));
  });

  it('drops a time that was typed before Immediate was chosen', () => {
    const parsed = parseCreate(create({ kind: 'immediate', desiredDate: '2026-07-01', desiredTime: '14:30' }), clock);
    expect(parsed).to.have.nested.property('request.request').that.does.not.have.property('desiredTime');
  });

  it('trims what is optional and leaves out what is empty', () => {
    const parsed = parseCreate(create({ virtualQueue: ' VQ_1 ', queueTimeStatistic: '  ' }), clock);
    expect(parsed).to.have.nested.property('request.request.virtualQueue', 'VQ_1');
    expect(parsed).to.have.nested.property('request.request').that.does.not.have.property('queueTimeStatistic');
  });

  for (const [typed, sent] of [
    ['5510', '5510'],
    ['+33604120405', '+33604120405'],
    ['+33 6 04 12 04-05', '+33604120405'],
    ['(020) 7946.0000', '02079460000'],
  ] as const) {
    it(`takes the number ${typed}`, () => {
      const parsed = parseCreate(create({ customerNumber: typed }), clock);
      expect(parsed).to.have.nested.property('request.request.customerNumber', sent);
    });
  }

  for (const typed of ['call me', '55a10', '+', '++33', '3+3', '+44 (0) 20 7946', '٥٥١٠']) {
    it(`refuses the number ${typed}`, () => {
      expect(codes(parseCreate(create({ customerNumber: typed }), clock))).to.deep.equal([
        'customerNumber invalid-number',
      ]);
    });
  }

  it('says everything that is wrong at once, in the order of the fields', () => {
    const empty = create({ serviceName: '', customerNumber: ' ', kind: 'scheduled', desiredDate: '', desiredTime: '' });
    expect(codes(parseCreate(empty, clock))).to.deep.equal([
      'serviceName required',
      'desiredDate invalid-date',
      'desiredTime invalid-time',
      'customerNumber required',
    ]);
  });

  it('refuses a time that has passed, to the minute', () => {
    const at = (desiredTime: string): readonly string[] =>
      codes(parseCreate(create({ kind: 'scheduled', desiredDate: '2026-03-09', desiredTime }), clock));
    expect(at('09:59')).to.deep.equal(['desiredTime in-the-past']);
    expect(at('10:00')).to.deep.equal([]);
  });

  it('refuses an hour that the clocks skip', () => {
    const draft = create({ kind: 'scheduled', desiredDate: '2026-03-29', desiredTime: '02:30' });
    expect(codes(parseCreate(draft, clock))).to.deep.equal(['desiredTime time-gap']);
  });

  it('asks which of two, and then takes the one meant', () => {
    const draft = create({ kind: 'scheduled', desiredDate: '2026-10-25', desiredTime: '02:30' });
    expect(codes(parseCreate(draft, clock))).to.deep.equal(['desiredTime time-overlap']);
    const earlier = parseCreate({ ...draft, overlap: 'earlier' }, clock);
    const later = parseCreate({ ...draft, overlap: 'later' }, clock);
    expect(earlier).to.have.nested.property('request.request.desiredTime', Date.UTC(2026, 9, 25, 0, 30));
    expect(later).to.have.nested.property('request.request.desiredTime', Date.UTC(2026, 9, 25, 1, 30));
  });
});

describe('service and number, read from the form', () => {
  const numbers = { country: 'US', refusesPremium: true, refusesImpossible: true };
  const services = [{ name: 'Preview', groups: [], numbers }];

  it('takes only services that there are', () => {
    const parsed = parseCreate(create({ serviceName: 'Previe' }), { ...clock, services });
    expect(codes(parsed)).to.deep.equal(['serviceName unknown-service']);
    expect(codes(parseCreate(create({ serviceName: ' ' }), { ...clock, services }))).to.deep.equal([
      'serviceName required',
    ]);
  });

  it('asks about a number as it would be sent, by the rules of the service', () => {
    const asked: unknown[] = [];
    const problemOfNumber = (...question: unknown[]): undefined => void asked.push(question);
    parseCreate(create({ customerNumber: '(415) 555-0101' }), { ...clock, services, problemOfNumber });
    expect(asked).to.deep.equal([['4155550101', numbers]]);
  });

  it('says what the service has against a number', () => {
    const problemOfNumber = () => ({ path: 'customerNumber', code: 'premium-number' }) as const;
    const parsed = parseCreate(create(), { ...clock, services, problemOfNumber });
    expect(codes(parsed)).to.deep.equal(['customerNumber premium-number']);
  });

  it('asks nobody about what is no number, or about a service whose rules are not known', () => {
    const problemOfNumber = (): never => expect.fail('nobody is to be asked');
    const silent = { ...clock, problemOfNumber };
    parseCreate(create({ customerNumber: 'call me' }), { ...silent, services });
    parseCreate(create(), { ...silent, services: [{ name: 'Preview', groups: [] }] });
    parseCreate(create(), silent);
  });
});

describe('properties, read from their rows', () => {
  it('keep their values as typed', () => {
    const parsed = parseCreate(create({ rows: [own(1, ' foo ', ' blue ')] }), clock);
    expect(parsed).to.have.nested.property('request.request.properties').that.deep.equals({ foo: ' blue ' });
  });

  it('count only when there is a value', () => {
    const rows = [own(1, '', ''), own(2, 'foo', ''), { row: 3, key: '_email', value: '', own: false }];
    const parsed = parseCreate(create({ rows }), clock);
    expect(parsed).to.have.nested.property('request.request.properties').that.deep.equals({});
  });

  for (const key of [
    '_customer_number',
    '_callback_state',
    '_callbackState',
    '_new_desired_time',
    '__proto__',
    'constructor',
  ]) {
    it(`cannot be called ${key}`, () => {
      expect(codes(parseCreate(create({ rows: [own(7, key, 'x')] }), clock))).to.deep.equal(['rows.7 reserved-key']);
    });
  }

  it('cannot be there twice, nor without a name', () => {
    const rows = [
      { row: 0, key: 'foo', value: '', own: false },
      own(1, 'foo', 'x'),
      own(2, '', 'y'),
      own(3, ' foo', 'z'),
    ];
    const problems = codes(parseCreate(create({ rows: [own(4, 'foo', 'w'), ...rows.slice(1)] }), clock));
    expect(problems).to.deep.equal([
      'rows.4 duplicate-key',
      'rows.1 duplicate-key',
      'rows.2 required',
      'rows.3 duplicate-key',
    ]);
  });
});

describe('a change of a callback, read from its form', () => {
  const record = makeRecord({ properties: { foo: 'blue', _LOB: 'Primary' } });

  it('needs a choice', () => {
    const draft = { ...editDraft(record, { ...clock, knownProperties: [], canMove: true }), choice: undefined };
    expect(codes(parseEdit(draft, record, clock))).to.deep.equal(['choice required']);
  });

  it('moves it', () => {
    const draft = {
      ...editDraft(record, { ...clock, knownProperties: [], canMove: true }),
      desiredDate: '2026-03-10',
      desiredTime: '08:15',
      instant: undefined,
    };
    expect(parseEdit(draft, record, clock)).to.deep.equal({
      request: { mode: 'reschedule', id: record.id, change: { desiredTime: Date.UTC(2026, 2, 10, 7, 15) } },
    });
  });

  it('is refused when the life cycle has moved on meanwhile', () => {
    const draft = editDraft(record, { ...clock, knownProperties: [], canMove: true });
    expect(codes(parseEdit(draft, { ...record, state: 'QUEUED' }, clock))).to.deep.equal(['choice rejected']);
  });

  it('holds only the properties that differ, and empties what was emptied', () => {
    const draft = editDraft(record, { ...clock, knownProperties: ['bar'], canMove: true });
    const rows = draft.rows.map((row) => (row.key === 'foo' ? { ...row, value: '' } : row));
    const parsed = parseEdit(
      { ...draft, choice: 'edit-properties', rows: [...rows, own(9, 'mood', 'good')] },
      record,
      clock,
    );
    expect(parsed).to.deep.equal({
      request: { mode: 'edit-properties', id: record.id, change: { foo: null, mood: 'good' } },
    });
  });

  it('cancels it, sessions or not', () => {
    const draft = { ...editDraft(record, { ...clock, knownProperties: [], canMove: true }), choice: 'cancel' as const };
    expect(parseEdit(draft, record, clock)).to.have.nested.property('request.discardOrsFailure', false);
    const forced = parseEdit({ ...draft, discardOrsFailure: true }, record, clock);
    expect(forced).to.have.nested.property('request.discardOrsFailure', true);
  });
});

describe('a completed callback, scheduled again from its form', () => {
  const record = makeRecord({ state: 'COMPLETED', reason: 'CANCELLED', properties: { _foo: 'a', _bar: 'b' } });

  it('offers the lookup keys that are properties, then what it has, then what is known, with the values it has', () => {
    const lookupKeys = ['_customer_number', '_foo', '_email', '_foo'];
    const draft = rescheduleDraft(record, { lookupKeys, knownProperties: ['mood'], ...clock });
    expect(draft.rows.map(({ key, value }) => [key, value])).to.deep.equal([
      ['_foo', 'a'],
      ['_email', ''],
      ['_bar', 'b'],
      ['mood', ''],
    ]);
  });

  it('sends the time and what differs', () => {
    const draft = rescheduleDraft(record, { lookupKeys: ['_foo', '_email'], knownProperties: [], ...clock });
    const rows = draft.rows.map((row) => (row.key === '_email' ? { ...row, value: 'a@example.org' } : row));
    const parsed = parseRescheduleCompleted({ ...draft, desiredTime: '11:00', rows }, record, clock);
    expect(parsed).to.deep.equal({
      request: {
        mode: 'reschedule-completed',
        id: record.id,
        change: { desiredTime: Date.UTC(2026, 2, 9, 10), properties: { _email: 'a@example.org' } },
      },
    });
  });
});
