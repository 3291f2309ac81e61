import { expect } from 'vitest';
import { AT_BROWSER, AT_OFFICE } from './editor-task.js';
import type { Task } from './editor-task.js';
import { ANY_TIME, instantAt, mondayAt, newNumber, nightOf, SERVICE, TEN } from './office-world.js';
import { isoOf, offsetIn, slotNamed } from './wall-names.js';

/** Tasks in which clocks differ, or change. */
export const CLOCKS: readonly Task[] = [
  {
    name: "finds a time by the customer's clock",
    desk: AT_BROWSER,
    run: async (desk) => {
      const { hands, page, weekend } = desk;
      const { zone } = weekend.office;
      const number = newNumber(weekend);
      await desk.beginToSchedule(SERVICE);
      await hands.write('Customer Number', number);
      await page.getByText(/^(Guessed from the number|Likely, but)/).waitFor();
      const name = zone.replaceAll('_', ' ');
      await hands.lookUp("Customer's time zone", name, name);
      await hands.select('Times shown in', `Customer (${name})`);
      await desk.takeTime(mondayAt(weekend, TEN), zone);
      await desk.send();
      expect(await desk.sent()).toEqual([`POST ${SERVICE}`]);
      expect(await desk.callbackOf(number)).toMatchObject({ _desired_time: isoOf(mondayAt(weekend, TEN)) });
    },
  },
  {
    name: 'finds every slot of the night in which the clocks go back, and takes the second of two that look the same',
    desk: AT_OFFICE,
    change: 'back',
    run: async (desk) => {
      const { hands, weekend, zone } = desk;
      const [time = ''] = weekend.office.twice;
      const second = instantAt(weekend, weekend.sunday, time, 'later');
      const number = newNumber(weekend);
      await desk.beginToSchedule(SERVICE);
      await desk.takeDay(second);
      expect(await desk.slotTimes()).toEqual(nightOf(weekend));
      await hands.choose(slotNamed(second, zone, true));
      await hands.write('Customer Number', number);
      await desk.send();
      expect(await desk.sent()).toEqual([`POST ${SERVICE}`]);
      expect(await desk.callbackOf(number)).toMatchObject({ _desired_time: isoOf(second) });
    },
  },
  {
    name: 'finds no slot in the time that the clocks leave out when they go forward',
    desk: AT_OFFICE,
    change: 'forward',
    run: async (desk) => {
      const { hands, weekend } = desk;
      const [missing = ''] = weekend.office.leftOut;
      const after = instantAt(weekend, weekend.sunday, missing, 'later');
      const number = newNumber(weekend);
      await desk.beginToSchedule(SERVICE);
      await desk.takeDay(after);
      const times = await desk.slotTimes();
      expect(times).toEqual(nightOf(weekend));
      expect(times).not.toContain(missing);
      await desk.takeTime(after);
      await hands.write('Customer Number', number);
      await desk.send();
      expect(await desk.sent()).toEqual([`POST ${SERVICE}`]);
      expect(await desk.callbackOf(number)).toMatchObject({ _desired_time: isoOf(after) });
    },
  },
  {
    name: 'types a time that comes twice, and says which is meant',
    desk: AT_OFFICE,
    change: 'back',
    run: async (desk) => {
      const { hands, weekend, zone } = desk;
      const [time = ''] = weekend.office.twice;
      const second = instantAt(weekend, weekend.sunday, time, 'later');
      const number = newNumber(weekend);
      await desk.beginToSchedule(ANY_TIME);
      await hands.write('Customer Number', number);
      await desk.typeTime(weekend.sunday, time);
      await hands.choose(`The second ${time}, ${offsetIn(second, zone)}`);
      await desk.send();
      expect(await desk.sent()).toEqual([`POST ${ANY_TIME}`]);
      expect(await desk.callbackOf(number)).toMatchObject({ _desired_time: isoOf(second) });
    },
  },
  {
    name: 'types a time that the clocks leave out, and is told so before anything is sent',
    desk: AT_OFFICE,
    change: 'forward',
    run: async (desk) => {
      const { hands, page, weekend } = desk;
      const [missing = ''] = weekend.office.leftOut;
      const number = newNumber(weekend);
      await desk.beginToSchedule(ANY_TIME);
      await hands.write('Customer Number', number);
      await desk.typeTime(weekend.sunday, missing);
      await page.getByText(/^This time does not exist on that day/).waitFor();
      await hands.press('Continue');
      await page.getByRole('alert').filter({ hasText: 'Check 1 field' }).waitFor();
      expect(await desk.sent()).toEqual([]);
      await desk.typeTime(weekend.sunday, '05:30');
      await desk.send();
      expect(await desk.sent()).toEqual([`POST ${ANY_TIME}`]);
      const meant = instantAt(weekend, weekend.sunday, '05:30');
      expect(await desk.callbackOf(number)).toMatchObject({ _desired_time: isoOf(meant) });
    },
  },
];
