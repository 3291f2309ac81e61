/**
 * Budgets per entry: minified, gzipped, with everything the entry needs. A budget is what was measured and about a tenth more.
 * Constant parts: Lit and its directives 7 kB, luxon 22 kB (one block, cannot be shaken), zod/mini 7 kB, shared English words 1 kB.
 */
const limits = {
  // Without luxon and zod: a page that only shows callbacks does not pay for dialogs or a transport. A quarter is the index, the window
  // of rows and the export, which a million records need.
  'src/components/callback-table/define.js': '50 kB',
  // With the slot picker, the comparison of three versions, and the guess of the customer's zone; without the numbering plans.
  'src/components/callback-editor/define.js': '60 kB',
  // Table, all dialogs, and the HTTP transport behind `base-url`; without the numbering plans.
  'src/components/callback-panel/define.js': '176 kB',
  // Most of it is luxon; a program that imports single names gets less.
  'src/schema.js': '36 kB',
  // The catalogue of options with its descriptions.
  'src/options.js': '14 kB',
  // Most of it is zod/mini.
  'src/transport/index.js': '23 kB',
  // For development and tests, without msw. Nearly half is the world's numbering plan (libphonenumber-js, its largest set: only that one
  // knows premium numbers); then the catalogue of options, zod/mini, and the engine itself.
  'mock-server/browser.js': '145 kB',
  // One file that loads nothing more: a quarter of it is the numbering plans.
  'cdn/callback-elements.js': '232 kB',
};

/** Loaded when a number is typed, and only then: the numbering plans of the world. */
const LATER = 'libphonenumber-js/max';

/** Entries that hold the numbering plans from the beginning. */
const WITH_PLANS = new Set(['mock-server/browser.js', 'cdn/callback-elements.js']);

export default Object.entries(limits).map(([file, limit]) => ({
  name: file,
  path: `dist/${file}`,
  limit,
  gzip: true,
  ignore: WITH_PLANS.has(file) ? ['msw'] : ['msw', LATER],
}));
