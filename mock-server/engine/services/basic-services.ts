import type { Options } from '../../../src/domain/service.js';
import type { EngineRefusal } from '../commands.js';
import type { Draft } from '../draft.js';
import { applicationOptionOf, numberOption } from '../options/options.js';
import { done, refused } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { EngineSettings, EngineState, Interaction } from '../state/state.js';

/** Services that need no configuration (GMS reference, other endpoints). */
const BASIC_SERVICES = ['hello', 'request-interaction', 'match-interaction', 'request-access'] as const;

export type BasicService = (typeof BASIC_SERVICES)[number];

/** Reserves a number and a code by which a call that comes soon finds these properties. */
export interface RequestInteractionCommand {
  readonly type: 'request-interaction';
  /** Name of the service that is asked: its options count. */
  readonly serviceName: string;
  readonly properties: Options;
  /** Callback service that redirected the request here; absent when it was asked directly. */
  readonly origin?: string;
}

/** Reserves a number for something that has an id already, a callback or an interaction. */
export interface RequestAccessCommand {
  readonly type: 'request-access';
  readonly serviceName: string;
  readonly id: string;
}

/** A range that a regulator keeps for fiction, so that nobody is behind the numbers. */
const NUMBER_PREFIX = '+3319900';
const NUMBERS = 10_000;

/** What a service does by its own configuration, or by its name when it has none; undefined when it is of another kind. */
export function basicServiceOf(settings: EngineSettings, name: string): BasicService | undefined {
  const implementation = settings.services.get(name);
  const kind = implementation === undefined ? name : implementation._service;
  return BASIC_SERVICES.find((basic) => basic === kind);
}

/** Reserves a number. */
export function requestInteraction(draft: Draft, command: RequestInteractionCommand): Outcome<Interaction> {
  const { serviceName, properties, origin } = command;
  return reserve(draft, serviceName, { id: draft.random.id(), properties, origin });
}

/** Reserves a number for an id; refused when nothing has that id. */
export function requestAccess(draft: Draft, { serviceName, id }: RequestAccessCommand): Outcome<Interaction> {
  const known = draft.interactions.get(id);
  if (known === undefined && !draft.records.has(id)) return refused(noSuchId(id));
  const origin = draft.records.get(id)?.serviceName ?? known?.origin;
  return reserve(draft, serviceName, { id, properties: known?.properties ?? {}, origin });
}

/** The interaction that a call to a number belongs to, and to a code where one was dialled. */
export function matchInteraction(
  state: Pick<EngineState, 'interactions'>,
  { accessNumber, accessCode }: { readonly accessNumber: string; readonly accessCode?: string },
): Outcome<Interaction> {
  for (const interaction of state.interactions.values()) {
    const isMeant =
      interaction.accessNumber === accessNumber && (accessCode === undefined || interaction.accessCode === accessCode);
    if (isMeant) return done(interaction);
  }
  return refused(noSuchCall(accessNumber));
}

/** Neither a callback nor an interaction has the id. */
export function noSuchId(id: string): EngineRefusal {
  return notFound(`callback or interaction ${id}`);
}

/** The number is not reserved for anybody. */
export function noSuchCall(accessNumber: string): EngineRefusal {
  return notFound(`interaction for access number ${accessNumber}`);
}

/** Something of the basic services that is not there. */
export function notFound(key: string): EngineRefusal {
  return { code: 'not-found', details: { key } };
}

/** A number that was reserved under the same id before is free for it again. */
function reserve(
  draft: Draft,
  service: string,
  { id, properties, origin }: Pick<Interaction, 'id' | 'properties'> & { readonly origin: string | undefined },
): Outcome<Interaction> {
  const own = draft.interactions.get(id)?.accessNumber;
  const { accessNumbers } = draft.timetable;
  if (own === undefined && accessNumbers.size >= NUMBERS)
    return refused(notFound('access number left. Wait until one is free'));
  const seconds = numberOption(draft.settings, service, '_booking_expiration_timeout');
  const interaction: Interaction = {
    id,
    accessNumber: freeNumber(draft, (number) => number === own || !accessNumbers.has(number)),
    accessCode: (applicationOptionOf(draft, 'server', 'access_code_prefix') ?? '') + digits(draft, 4),
    expirationTime: draft.now + Math.round(seconds * 1000),
    properties,
    ...(origin !== undefined && { origin }),
  };
  draft.reserve(interaction);
  draft.emit({ type: 'number-reserved', id });
  return done(interaction);
}

/** The first free number from one drawn by chance on. */
function freeNumber(draft: Draft, isFree: (number: string) => boolean): string {
  for (let index = draft.random.below(NUMBERS); ; index = (index + 1) % NUMBERS) {
    const number = NUMBER_PREFIX + String(index).padStart(4, '0');
    if (isFree(number)) return number;
  }
}

function digits(draft: Draft, count: number): string {
  return String(draft.random.below(10 ** count)).padStart(count, '0');
}
