import type { Options } from '../service.js';
import { applicationNameOf, serviceNameOf } from './application.js';
import { findApplicationOption, findServiceOption } from './catalogue.js';
import type { OptionDefinition, ServiceKind } from './option.js';
import { hasPlaceholder, isPlaceholder, mayComeByRequest } from './per-request.js';
import { serviceKindOf } from './service-kind.js';
import { acceptsText, wordsOf } from './values.js';

/** A value that an option does not take. */
export interface OptionProblem {
  readonly option: string;
  readonly value: string;
  /** What the option takes, in English, to stand after "It accepts". */
  readonly accepts: string;
}

/** Section of the application that also takes every option that callback services leave open. */
const CALLBACK_SECTION = 'callback';

/**
 * What is wrong with the value of a service option; undefined when nothing is. An empty text means that the option is not set, and is
 * always right; so is any value of an option that the catalogue does not have, since services may have options of their own. A
 * placeholder of a callback service is right as well where requests may set the option: what they put there is judged when it comes.
 */
export function checkOption(kind: ServiceKind, name: string, value: string): OptionProblem | undefined {
  const found = findServiceOption(kind, name);
  if (found === undefined || (kind === 'callback' && awaitsRequest(name, value))) return undefined;
  return checkValue({ ...found.option, name }, value, found.number);
}

/**
 * What is wrong with the value that an option of a callback service has for one request; undefined when nothing is. By then every
 * placeholder has its value: one that is left has none, and only free text can do without.
 */
export function checkRequestedOption(name: string, value: string): OptionProblem | undefined {
  const found = findServiceOption('callback', name);
  if (found === undefined || found.option.values.kind === 'text') return undefined;
  if (hasPlaceholder(value)) return { option: name, value, accepts: wordsOf(found.option.values) };
  return checkValue({ ...found.option, name }, value, found.number);
}

/** What is wrong with the value of an application option; undefined when nothing is. Unknown sections and names take anything. */
export function checkApplicationOption(section: string, name: string, value: string): OptionProblem | undefined {
  const option = findApplicationOption(section, name);
  if (section !== CALLBACK_SECTION) return option && checkValue(option, value);
  const rightName = applicationNameOf(name);
  if (rightName !== name && value !== '') return { option: name, value, accepts: `nothing here: set ${rightName}` };
  if (option === undefined) return checkOption('callback', name, value);
  return awaitsRequest(serviceNameOf(name), value) ? undefined : checkValue(option, value);
}

/** The first value among the options of a service that its option does not take; undefined when there is none. */
export function checkService(options: Options): OptionProblem | undefined {
  const kind = serviceKindOf(options);
  for (const [name, value] of Object.entries(options)) {
    const problem = checkOption(kind, name, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function awaitsRequest(name: string, value: string): boolean {
  return isPlaceholder(value) && mayComeByRequest(name) && findServiceOption('callback', name) !== undefined;
}

/** What is wrong with a value; undefined when nothing is. The number is that of a member of a family of options. */
export function checkValue(
  { name, values }: Pick<OptionDefinition, 'name' | 'values'>,
  value: string,
  number?: number,
): OptionProblem | undefined {
  if (value === '' || acceptsText(values, value, number)) return undefined;
  return { option: name, value, accepts: wordsOf(values) };
}
