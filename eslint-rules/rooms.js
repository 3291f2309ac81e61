/**
 * Who may know whom, as data: one entry per room of the house, the most particular path first.
 *
 * - `may`: our files it may import (a folder ends in a slash).
 * - `types`: our files of which it may import types only.
 * - `packages`: packages it may import (`node:` stands for Node's own modules).
 */

const interfaceOfTransport = 'src/transport/callback-transport.ts';
const domain = 'src/domain/';
const mock = 'mock-server/';

/** What every element may know. */
const elementMay = [
  domain,
  'src/record-index/',
  'src/controllers/',
  'src/internal/',
  'src/translations/',
  interfaceOfTransport,
];

/** Only the panel composes other elements; it and the services page own a transport. */
const ownerMay = [...elementMay, 'src/components/', 'src/transport/gms-transport.ts'];

/** @typedef {{ path: string, may: string[], types?: string[], packages?: string[] }} Room */

/** @type {readonly Room[]} */
export const rooms = [
  { path: 'src/domain/time-range.ts', may: [domain], packages: ['luxon'] },
  { path: 'src/domain/phone-numbers.ts', may: [domain], packages: ['libphonenumber-js'] },
  { path: domain, may: [domain] },
  { path: 'src/wire/', may: [domain, 'src/wire/'], packages: ['zod/mini'] },
  { path: 'src/transport/', may: [domain, 'src/wire/', 'src/transport/'] },
  { path: 'src/record-index/', may: [domain, 'src/record-index/'] },
  {
    path: 'src/controllers/',
    may: [domain, 'src/record-index/', 'src/controllers/', 'src/internal/warn.ts', interfaceOfTransport],
    packages: ['lit', '@lit/task'],
  },
  { path: 'src/components/callback-panel/', may: ownerMay, packages: ['lit'] },
  {
    path: 'src/components/callback-services/',
    may: [...elementMay, 'src/transport/gms-transport.ts'],
    packages: ['lit'],
  },
  { path: 'src/components/', may: elementMay, packages: ['lit'] },
  {
    path: 'src/internal/',
    may: ['src/internal/', 'src/domain/errors.ts', 'src/translations/'],
    types: [domain],
    packages: ['lit', '@shoelace-style/localize'],
  },
  {
    path: 'src/translations/',
    may: [domain, 'src/translations/', 'src/internal/localize.ts'],
    packages: ['@shoelace-style/localize'],
  },
  { path: 'src/schema.ts', may: [domain, 'src/wire/'] },
  { path: 'src/react.ts', may: ['src/components/'], packages: ['@lit/react', 'react'] },
  { path: 'src/', may: ['src/'] },

  { path: 'mock-server/engine/', may: [domain, 'mock-server/engine/'], packages: ['pure-rand'] },
  { path: 'mock-server/scenarios/', may: [domain, 'mock-server/engine/', 'mock-server/scenarios/'] },
  {
    path: 'mock-server/ports/',
    may: ['mock-server/ports/'],
    types: ['mock-server/engine/'],
    packages: ['idb', 'pure-rand', 'node:'],
  },
  {
    path: 'mock-server/faults/',
    may: [domain, 'mock-server/engine/', 'mock-server/faults/'],
    types: ['mock-server/ports/'],
  },
  {
    path: 'mock-server/shell/',
    may: [
      domain,
      'src/internal/version.ts',
      'src/wire/time.ts',
      'src/wire/values.ts',
      'mock-server/engine/',
      'mock-server/faults/',
      'mock-server/ports/',
      'mock-server/shell/',
    ],
  },
  {
    path: 'mock-server/mock-engine.ts',
    may: [
      domain,
      'mock-server/engine/',
      'mock-server/faults/',
      'mock-server/mock-engine-types.ts',
      'mock-server/mock-start.ts',
      'mock-server/ports/',
      'mock-server/scenarios/',
      'mock-server/shell/',
    ],
  },
  {
    path: 'mock-server/http/',
    may: [
      domain,
      'src/wire/',
      'mock-server/engine/',
      'mock-server/faults/',
      'mock-server/shell/',
      'mock-server/mock-engine.ts',
      'mock-server/http/',
    ],
    packages: ['msw'],
  },
  {
    path: 'mock-server/in-process.ts',
    may: [
      domain,
      'mock-server/engine/',
      'mock-server/ports/',
      'mock-server/scenarios/',
      'mock-server/shell/',
      'mock-server/mock-engine.ts',
    ],
    types: [interfaceOfTransport],
  },
  { path: 'mock-server/browser.ts', may: [domain, mock], packages: ['msw'] },
  { path: 'mock-server/node.ts', may: [domain, mock], packages: ['msw', 'node:'] },
  { path: 'mock-server/socket/', may: [domain, mock], packages: ['node:'] },
  { path: 'mock-server/cli.ts', may: [domain, mock], packages: ['node:'] },
  { path: mock, may: [domain, mock] },
];
