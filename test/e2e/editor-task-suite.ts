import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Demo } from './demo-page.js';
import type { DemoPage } from './demo-page.js';
import { Desk } from './desk.js';
import { TASKS } from './editor-tasks.js';
import type { Hands } from './hands.js';
import { OFFICES } from './office-world.js';

/** Has every task done in every office by hands of one kind. */
export function editorTasks(handsOn: (page: DemoPage['page']) => Promise<Hands>): void {
  let demo: Demo;
  let portal: DemoPage | undefined;

  beforeAll(async () => {
    demo = await Demo.start();
  });

  afterEach(async () => {
    await portal?.close();
    portal = undefined;
  });

  afterAll(async () => {
    await demo.stop();
  });

  describe.each(OFFICES.map((office) => [office.zone, office] as const))(
    'in an office in %s, a supervisor',
    (_, office) => {
      for (const { name, change, desk: options, run } of TASKS) {
        it(name, async () => {
          const sunday = change === undefined ? nextChange(office) : office[change];
          const desk = await Desk.open(demo, handsOn, { office, sunday }, options);
          portal = desk.portal;
          await run(desk);
          await desk.hands.isHonest();
          expect(portal.complaints.filter(isOurs)).toEqual([]);
        });
      }
    },
  );
}

/** The browser itself complains when a server refuses something. */
function isOurs(complaint: string): boolean {
  return !complaint.includes('responded with a status of 400');
}

function nextChange({ forward, back }: (typeof OFFICES)[number]): string {
  return forward < back ? forward : back;
}
