import { DIAGNOSTIC_FIELDS } from '../../domain/diagnostics.js';
import type { DiagnosticField, QueueDiagnostics } from '../../domain/diagnostics.js';
import type { TableTexts } from './callback-table.texts.js';

/** One line of the details. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface FactGroup {
  readonly id: Group | 'other';
  readonly name: string;
  readonly facts: readonly Fact[];
}

type Group = 'queue' | 'customer' | 'attempts' | 'session';

const GROUP_OF: Readonly<Record<DiagnosticField, Group>> = {
  position: 'queue',
  estimatedWaitTime: 'queue',
  agentsLoggedIn: 'queue',
  priority: 'queue',
  routingTarget: 'queue',
  callbackType: 'customer',
  channel: 'customer',
  snoozed: 'customer',
  acceptedTime: 'customer',
  positionAtOffer: 'customer',
  waitAtOffer: 'customer',
  dialAttempt: 'attempts',
  dialResult: 'attempts',
  firstCallTime: 'attempts',
  nextCallTime: 'attempts',
  positionAtFirstCall: 'attempts',
  waitAtFirstCall: 'attempts',
  orsSessionId: 'session',
  callbackVersion: 'session',
};

const GROUPS: readonly Group[] = ['queue', 'customer', 'attempts', 'session'];

const WAITS: ReadonlySet<DiagnosticField> = new Set(['estimatedWaitTime', 'waitAtFirstCall', 'waitAtOffer']);
const TIMES: ReadonlySet<DiagnosticField> = new Set(['firstCallTime', 'acceptedTime', 'nextCallTime']);

/** What is known, in groups; what is unknown is left out, and so is a group without a fact. Keys of other versions come last, as they are. */
export function factGroups(diagnostics: QueueDiagnostics, texts: TableTexts): readonly FactGroup[] {
  const known = DIAGNOSTIC_FIELDS.filter((field) => diagnostics[field] !== undefined);
  const groups: FactGroup[] = GROUPS.map((group) => ({
    id: group,
    name: texts.term('detailGroup', group),
    facts: known
      .filter((field) => GROUP_OF[field] === group)
      .map((field) => ({ label: texts.term('diagnostic', field), value: factValue(diagnostics, field, texts) })),
  }));
  const other = Object.entries(diagnostics.other).map(([label, value]) => ({ label, value }));
  return [...groups, { id: 'other' as const, name: texts.term('detailGroup', 'other'), facts: other }].filter(
    ({ facts }) => facts.length > 0,
  );
}

function factValue(diagnostics: QueueDiagnostics, field: DiagnosticField, { term, time, number }: TableTexts): string {
  const value = diagnostics[field];
  if (value === null || value === undefined) return term('notInQueue');
  if (typeof value === 'boolean') return term(value ? 'yes' : 'no');
  if (typeof value === 'string') return value;
  if (TIMES.has(field)) return time(value);
  return WAITS.has(field) ? term('seconds', number(value)) : number(value);
}
