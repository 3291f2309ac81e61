import { checkApplicationOption, checkService, checkValue } from '../../../src/domain/service-options/check.js';
import type { OptionProblem } from '../../../src/domain/service-options/check.js';
import type { Options } from '../../../src/domain/service.js';
import type { EngineRefusal, OptionSections } from '../commands.js';
import { MOCK_SECTION, MOCK_SWITCHES, switchNamed } from './mock-switches.js';

/** Why a service cannot have such options; undefined when it can. The first value that its option does not take is named. */
export function refusalOfService(service: string, options: Options): EngineRefusal | undefined {
  const problem = checkService(options);
  return problem && refusalOf(problem, { service });
}

/** Why the application cannot have such options; undefined when it can. */
export function refusalOfSections(sections: OptionSections): EngineRefusal | undefined {
  for (const [section, options] of Object.entries(sections)) {
    for (const [name, value] of Object.entries(options)) {
      const refusal = section === MOCK_SECTION ? refusalOfSwitch(name, value) : refusalOfOption(section, name, value);
      if (refusal !== undefined) return refusal;
    }
  }
  return undefined;
}

function refusalOfOption(section: string, name: string, value: string): EngineRefusal | undefined {
  const problem = checkApplicationOption(section, name, value);
  return problem && refusalOf(problem, { section });
}

function refusalOfSwitch(name: string, value: string): EngineRefusal | undefined {
  const known = switchNamed(name);
  if (known === undefined) {
    const names = MOCK_SWITCHES.map((each) => each.name).join(', ');
    return { code: 'invalid-option', details: { option: name, value, section: MOCK_SECTION, known: names } };
  }
  const problem = checkValue(known, value);
  return problem && refusalOf(problem, { section: MOCK_SECTION });
}

function refusalOf(problem: OptionProblem, owner: Readonly<Record<string, string>>): EngineRefusal {
  return { code: 'invalid-option', details: { ...problem, ...owner } };
}
