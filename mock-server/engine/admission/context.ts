import type { AdmissionContext } from './admission.js';
import { settingsFor } from '../options/record-options.js';
import type { Asked } from '../options/record-options.js';

/** What the checks of one request look at: its own settings, and everything else as it is. */
export function contextFor(asked: Asked, context: AdmissionContext): AdmissionContext {
  const settings = settingsFor(context.settings, asked);
  if (settings === context.settings) return context;
  const { now, ledger, records } = context;
  // Made only when somebody looks at it.
  return { settings, now, ledger, records, timetable: lazily(context) };
}

function lazily(context: AdmissionContext): AdmissionContext['timetable'] {
  return {
    get bookings() {
      return context.timetable.bookings;
    },
    get census() {
      return context.timetable.census;
    },
  };
}
