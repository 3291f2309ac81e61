import type { Options } from '../../../src/domain/service.js';
import type { EngineRefusal } from '../commands.js';
import type { Draft } from '../draft.js';
import { applicationOptionOf, optionOf, readNumber } from '../options/options.js';
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
}

/** Reserves a number for something that has an id already, a callback or an interaction. */
export interface RequestAccessCommand {
  readonly type: 'request-access';
  readonly serviceName: string;
  readonly id: string;
}

/** Seconds a number stays reserved when no option says otherwise. */
const BOOKING = 30;

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
  return reserve(draft, command.serviceName, { id: draft.random.id(), properties: command.properties });
}

/** Reserves a number for an id; refused when nothing has that id. */
export function requestAccess(draft: Draft, { serviceName, id }: RequestAccessCommand): Outcome<Interaction> {
  const known = liveInteraction(draft, id);
  if (known === undefined && !draft.records.has(id)) return refused(noSuchId(id));
  return reserve(draft, serviceName, { id, properties: known?.properties ?? {} });
}

/** The interaction that a call to a number belongs to, and to a code where one was dialled. */
export function matchInteraction(
  state: Pick<EngineState, 'now' | 'interactions'>,
  { accessNumber, accessCode }: { readonly accessNumber: string; readonly accessCode?: string },
): Outcome<Interaction> {
  for (const interaction of state.interactions.values()) {
    const isMeant =
      interaction.accessNumber === accessNumber && (accessCode === undefined || interaction.accessCode === accessCode);
    if (isMeant && isLive(interaction, state.now)) return done(interaction);
  }
  return refused(noSuchCall(accessNumber));
}

/** The interaction of an id, as long as its number is reserved. */
export function liveInteraction(state: Pick<EngineState, 'now' | 'interactions'>, id: string): Interaction | undefined {
  const interaction = state.interactions.get(id);
  return interaction !== undefined && isLive(interaction, state.now) ? interaction : undefined;
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

/** Also forgets the reservations that are over, so that they never pile up. */
function reserve(
  draft: Draft,
  service: string,
  { id, properties }: Pick<Interaction, 'id' | 'properties'>,
): Outcome<Interaction> {
  const live = [...draft.interactions].filter(([key, interaction]) => key !== id && isLive(interaction, draft.now));
  const taken = new Set(live.map(([, { accessNumber }]) => accessNumber));
  if (taken.size >= NUMBERS) return refused(notFound('access number left. Wait until one is free'));
  const seconds = readNumber(optionOf(draft, service, '_booking_expiration_timeout')) ?? BOOKING;
  const interaction: Interaction = {
    id,
    accessNumber: freeNumber(draft, taken),
    accessCode: (applicationOptionOf(draft, 'server', 'access_code_prefix') ?? '') + digits(draft, 4),
    expirationTime: draft.now + Math.round(seconds * 1000),
    properties,
  };
  draft.keep({ interactions: new Map(live).set(id, interaction) });
  draft.emit({ type: 'number-reserved', id });
  return done(interaction);
}

/** The first free number from one drawn by chance on. */
function freeNumber(draft: Draft, taken: ReadonlySet<string>): string {
  for (let index = draft.random.below(NUMBERS); ; index = (index + 1) % NUMBERS) {
    const number = NUMBER_PREFIX + String(index).padStart(4, '0');
    if (!taken.has(number)) return number;
  }
}

function digits(draft: Draft, count: number): string {
  return String(draft.random.below(10 ** count)).padStart(count, '0');
}

function isLive({ expirationTime }: Interaction, now: number): boolean {
  return now <= expirationTime;
}
