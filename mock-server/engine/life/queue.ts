import type { AgentSettings } from '../commands.js';
import { policyFor } from '../options/policy.js';
import { optionForRecord } from '../options/record-options.js';
import type { EngineRecord } from '../state/record.js';
import type { EngineSettings } from '../state/state.js';

/** The virtual queue a callback waits in: its service's or its request's, else one that the service has for itself. */
export function virtualQueueOf(settings: EngineSettings, record: EngineRecord): string {
  return optionForRecord(settings, record, '_urs_virtual_queue') ?? `VQ_${record.serviceName}`;
}

/** The priority a callback has at an instant: its service's first one, raised by every full interval it has waited. */
export function priorityOf(settings: EngineSettings, record: EngineRecord, now: number): number {
  const { priority, priorityStep, priorityInterval } = policyFor(settings, record);
  if (record.queue === undefined || priorityInterval <= 0) return priority;
  return priority + priorityStep * Math.floor((now - record.queue.since) / priorityInterval);
}

/** What decides the priority of a callback besides its wait. Of those that have it alike, who waits longer comes first. */
export function prioritiesOf(settings: EngineSettings, record: EngineRecord): string {
  const { priority, priorityStep, priorityInterval } = policyFor(settings, record);
  return `${priority} ${priorityStep} ${priorityInterval}`;
}

/** Tells which of two callbacks waits longer: the order within a line, which no raise of priority can change. */
export function waitsLonger(a: EngineRecord, b: EngineRecord): boolean {
  const stay = (a.queue?.since ?? 0) - (b.queue?.since ?? 0);
  return stay === 0 ? (a.queue?.ticket ?? 0) < (b.queue?.ticket ?? 0) : stay < 0;
}

/** Tells which of two waiting callbacks is served first: the higher priority, then the one that waits longer. */
export function servedBefore(settings: EngineSettings, now: number): (a: EngineRecord, b: EngineRecord) => boolean {
  return (a, b) => {
    const lead = priorityOf(settings, a, now) - priorityOf(settings, b, now);
    return lead === 0 ? waitsLonger(a, b) : lead > 0;
  };
}

/** Seconds until the n-th in line is served, to a tenth; with nobody logged in, as if one agent were. */
export function estimatedWait(place: number, agents: AgentSettings): number {
  return Math.round((place * agents.handleSeconds * 10) / Math.max(1, agents.loggedIn)) / 10;
}
