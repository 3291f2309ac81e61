import { expect } from 'vitest';
import { AT_BROWSER, AT_OFFICE } from './editor-task.js';
import type { Task } from './editor-task.js';
import { dayOf, FULL, instantAt, mondayAt, newNumber, numberOf, SERVICE, TEN } from './office-world.js';
import { isoOf, slotNamed, timeIn } from './wall-names.js';

/** Tasks with the form for a new callback. */
export const NEW_CALLBACKS: readonly Task[] = [
  {
    name: 'creates a callback for now',
    desk: AT_BROWSER,
    run: async (desk) => {
      const { hands, weekend } = desk;
      const number = newNumber(weekend);
      await hands.press('Create Callback');
      await hands.select('Service Name', SERVICE);
      await hands.write('Customer Number', number);
      await desk.send();
      await desk.isToldThat(`Callback created in ${SERVICE}.`);
      expect(await desk.sent()).toEqual([`POST ${SERVICE}`]);
      expect(await desk.callbackOf(number)).toMatchObject({ _service_name: SERVICE, _desired_time: isoOf(desk.now) });
      await desk.hasFocusOn('button', 'Create Callback');
    },
  },
  {
    name: 'schedules a callback for a slot of another day, with properties',
    desk: AT_BROWSER,
    run: async (desk) => {
      const { hands, weekend, zone } = desk;
      const number = newNumber(weekend);
      await desk.beginToSchedule(SERVICE);
      await desk.takeDay(mondayAt(weekend, FULL));
      const full = desk.radio(slotNamed(mondayAt(weekend, FULL), zone));
      await full.waitFor();
      expect(await full.isDisabled()).toBe(true);
      await desk.takeTime(mondayAt(weekend, TEN));
      await hands.write('Customer Number', number);
      await hands.write('_email', 'ada@portal.example');
      await hands.press('Add property');
      await hands.write('Parameter Name', 'order');
      await hands.write('Parameter Value of order', 'B-4');
      await desk.send();
      expect(await desk.sent()).toEqual([`POST ${SERVICE}`]);
      expect(await desk.callbackOf(number)).toMatchObject({
        _callback_state: 'SCHEDULED',
        _desired_time: isoOf(mondayAt(weekend, TEN)),
        _email: 'ada@portal.example',
        order: 'B-4',
      });
    },
  },
  {
    name: 'takes the next free slot',
    desk: AT_BROWSER,
    run: async (desk) => {
      const { hands, weekend } = desk;
      const number = newNumber(weekend);
      await desk.beginToSchedule(SERVICE);
      await hands.press(/^Next free: /);
      await hands.write('Customer Number', number);
      await desk.send();
      const next = instantAt(weekend, dayOf(weekend, -2), '09:30');
      expect(await desk.callbackOf(number)).toMatchObject({ _desired_time: isoOf(next) });
      expect(await desk.sent()).toEqual([`POST ${SERVICE}`]);
    },
  },
  {
    name: 'is refused a time that is taken meanwhile, and takes one that is proposed instead',
    desk: AT_OFFICE,
    run: async (desk) => {
      const { hands, weekend } = desk;
      const number = newNumber(weekend);
      const later = mondayAt(weekend, '10:30');
      await desk.beginToSchedule(SERVICE);
      await desk.takeTime(mondayAt(weekend, TEN));
      await hands.write('Customer Number', number);
      await desk.takePlaces(mondayAt(weekend, TEN));
      await hands.press('Continue');
      await hands.press(new RegExp(`, ${timeIn(later, desk.zone)} `));
      expect(await desk.callbacksOf(number)).toEqual([]);
      await desk.send();
      expect(await desk.sent()).toEqual([`POST ${SERVICE}`, `POST ${SERVICE}`]);
      expect(await desk.callbackOf(number)).toMatchObject({ _desired_time: isoOf(later) });
    },
  },
  {
    name: 'is warned that the customer has a callback already',
    desk: AT_BROWSER,
    run: async (desk) => {
      const { hands, page, weekend } = desk;
      const number = numberOf(weekend, 'known');
      await hands.press('Create Callback');
      await hands.select('Service Name', SERVICE);
      await hands.write('Customer Number', number);
      await page.getByText('This customer already has an active callback:').waitFor();
      await page.getByText('This adds a second active callback for this customer.').waitFor();
      expect(await desk.sent()).toEqual([]);
      await desk.send();
      expect(await desk.sent()).toEqual([`POST ${SERVICE}`]);
      expect(await desk.callbacksOf(number)).toHaveLength(2);
    },
  },
  {
    name: 'is asked before entries are lost',
    desk: AT_BROWSER,
    run: async (desk) => {
      const { hands, page, portal, weekend } = desk;
      await hands.press('Create Callback');
      await hands.write('Customer Number', newNumber(weekend));
      await hands.dismiss();
      await page.getByRole('alert').filter({ hasText: 'Close and lose what you entered?' }).waitFor();
      await hands.press('Keep editing');
      expect(await page.getByLabel('Customer Number').inputValue()).toBe(newNumber(weekend));
      await hands.dismiss();
      await hands.press('Discard');
      await portal.dialog.waitFor({ state: 'hidden' });
      expect(await desk.sent()).toEqual([]);
      await desk.hasFocusOn('button', 'Create Callback');
    },
  },
];
