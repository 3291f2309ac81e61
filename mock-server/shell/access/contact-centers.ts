import { applicationOptionOf } from '../../engine/engine.js';
import type { EngineState } from '../../engine/engine.js';

/** Transaction list of the tenants of a shared GMS when no option names another one. */
const DEFAULT_LIST = 'Callback_Contact_Centers';

/**
 * The tenant that a shared GMS does not know, as its answer names it; undefined when the request may go on. A GMS of one's own leaves
 * the header aside. A tenant is configured when the list has a section, or an option in any section, of that name.
 *
 * @param tenant what the request names; null when it names none, which a shared GMS refuses unless `mock/contact-center-required` is false
 */
export function unknownTenant(state: EngineState, tenant: string | null): string | undefined {
  if (!isShared(state)) return undefined;
  if (tenant === null || tenant.trim() === '') {
    return applicationOptionOf(state, 'mock', 'contact-center-required') === 'false' ? undefined : 'null';
  }
  const id = tenant.trim();
  const list = state.settings.transactionLists.get(
    applicationOptionOf(state, 'mock', 'contact-centers-list') ?? DEFAULT_LIST,
  );
  const sections = Object.entries(list ?? {});
  const isConfigured = sections.some(([section, options]) => section === id || Object.hasOwn(options, id));
  return isConfigured ? undefined : id;
}

/** Whether several tenants share the server. */
export function isShared(state: EngineState): boolean {
  return applicationOptionOf(state, 'mock', 'multi-tenant') === 'true';
}
