/**
 * Looks at every zone of the platform around every change of its clocks from 2024 to 2030, three days before and after it every five
 * minutes, and at all days of those years: as the picker shows a slot and takes it, beside a second implementation. Ends with status 1
 * when something differs, and with 2 when it was not understood.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { DAY, MINUTE } from './clocks.js';
import { RoundTrip } from './slot-round-trip.js';
import { everyZone } from './temporal.js';

const GRID = { reach: 3 * DAY, step: 5 * MINUTE, fine: 3 * DAY };
const NEWS_EVERY = 5_000;
const SHOWN_DIFFERENCES = 20;

/** What came of a zone. */
interface Report {
  readonly changes: number;
  readonly instants: number;
  readonly twice: number;
  readonly walls: number;
  readonly skipped: number;
  readonly differences: readonly string[];
}

if (!isMainThread) parentPort?.on('message', (zone: string) => parentPort?.postMessage(lookAt(zone)));
else {
  const wish = readWish();
  process.exitCode = wish === undefined ? 2 : await campaign(wish);
}

function lookAt(zone: string): Report {
  const { changes, instants, twice, walls, skipped, differences } = new RoundTrip(zone).lookAround(GRID).lookAtYears();
  return { changes: changes.length, instants, twice, walls, skipped, differences };
}

function readWish(): { readonly zones: readonly string[]; readonly workers: number } | undefined {
  const { values } = parseArgs({
    options: { zone: { type: 'string' }, workers: { type: 'string', default: String(availableParallelism()) } },
  });
  const zones = everyZone().filter((zone) => values.zone === undefined || zone === values.zone);
  const workers = Number(values.workers);
  if (zones.length > 0 && workers >= 1) return { zones, workers: Math.min(workers, zones.length) };
  console.error('Failed to start a campaign: no such zone, or no workers. Use --zone Europe/Paris --workers 2.');
  return undefined;
}

async function campaign({ zones, workers }: NonNullable<ReturnType<typeof readWish>>): Promise<number> {
  const started = performance.now();
  const waiting = [...zones];
  const reports: Report[] = [];
  let told = started;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL(import.meta.url));
    for (let zone = waiting.shift(); zone !== undefined; zone = waiting.shift()) {
      reports.push(await askWorker(worker, zone));
      if (performance.now() - told < NEWS_EVERY) continue;
      told = performance.now();
      console.log(newsOf(reports, started));
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: workers }, work));
  console.log(newsOf(reports, started));
  const differences = reports.flatMap((report) => report.differences);
  for (const difference of differences.slice(0, SHOWN_DIFFERENCES)) console.error(difference);
  console.log(differences.length === 0 ? 'No difference.' : `${differences.length} differences.`);
  return differences.length === 0 ? 0 : 1;
}

function newsOf(reports: readonly Report[], started: number): string {
  const sum = (name: Exclude<keyof Report, 'differences'>): string =>
    reports.reduce((total, report) => total + report[name], 0).toLocaleString('en');
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const instants = `${sum('instants')} slots (${sum('twice')} shown twice)`;
  const walls = `${sum('walls')} times of the clock (${sum('skipped')} skipped)`;
  return `${reports.length} zones, ${sum('changes')} changes, ${instants}, ${walls} in ${seconds} s`;
}

function askWorker(worker: Worker, zone: string): Promise<Report> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (report: Report) => {
      worker.off('error', reject);
      resolve(report);
    });
    worker.postMessage(zone);
  });
}
