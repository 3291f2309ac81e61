import { serialize, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { apply, createState, listByQueues, snapshotOf } from '../mock-server/engine/engine.js';
import type { EngineCommand, EngineState } from '../mock-server/engine/engine.js';
import { MockEngine, startHttpServer } from '../mock-server/node.js';
import { effort, growth, median } from '../test/support/effort.js';

/** A measured figure beside the one that was wished for. */
export interface Figure {
  readonly measured: string;
  readonly goal: string;
}

const NOW = Date.UTC(2026, 2, 9, 6);
const DAY = 86_400_000;
const FULL = 100_000;
const ROUNDS = 5;
const SERVICES = 20;
const AGENTS = 300;

/** What the engine does in a large centre: how fast it is, how it grows, and how much it keeps. */
export async function engineFigures(): Promise<Readonly<Record<string, Figure>>> {
  const full = generated(FULL);
  const tenths = Array.from({ length: 10 }, () => generated(FULL / 10));
  const generating = growth(
    ROUNDS,
    () => generated(FULL),
    () => generated(FULL / 10),
  );
  const listing = growth(
    ROUNDS,
    () => listed(full),
    (index) => listed(tenths[index] ?? full),
  );
  return {
    'generate 100,000 callbacks': { measured: milliseconds(often(() => generated(FULL))), goal: 'under 2,000 ms' },
    'compared with 10,000': { measured: times(generating), goal: 'at most 13 times' },
    'list 100,000 callbacks': { measured: milliseconds(often(() => listed(full))), goal: '' },
    'compared with a list of 10,000': { measured: times(listing), goal: 'at most 13 times' },
    'queues answer over a socket': { measured: await socketRate(), goal: 'over 100,000 callbacks/s' },
    'a day of 100,000 callbacks': { measured: milliseconds(effort(liveThroughDay)), goal: 'under 20,000 ms' },
    'memory of a state': { measured: bytes(heapPerRecord()), goal: 'under 600 bytes/callback' },
    'a state, serialised': { measured: bytes(serialize(snapshotOf(full)).length / FULL), goal: '' },
  };
}

function centre(): EngineState {
  const commands: readonly EngineCommand[] = [
    ...Array.from(
      { length: SERVICES },
      (_, index) => ({ type: 'set-service', name: `service-${index}`, options: {} }) as const,
    ),
    { type: 'set-agents', agents: { loggedIn: AGENTS, handleSeconds: 180, answerRate: 0.8 } },
  ];
  return commands.reduce(after, createState({ seed: 42, now: NOW }));
}

function generated(count: number): EngineState {
  return after(centre(), { type: 'generate', count });
}

function listed(state: EngineState): number {
  const lists = listByQueues(state, { start: 0, end: NOW + 100 * DAY });
  return [...lists.values()].reduce((sum, records) => sum + records.length, 0);
}

/** Callbacks asked for all day long, one after the other; every other one for later. The centre calls them meanwhile. */
function liveThroughDay(): EngineState {
  let state = centre();
  for (let index = 0; index < FULL; index += 1) {
    state = after(state, { type: 'advance', to: NOW + Math.floor((index * DAY) / FULL) });
    state = after(state, {
      type: 'create',
      serviceName: `service-${index % SERVICES}`,
      customerNumber: `+1${200 + Math.floor(index / 10_000)}555${String(index % 10_000).padStart(4, '0')}`,
      properties: {},
      ...(index % 2 === 0 && { desiredTime: state.now + ((index * 7919) % 240) * 60_000 }),
    });
  }
  return after(state, { type: 'advance', to: NOW + DAY });
}

/** Callbacks per second of work on an answer, that of reading it to its end included. */
async function socketRate(): Promise<string> {
  const engine = new MockEngine({ scenario: 'empty', now: NOW, rate: 0 });
  for (let index = 0; index < SERVICES; index += 1) engine.setService(`service-${index}`, {});
  engine.generateRecords({ count: FULL });
  const server = await startHttpServer({ engine, port: 0 });
  const query = `start_time=2026-01-01T00:00:00.000Z&end_time=2026-06-01T00:00:00.000Z&max=${FULL}`;
  try {
    const efforts: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = process.cpuUsage();
      const response = await fetch(`${server.url}/genesys/1/admin/callback/queues?${query}`);
      if (!response.ok) throw new Error(`Failed to measure the answer: ${response.status} ${await response.text()}.`);
      for await (const chunk of response.body ?? []) if (chunk.byteLength === 0) break;
      const { user, system } = process.cpuUsage(before);
      efforts.push((user + system) / 1e6);
    }
    return `${Math.round(FULL / median(efforts)).toLocaleString('en')} callbacks/s`;
  } finally {
    await server.close();
  }
}

function heapPerRecord(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const state = generated(FULL);
  collect();
  return (process.memoryUsage().heapUsed - before) / state.records.size;
}

/** @throws an error when the engine refuses: the figure would be of something else. */
function after(state: EngineState, command: EngineCommand): EngineState {
  const result = apply(state, command);
  if (!result.ok)
    throw new Error(`Failed to measure ${command.type}: the engine refused, ${JSON.stringify(result.refusal)}.`);
  return result.state;
}

/** The usual effort of something. */
function often(work: () => unknown): number {
  return median(Array.from({ length: ROUNDS }, () => effort(work)));
}

const milliseconds = (value: number): string => `${Math.round(value).toLocaleString('en')} ms`;
const times = (value: number): string => `${value.toFixed(1)} times`;
const bytes = (value: number): string => `${Math.round(value)} bytes/callback`;
