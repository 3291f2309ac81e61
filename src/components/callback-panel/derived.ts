import type { CallbackRecord } from '../../domain/callback.js';
import type { CallbackError } from '../../domain/errors.js';
import type { ServiceSummary } from '../../domain/service.js';
import type { TransportDescription } from '../../transport/callback-transport.js';
import type { ColumnDefinition } from '../callback-table/callback-table.columns.js';
import type { Problem } from '../callback-table/callback-table.types.js';
import { columnsFor } from './callback-panel.columns.js';
import { permittedNames, permittedRecords, servicesAtLimit, visibleServices } from './callback-panel.services.js';
import type { PanelConfiguration } from './callback-panel.types.js';
import { memo } from './memo.js';

const NONE: Readonly<Record<string, never>> = Object.freeze({});

/** What follows from configuration, description and list; made anew only when one of them is another. */
export class Derived {
  /** Titles of the columns by property: the host page's, else the server's. */
  readonly aliases = (
    configuration: PanelConfiguration,
    description: TransportDescription | undefined,
  ): Readonly<Record<string, string>> => configuration.columnAliases ?? description?.columnAliases ?? NONE;

  readonly columns: (
    serviceId: boolean,
    configuration: PanelConfiguration,
    description: TransportDescription | undefined,
  ) => readonly ColumnDefinition[] = memo((serviceId, configuration, description) =>
    columnsFor({
      serviceId,
      additional: configuration.features?.additionalColumns ?? description?.features.additionalColumns ?? true,
      aliases: this.aliases(configuration, description),
    }),
  );

  readonly services: (
    configuration: PanelConfiguration,
    description: TransportDescription | undefined,
    listed: readonly string[],
  ) => readonly ServiceSummary[] = memo((configuration, description, listed) =>
    visibleServices({
      described: description?.services ?? [],
      listed,
      permitted: permittedOf(configuration, description),
    }),
  );

  /** Names of the services to ask for; undefined = all. */
  readonly permitted: (
    configuration: PanelConfiguration,
    description: TransportDescription | undefined,
  ) => readonly string[] | undefined = memo((configuration, description) =>
    permittedNames({
      described: description?.services ?? [],
      listed: [],
      permitted: permittedOf(configuration, description),
    }),
  );

  readonly records: (
    records: readonly CallbackRecord[],
    permitted: readonly string[] | undefined,
  ) => readonly CallbackRecord[] = memo(permittedRecords);

  readonly selected: (records: readonly CallbackRecord[], ids: ReadonlySet<string>) => readonly CallbackRecord[] = memo(
    (records, ids) => (ids.size === 0 ? [] : records.filter(({ id }) => ids.has(id))),
  );

  /** Ids that are in one of two sets. */
  readonly eitherOf: (some: ReadonlySet<string>, others: ReadonlySet<string>) => ReadonlySet<string> = memo(
    (some, others) => (others.size === 0 ? some : new Set([...some, ...others])),
  );

  readonly atLimit: (records: readonly CallbackRecord[], maximum: number) => readonly string[] = memo(servicesAtLimit);

  readonly problem: (problem: CallbackError | undefined, since: number | undefined) => Problem | undefined = memo(
    (problem, since) => {
      if (problem === undefined) return undefined;
      const { serverMessage } = problem.details;
      return {
        code: problem.code,
        ...(serverMessage !== undefined && { detail: serverMessage }),
        ...(since !== undefined && { since }),
      };
    },
  );
}

/** What the person may see: the host page's word, else the server's, to which an empty list means everything. */
function permittedOf(
  { permittedServices }: PanelConfiguration,
  description: TransportDescription | undefined,
): readonly string[] | undefined {
  const told = description?.permissions?.services ?? [];
  return permittedServices ?? (told.length === 0 ? undefined : told);
}
