import { isCallbackState } from './callback.js';
import type { CallbackState, ReportedState } from './callback.js';

/**
 * The life cycle of a callback as one table: state × command → next state, or why not (GMS reference, life cycle, transitions).
 * The engine executes it, the elements read it to switch controls off with a reason.
 */

/** What people may ask of a callback. */
export const USER_COMMANDS = [
  'cancel',
  'cancel-by-admin',
  'reschedule',
  'reschedule-completed',
  'edit-properties',
] as const;

/** What happens to a callback by itself. */
export const SYSTEM_COMMANDS = [
  'submit',
  'fail-submit',
  'pause',
  'resume',
  'reserve-agent',
  'return-to-queue',
  'connect',
  'complete',
] as const;

export type UserCommand = (typeof USER_COMMANDS)[number];
export type SystemCommand = (typeof SYSTEM_COMMANDS)[number];
export type LifecycleCommand = UserCommand | SystemCommand;

/** Why a command is refused, as a code; {@link REFUSAL_WORDS} holds the English words. */
export type RefusalCode =
  | 'already-completed'
  | 'not-completed'
  | 'in-conversation'
  | 'only-scheduled-moves'
  | 'already-submitted'
  | 'not-queued'
  | 'not-paused'
  | 'not-routing'
  | 'not-running'
  | 'unknown-state';

/** English words for each refusal, fit for a tooltip. Marked as pure: a page that shows no refusal does not carry them. */
export const REFUSAL_WORDS: Readonly<Record<RefusalCode, string>> = /* @__PURE__ */ Object.freeze({
  'already-completed': 'This callback is completed. Reschedule it to call the customer again.',
  'not-completed': 'Only a completed callback can be scheduled again.',
  'in-conversation': 'An agent is handling this callback now, so it can no longer be cancelled.',
  'only-scheduled-moves': 'Only a scheduled callback can be moved to another time.',
  'already-submitted': 'This callback has already been submitted to the queue.',
  'not-queued': 'This callback is not waiting in a queue.',
  'not-paused': 'This callback is not paused.',
  'not-routing': 'No agent is reserved for this callback.',
  'not-running': 'No call is running for this callback.',
  'unknown-state':
    'The server reports a state this page does not know, so nothing can be done with this callback here.',
});

/** What a command does in a state. */
export type Rule = { readonly to: CallbackState } | { readonly refused: RefusalCode };

/** A refusal as a value: the domain never throws for it. */
export interface Refusal {
  readonly from: ReportedState;
  readonly command: LifecycleCommand;
  readonly code: RefusalCode;
  /** English words, fit for a tooltip. */
  readonly words: string;
  /** Commands people may give in this state. */
  readonly allowed: readonly UserCommand[];
}

const to = (state: CallbackState): Rule => ({ to: state });
const no = (code: RefusalCode): Rule => ({ refused: code });

const LIVE = 'already-submitted';

