import { APPLICATION_OPTIONS } from '../../../src/domain/service-options/application.js';
import { SERVICE_OPTIONS } from '../../../src/domain/service-options/catalogue.js';
import type { OptionDefinition } from '../../../src/domain/service-options/option.js';
import type { Options } from '../../../src/domain/service.js';
import { MOCK_SECTION, MOCK_SWITCHES } from './mock-switches.js';

/** Built-in defaults of the options of callback services. What has none in the catalogue has none here. */
export const SERVICE_DEFAULTS: Options = defaultsOf(SERVICE_OPTIONS.callback);

/** Built-in defaults of application options, by section. */
export const APPLICATION_DEFAULTS: Readonly<Record<string, Options>> = Object.freeze({
  ...Object.fromEntries(
    [...new Set(APPLICATION_OPTIONS.map(({ section }) => section))].map((section) => [
      section,
      defaultsOf(APPLICATION_OPTIONS.filter((option) => option.section === section)),
    ]),
  ),
  [MOCK_SECTION]: defaultsOf(MOCK_SWITCHES),
});

function defaultsOf(options: readonly OptionDefinition[]): Options {
  const defaults = options.flatMap(({ name, defaultValue }) =>
    defaultValue === undefined ? [] : [[name, defaultValue] as const],
  );
  return Object.freeze(Object.fromEntries(defaults));
}
