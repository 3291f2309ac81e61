import { expect } from 'vitest';
import { AT_BROWSER, AT_OFFICE } from './editor-task.js';
import type { Task } from './editor-task.js';
import { mondayAt, numberOf, PROPERTIES, SERVICE, TEN } from './office-world.js';
import { isoOf } from './wall-names.js';

/** Longer than any of these hands need. */
const LONG = 60;

/** Tasks with the forms for a callback that is there. */
export const CHANGES: readonly Task[] = [
  {
    name: 'moves a callback to the day after the clocks change',
    desk: AT_OFFICE,
    run: async (desk) => {
      const { weekend } = desk;
      const number = numberOf(weekend, 'moved');
      const { _id: id = '' } = await desk.callbackOf(number);
      await desk.openCallback(number);
      await desk.takeTime(mondayAt(weekend, TEN));
      await desk.send();
      await desk.isToldThat('Callback rescheduled.');
      expect(await desk.sent()).toEqual([`PUT ${SERVICE}/${id}`]);
      expect(await desk.callbackOf(number)).toMatchObject({ _id: id, _desired_time: isoOf(mondayAt(weekend, TEN)) });
      await desk.hasFocusInRow();
    },
  },
  {
    name: 'changes, adds and removes properties, and is told which names cannot be',
    desk: AT_BROWSER,
    run: async (desk) => {
      const { hands, page, weekend } = desk;
      const number = numberOf(weekend, 'edited');
      await desk.openCallback(number);
      await hands.choose('Edit Additional Properties');
      await hands.write('colour', 'red');
      await hands.press('Remove order');
      await hands.press('Add property');
      await hands.write('Parameter Name', '_callback_state');
      await hands.write('Parameter Value of _callback_state', 'first floor');
      await hands.press('Continue');
      await page.getByText(/_callback_state.? .+ Choose another name\./).waitFor();
      await hands.write('Parameter Name', 'colour');
      await hands.press('Continue');
      await page
        .getByText(/colour.? is there twice/)
        .first()
        .waitFor();
      await hands.write('Parameter Name', 'note');
      await desk.send();
      const { _id: id = '', ...callback } = await desk.callbackOf(number);
      expect(await desk.sent()).toEqual([`PUT ${SERVICE}/${id}`]);
      expect(callback).toMatchObject({ colour: 'red', note: 'first floor' });
      expect(callback).not.toHaveProperty('order');
    },
  },
  {
    name: 'schedules a completed callback again, having seen what the new one gets',
    desk: AT_OFFICE,
    run: async (desk) => {
      const { hands, page, weekend } = desk;
      const number = numberOf(weekend, 'completed');
      await desk.openCallback(number);
      await desk.takeTime(mondayAt(weekend, TEN));
      await hands.write('colour', 'red');
      await hands.press('Add property');
      await hands.write('Parameter Name', 'note');
      await hands.write('Parameter Value of note', 'first floor');
      await page.getByText('1 new, 1 changed, 1 kept').waitFor();
      await page.getByRole('row', { name: /^colour\W*changed\W*blue\W*red\W*$/ }).waitFor();
      await desk.send();
      expect(await desk.sent()).toEqual([`POST ${SERVICE}`]);
      const callbacks = await desk.callbacksOf(number);
      expect(callbacks).toHaveLength(2);
      expect(callbacks).toContainEqual(expect.objectContaining({ _callback_state: 'COMPLETED', ...PROPERTIES }));
      expect(callbacks).toContainEqual(
        expect.objectContaining({
          _callback_state: 'SCHEDULED',
          _desired_time: isoOf(mondayAt(weekend, TEN)),
          order: PROPERTIES.order,
          colour: 'red',
          note: 'first floor',
        }),
      );
    },
  },
  {
    name: 'takes a cancellation back',
    desk: { clock: 'office', undoDelay: LONG },
    run: async (desk) => {
      const { hands, weekend } = desk;
      const number = numberOf(weekend, 'cancelled');
      await desk.openCallback(number);
      await hands.choose('Cancel Callback');
      await desk.send();
      await hands.press('Undo');
      await desk.isToldThat('Nothing was sent.');
      expect(await desk.sent()).toEqual([]);
      expect(await desk.callbackOf(number)).toMatchObject({ _callback_state: 'SCHEDULED' });
      await desk.hasFocusInRow();
    },
  },
  {
    name: 'lets a cancellation happen',
    desk: { clock: 'office', undoDelay: 3 },
    run: async (desk) => {
      const { hands, weekend } = desk;
      const number = numberOf(weekend, 'cancelled');
      await desk.openCallback(number);
      await hands.choose('Cancel Callback');
      await desk.send();
      expect(await desk.sent()).toEqual([]);
      await desk.isToldThat('Callback cancelled.');
      const { _id: id = '', ...callback } = await desk.callbackOf(number);
      expect(await desk.sent()).toEqual([`DELETE ${SERVICE}/${id}`]);
      expect(callback).toMatchObject({ _callback_state: 'COMPLETED', _callback_reason: 'CANCELLED' });
    },
  },
  {
    name: 'decides field by field when somebody else changed the callback meanwhile',
    desk: AT_OFFICE,
    run: async (desk) => {
      const { hands, weekend } = desk;
      const number = numberOf(weekend, 'contested');
      const { _id: id = '' } = await desk.callbackOf(number);
      await desk.openCallback(number);
      await hands.choose('Edit Additional Properties');
      await hands.write('colour', 'red');
      await hands.write('order', 'B-4');
      await desk.changeElsewhere(id, { colour: 'green', order: 'C-5', note: 'first floor' });
      await hands.press('Continue');
      await hands.choose('Keep mine', /colour/);
      await hands.choose('Take theirs', /order/);
      expect(await desk.sent()).toEqual([]);
      await desk.send();
      expect(await desk.sent()).toEqual([`PUT ${SERVICE}/${id}`]);
      expect(await desk.callbackOf(number)).toMatchObject({ colour: 'red', order: 'C-5', note: 'first floor' });
    },
  },
];
