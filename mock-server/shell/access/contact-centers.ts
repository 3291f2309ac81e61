import { applicationFlagOf, applicationOptionOf } from '../../engine/engine.js';
import type { EngineState } from '../../engine/engine.js';
import { MOCK_SECTION } from '../../engine/options/mock-switches.js';

/**
 * The tenant that a shared GMS does not know, as its answer names it; undefined when the request may go on. A GMS of one's own leaves
 * the header aside. A tenant is configured when the list has a section, or an option in any section, of that name.
 *
 * @param tenant what the request names; null when it names none, which a shared GMS refuses unless `mock/contact-center-required` is false
 */
export function unknownTenant(state: EngineState, tenant: string | null): string | undefined {
  if (!isShared(state)) return undefined;
  if (tenant === null || tenant.trim() === '') {
    return applicationFlagOf(state, MOCK_SECTION, 'contact-center-required') ? 'null' : undefined;
  }
  const id = tenant.trim();
  const list = applicationOptionOf(state, MOCK_SECTION, 'contact-centers-list') ?? '';
  const sections = Object.entries(state.settings.transactionLists.get(list) ?? {});
  const isConfigured = sections.some(([section, options]) => section === id || Object.hasOwn(options, id));
  return isConfigured ? undefined : id;
}

/** Whether several tenants share the server. */
export function isShared(state: EngineState): boolean {
  return applicationFlagOf(state, MOCK_SECTION, 'multi-tenant');
}
