import { accessCases } from './wire-cases-access.js';
import { admissionCases } from './wire-cases-admission.js';
import { availabilityCases } from './wire-cases-availability.js';
import { callbackCases } from './wire-cases-callback.js';
import { faultCases } from './wire-cases-faults.js';
import { optionCases } from './wire-cases-options.js';
import { hiddenCases } from './wire-cases-hidden.js';
import { limitCases } from './wire-cases-limits.js';
import { queryCases } from './wire-cases-query.js';
import { redirectCases } from './wire-cases-redirect.js';
import { refusalCases } from './wire-cases-refusal.js';
import { reportCases } from './wire-cases-report.js';
import { scenarioCases } from './wire-cases-scenarios.js';
import { switchCases } from './wire-cases-switches.js';
import { tenantCases } from './wire-cases-tenants.js';
import { slotCases } from './wire-cases-slots.js';
import { timeTravelCases } from './wire-cases-time-travel.js';
import { startCases } from './wire-cases-start.js';
import { throttleCases } from './wire-cases-throttle.js';
import type { WireCase } from './wire-bed.js';

/** Behaviours of the wire that hold for every server of it, whatever carries the requests. */
export const wireCases: readonly WireCase[] = [
  ...admissionCases,
  ...accessCases,
  ...availabilityCases,
  ...slotCases,
  ...callbackCases,
  ...faultCases,
  ...hiddenCases,
  ...limitCases,
  ...optionCases,
  ...queryCases,
  ...redirectCases,
  ...refusalCases,
  ...reportCases,
  ...scenarioCases,
  ...switchCases,
  ...tenantCases,
  ...timeTravelCases,
  ...startCases,
  ...throttleCases,
];
