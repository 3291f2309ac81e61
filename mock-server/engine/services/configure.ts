import type { AgentSettings, EngineCommand } from '../commands.js';
import { callEnd } from '../life/calls.js';
import type { Draft } from '../draft.js';
import { refusalOfSections, refusalOfService } from '../options/option-checks.js';
import { done, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { EngineRecord } from '../state/record.js';
import { isRole, ROLES } from './roles.js';

type Of<T extends EngineCommand['type']> = Extract<EngineCommand, { readonly type: T }>;
type Nothing = Readonly<Record<string, never>>;

const NOTHING: Nothing = {};

/** More agents than any centre has; keeps a mistyped number from stopping the engine. */
const MAXIMUM_AGENTS = 10_000;

/** Sets options of the application; those not named stay. An empty text makes one count as not set. */
export function setApplication(draft: Draft, { sections }: Of<'set-application'>): Outcome<Nothing> {
  const refusal = refusalOfSections(sections);
  if (refusal !== undefined) return refused(refusal);
  const merged = new Map(Object.entries(draft.settings.application));
  for (const [section, options] of Object.entries(sections))
    merged.set(section, { ...merged.get(section), ...options });
  return configured(draft, 'application', { application: Object.fromEntries(merged) });
}

/** Creates a service or replaces its options. */
export function setService(draft: Draft, { name, options }: Of<'set-service'>): Outcome<Nothing> {
  if (name.trim() === '') return invalid('name');
  const refusal = refusalOfService(name, options);
  if (refusal !== undefined) return refused(refusal);
  const services = new Map(draft.settings.services).set(name, { ...options });
  return configured(draft, `service ${name}`, { services });
}

/** Removes a service. Its callbacks stay where they are until they expire. */
export function removeService(draft: Draft, { name }: Of<'remove-service'>): Outcome<Nothing> {
  const services = new Map(draft.settings.services);
  if (!services.delete(name)) return refused({ code: 'unknown-service', details: { service: name, kind: 'any' } });
  return configured(draft, `service ${name}`, { services });
}

/** Creates a transaction list or replaces it. */
export function setTransactionList(draft: Draft, { list, sections }: Of<'set-transaction-list'>): Outcome<Nothing> {
  if (list.trim() === '') return invalid('list');
  const transactionLists = new Map(draft.settings.transactionLists).set(list, { ...sections });
  return configured(draft, `transaction list ${list}`, { transactionLists });
}

/** Says who a caller of that name is. */
export function setPerson(draft: Draft, { name, roles, services }: Of<'set-person'>): Outcome<Nothing> {
  if (name.trim() === '') return invalid('name');
  if (!roles.every(isRole)) {
    return refused({ code: 'invalid-value', details: { key: 'roles', allowed: ROLES.join(', ') } });
  }
  const persons = new Map(draft.settings.persons).set(name, { roles: [...roles], services: [...services] });
  return configured(draft, `person ${name}`, { persons });
}

/** Lets ORS be reached or not. Sessions that run go on. */
export function setOrs(draft: Draft, { reachable, returnsAt }: Of<'set-ors'>): Outcome<Nothing> {
  if (returnsAt !== undefined && !Number.isSafeInteger(returnsAt)) return invalid('returnsAt');
  return configured(draft, 'ors', { orsReachable: reachable, orsReturnsAt: reachable ? undefined : returnsAt });
}

/** Logs agents in or out. Who is on a call finishes it first; calls that waited for somebody to log in go on. */
export function setAgents(draft: Draft, command: Of<'set-agents'>): Outcome<Nothing> {
  const agents: AgentSettings = { ...draft.settings.agents, ...command.agents };
  if (!Number.isInteger(agents.loggedIn) || !isBetween(agents.loggedIn, 0, MAXIMUM_AGENTS)) return invalid('loggedIn');
  if (!isBetween(agents.handleSeconds, 0, 86_400)) return invalid('handleSeconds');
  if (!isBetween(agents.answerRate, 0, 1)) return invalid('answerRate');
  configured(draft, 'agents', { agents });
  if (agents.loggedIn > 0) startHeldCalls(draft);
  return done(NOTHING);
}

function startHeldCalls(draft: Draft): void {
  const held = [...draft.timetable.crew.engagedFor].sort();
  for (const id of held) {
    const record = draft.records.get(id);
    if (record?.call !== undefined && record.call.until === undefined)
      draft.put(started(draft, record, record.call.agent));
  }
}

function started(draft: Draft, record: EngineRecord, agent: number): EngineRecord {
  if (record.state !== 'ROUTING' && record.state !== 'PROCESSING') return record;
  const until = callEnd(draft, record.state);
  return until === undefined ? record : { ...record, call: { agent, until } };
}

function configured(draft: Draft, detail: string, change: Parameters<Draft['configure']>[0]): Outcome<Nothing> {
  draft.configure(change);
  draft.emit({ type: 'settings-changed', detail });
  return done(NOTHING);
}

function invalid(key: string): Outcome<Nothing> {
  return refused({ code: 'invalid-value', details: { key } });
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isFinite(value) && value >= least && value <= most;
}
