import type { CallbackTransport } from './callback-transport.js';
import { cancellingCases } from './contract-cases/cancelling.js';
import type { ContractCase, ContractControl } from './contract-cases/context.js';
import { findingCases } from './contract-cases/finding.js';
import { readingCases } from './contract-cases/reading.js';
import { slotCases } from './contract-cases/slots.js';
import { writingCases } from './contract-cases/writing.js';

export type {
  ContractAssert,
  ContractBed,
  ContractCase,
  ContractContext,
  ContractControl,
  ForcedChange,
} from './contract-cases/context.js';

/**
 * What every transport does, as cases that know no test runner: prove an adapter of your own by running each with your transport,
 * your test bed and the `assert` of your runner. The cases start over by themselves and must not run at the same time.
 *
 * @example
 * for (const contractCase of transportContract) {
 *   const reason = whySkipped(contractCase, transport, control);
 *   test(contractCase.name, { skip: reason ?? false }, () => contractCase.run({ transport, control, assert }));
 * }
 */
export const transportContract: readonly ContractCase[] = Object.freeze([
  ...readingCases,
  ...findingCases,
  ...writingCases,
  ...cancellingCases,
  ...slotCases,
]);

/** Why a case does not concern a transport or cannot be tried on a test bed, in words; undefined when it can be run. */
export function whySkipped(
  { needs, controls }: ContractCase,
  transport: CallbackTransport,
  control: ContractControl,
): string | undefined {
  const lacking = needs.filter((capability) => typeof transport[capability] !== 'function');
  if (lacking.length > 0) return `The transport has no ${lacking.join(', ')}.`;
  const missing = controls.filter((name) => control[name] === undefined);
  return missing.length > 0 ? `The test bed has no ${missing.join(', ')}.` : undefined;
}
