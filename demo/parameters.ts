import type { MockEngineOptions } from '../mock-server/browser.js';

/** What the address of the demo asks for. */
export interface Parameters {
  readonly panel: 'callbacks' | 'services';
  /** How the mock starts. */
  readonly mock: Pick<MockEngineOptions, 'scenario' | 'seed' | 'now' | 'rate'>;
  /** Attributes of the element that is shown, by their names. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Reads the address; what makes no sense is as good as absent. */
export function readParameters(search: string, attributeNames: readonly string[]): Parameters {
  const query = new URLSearchParams(search);
  const attributes = new Map(
    attributeNames.flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? ''] as const] : [])),
  );
  const scenario = query.get('scenario') ?? undefined;
  const seed = numberIn(query.get('seed'));
  const rate = numberIn(query.get('rate'));
  const now = instantIn(query.get('now'));
  return {
    panel: query.get('panel') === 'services' ? 'services' : 'callbacks',
    mock: {
      ...(scenario !== undefined && { scenario }),
      ...(seed !== undefined && { seed }),
      ...(now !== undefined && { now }),
      ...(rate !== undefined && { rate }),
    },
    attributes,
  };
}

/** The address with another page or scenario, and everything else as it is. */
export function addressOf(
  change: { readonly panel?: Parameters['panel']; readonly scenario?: string },
  search: string,
): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) query.set(name, value);
  return `?${query.toString()}`;
}

function numberIn(text: string | null): number | undefined {
  return text === null || text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}

function instantIn(text: string | null): number | undefined {
  const instant = Date.parse(text ?? '');
  return Number.isNaN(instant) ? undefined : instant;
}
