import { describe, expect, it } from 'vitest';
import { lint } from './virtual-file.js';

const forbidden: [file: string, code: string, why: RegExp][] = [
  ['src/domain/callback.ts', `import { DateTime } from 'luxon';`, /may not import the package "luxon"/],
  ['src/domain/query.ts', `import { decode } from '../wire/record.js';`, /may not import "src\/wire\/record.ts"/],
  ['src/wire/record.ts', `import { z } from 'zod';`, /package "zod"/],
  ['src/wire/record.ts', `import '../transport/gms-transport.js';`, /src\/transport\/gms-transport.ts/],
  ['src/transport/gms-transport.ts', `import { html } from 'lit';`, /package "lit"/],
  ['src/record-index/index-records.ts', `import '../controllers/list.js';`, /src\/controllers\/list.ts/],
  ['src/controllers/list.ts', `import { GmsTransport } from '../transport/gms-transport.js';`, /gms-transport/],
  [
    'src/components/callback-table/callback-table.ts',
    `import '../callback-editor/callback-editor.js';`,
    /callback-editor/,
  ],
  ['src/components/callback-table/callback-table.ts', `import '../../transport/gms-transport.js';`, /gms-transport/],
  ['src/components/callback-editor/callback-editor.ts', `import { DateTime } from 'luxon';`, /package "luxon"/],
  ['src/components/callback-panel/callback-panel.ts', `import '../../wire/routes.js';`, /src\/wire\/routes.ts/],
  ['src/internal/emit.ts', `import { isCompleted } from '../domain/callback.js';`, /only types/],
  ['src/internal/emit.ts', `import type { T } from '../transport/callback-transport.js';`, /callback-transport.ts/],
  ['src/translations/de.ts', `import '../internal/emit.js';`, /src\/internal\/emit.ts/],
  ['src/index.ts', `export * from '../mock-server/browser.js';`, /mock-server\/browser.ts/],
  ['src/define.ts', `await import('../mock-server/browser.js');`, /mock-server\/browser.ts/],
  ['src/controllers/list.ts', `export { a } from './index.js';`, /index of its own folder/],
  ['mock-server/engine/step.ts', `import { decode } from '../../src/wire/record.js';`, /src\/wire\/record.ts/],
  ['mock-server/engine/step.ts', `import { http } from 'msw';`, /package "msw"/],
  ['mock-server/engine/step.ts', `import { randomUUID } from 'node:crypto';`, /package "node:crypto"/],
  ['mock-server/scenarios/empty.ts', `import '../http/handlers.js';`, /mock-server\/http\/handlers.ts/],
  ['mock-server/ports/clock.ts', `import { step } from '../engine/step.js';`, /only types/],
  ['mock-server/shell/log.ts', `import '../http/handlers.js';`, /mock-server\/http\/handlers.ts/],
  ['mock-server/http/handlers.ts', `import '../../src/transport/gms-transport.js';`, /gms-transport/],
  [
    'mock-server/in-process.ts',
    `import { something } from '../src/transport/callback-transport.js';`,
    /only types from "src\/transport\/callback-transport.ts"/,
  ],
  ['mock-server/browser.ts', `import '../src/transport/gms-transport.js';`, /gms-transport/],
];

const allowed: [file: string, code: string][] = [
  ['src/domain/time-range.ts', `import { DateTime } from 'luxon';`],
  ['src/wire/record.ts', `import * as z from 'zod/mini'; import type { A } from '../domain/callback.js';`],
  ['src/transport/gms-transport.ts', `import { decode } from '../wire/record.js'; import './http.js';`],
  ['src/controllers/list.ts', `import type { T } from '../transport/callback-transport.js'; import 'lit';`],
  [
    'src/components/callback-table/callback-table.ts',
    `import './callback-table.styles.js'; import 'lit/decorators.js';`,
  ],
  ['src/components/callback-panel/callback-panel.ts', `import '../callback-table/callback-table.js';`],
  ['src/components/callback-panel/callback-panel.ts', `import '../../transport/gms-transport.js';`],
  ['src/translations/de.ts', `import { registerTranslation } from '../internal/localize.js';`],
  ['src/internal/define.ts', `import { CallbackError } from '../domain/errors.js';`],
  ['mock-server/engine/step.ts', `import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';`],
  ['mock-server/http/handlers.ts', `import { http } from 'msw'; import '../engine/step.js';`],
  ['mock-server/in-process.ts', `import type { T } from '../src/transport/callback-transport.js';`],
  ['mock-server/ports/clock.ts', `import type { Clock } from '../engine/ports.js';`],
  ['mock-server/node.ts', `import { createServer } from 'node:http'; import './http/handlers.js';`],
  ['test/engine/step.test.ts', `import '../../mock-server/engine/step.js';`],
];

describe('import direction', () => {
  it.each(forbidden)('%s may not say %s', async (file, code, why) => {
    const messages = await lint(file, code);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(why);
  });

  it.each(allowed)('%s may say %s', async (file, code) => {
    expect(await lint(file, code)).toEqual([]);
  });
});
