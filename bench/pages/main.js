import { CallbackTable } from './callback-table.js';
import { Limit } from './limit.js';
import { Naive } from './naive.js';
import { Steps } from './steps.js';

const PAGE_SIZE = 250;

/** Who is measured, by the name in the address. */
const subjects = {
  limit: () => new Limit(PAGE_SIZE),
  'limit, one list': () => new Limit(0),
  naive: () => new Naive(PAGE_SIZE),
  table: () => new CallbackTable(PAGE_SIZE),
  'table, one list': () => new CallbackTable(0),
};

const name = /** @type {keyof typeof subjects} */ (decodeURIComponent(location.hash.slice(1)));
Object.assign(window, { bench: new Steps(subjects[name]()) });
