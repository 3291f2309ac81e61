import { serviceNameOf } from '../../../src/domain/service-options/application.js';
import { hasPlaceholder, mayComeByRequest, placeholdersIn } from '../../../src/domain/service-options/per-request.js';
import type { Options } from '../../../src/domain/service.js';
import { ownOption } from './given-options.js';
import type { EngineSettings } from '../state/state.js';

/** A configured value with the names that stand between dollar signs in it. */
export interface Template {
  readonly text: string;
  readonly names: readonly string[];
}

/** Options of a service whose configured values wait for a request, by their names. */
export type Templates = ReadonlyMap<string, Template>;

/** The values of a service, and of the application where the service leaves them open, that have placeholders. */
export function templatesOf({ application, services }: EngineSettings, service: string): Templates {
  const settings = { application, services };
  const own = templatesIn(services.get(service));
  const general = templatesIn(application.callback)
    .map(([name, template]) => [serviceNameOf(name), template] as const)
    .filter(([name]) => ownOption(settings, service, name) === undefined);
  return new Map([...general, ...own]);
}

function templatesIn(options: Options = {}): readonly (readonly [name: string, template: Template])[] {
  return Object.entries(options).flatMap(([name, text]) =>
    hasPlaceholder(text) && mayComeByRequest(name) ? [[name, { text, names: placeholdersIn(text) }] as const] : [],
  );
}