/** The table itself. A record is created SCHEDULED or QUEUED; {@link creationState} decides which. */
export const LIFECYCLE: Readonly<Record<CallbackState, Readonly<Record<LifecycleCommand, Rule>>>> = Object.freeze({
  SCHEDULED: {
    cancel: to('COMPLETED'),
    'cancel-by-admin': to('COMPLETED'),
    reschedule: to('SCHEDULED'),
    'reschedule-completed': no('not-completed'),
    'edit-properties': to('SCHEDULED'),
    submit: to('QUEUED'),
    'fail-submit': to('COMPLETED'),
    pause: no('not-queued'),
    resume: no('not-paused'),
    'reserve-agent': no('not-queued'),
    'return-to-queue': no('not-routing'),
    connect: no('not-routing'),
    complete: to('COMPLETED'),
  },
  QUEUED: {
    cancel: to('COMPLETED'),
    'cancel-by-admin': to('COMPLETED'),
    reschedule: no('only-scheduled-moves'),
    'reschedule-completed': no('not-completed'),
    'edit-properties': to('QUEUED'),
    submit: to('QUEUED'),
    'fail-submit': to('COMPLETED'),
    pause: to('PAUSED'),
    resume: no('not-paused'),
    'reserve-agent': to('ROUTING'),
    'return-to-queue': no('not-routing'),
    connect: no('not-routing'),
    complete: to('COMPLETED'),
  },
  ROUTING: {
    cancel: to('COMPLETED'),
    'cancel-by-admin': to('COMPLETED'),
    reschedule: no('only-scheduled-moves'),
    'reschedule-completed': no('not-completed'),
    'edit-properties': to('ROUTING'),
    submit: no(LIVE),
    'fail-submit': no(LIVE),
    pause: no('not-queued'),
    resume: no('not-paused'),
    'reserve-agent': no('not-queued'),
    'return-to-queue': to('QUEUED'),
    connect: to('PROCESSING'),
    complete: to('COMPLETED'),
  },
  PROCESSING: {
    cancel: no('in-conversation'),
    'cancel-by-admin': no('in-conversation'),
    reschedule: no('only-scheduled-moves'),
    'reschedule-completed': no('not-completed'),
    'edit-properties': to('PROCESSING'),
    submit: no(LIVE),
    'fail-submit': no(LIVE),
    pause: no('not-queued'),
    resume: no('not-paused'),
    'reserve-agent': no('not-queued'),
    'return-to-queue': no('not-routing'),
    connect: no('not-routing'),
    complete: to('COMPLETED'),
  },
  PAUSED: {
    cancel: to('COMPLETED'),
    'cancel-by-admin': to('COMPLETED'),
    reschedule: no('only-scheduled-moves'),
    'reschedule-completed': no('not-completed'),
    'edit-properties': to('PAUSED'),
    submit: no(LIVE),
    'fail-submit': no(LIVE),
    pause: no('not-queued'),
    resume: to('QUEUED'),
    'reserve-agent': no('not-queued'),
    'return-to-queue': no('not-routing'),
    connect: no('not-routing'),
    complete: to('COMPLETED'),
  },
  COMPLETED: {
    cancel: no('already-completed'),
    'cancel-by-admin': no('already-completed'),
    reschedule: no('already-completed'),
    'reschedule-completed': to('COMPLETED'),
    'edit-properties': no('already-completed'),
    submit: no('already-completed'),
    'fail-submit': no('already-completed'),
    pause: no('already-completed'),
    resume: no('already-completed'),
    'reserve-agent': no('already-completed'),
    'return-to-queue': no('already-completed'),
    connect: no('already-completed'),
    complete: no('already-completed'),
  },
});

/** Commands people may give in a state; none in a state this version does not know. */
export function allowedCommands(state: ReportedState): readonly UserCommand[] {
  if (!isCallbackState(state)) return [];
  return USER_COMMANDS.filter((command) => 'to' in LIFECYCLE[state][command]);
}

/** The state a command leads to, or the refusal. */
export function transition(state: ReportedState, command: LifecycleCommand): { readonly to: CallbackState } | Refusal {
  if (!isCallbackState(state)) return refusal(state, command, 'unknown-state');
  const rule = LIFECYCLE[state][command];
  return 'to' in rule ? rule : refusal(state, command, rule.refused);
}

/** Why a command is not possible in a state; undefined when it is. */
export function refusalOf(state: ReportedState, command: LifecycleCommand): Refusal | undefined {
  const result = transition(state, command);
  return 'to' in result ? undefined : result;
}

/**
 * State in which a callback begins: SCHEDULED when its desired time is further away than the execution buffer, else QUEUED.
 * All times in epoch milliseconds.
 */
export function creationState(desiredTime: number, now: number, executionBuffer: number): 'SCHEDULED' | 'QUEUED' {
  return desiredTime - now > executionBuffer ? 'SCHEDULED' : 'QUEUED';
}

function refusal(from: ReportedState, command: LifecycleCommand, code: RefusalCode): Refusal {
  return { from, command, code, words: REFUSAL_WORDS[code], allowed: allowedCommands(from) };
}
