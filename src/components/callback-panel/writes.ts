import type { CallbackError } from '../../domain/errors.js';
import { CANCELLED_BY_ADMIN, countOutcomes } from '../../domain/report.js';
import type { BulkCancelResult } from '../../domain/report.js';
import type { CommandController, CommandResult } from '../../controllers/command.js';
import type { CreateRequest } from '../../transport/callback-transport.js';
import type { CallbackQuery } from '../../domain/query.js';
import { emit } from '../../internal/emit.js';
import type { LocalizeController } from '../../internal/localize.js';
import type { EditorRequest } from '../callback-editor/callback-editor.types.js';
import {
  CALLBACK_BULK_FINISHED,
  CALLBACK_CANCELLED,
  CALLBACK_CREATED,
  CALLBACK_FAILURE,
  CALLBACK_UPDATED,
} from './callback-panel.events.js';
import type {
  CallbackBulkFinishedEvent,
  CallbackCancelledEvent,
  CallbackCreatedEvent,
  CallbackFailureEvent,
  CallbackUpdatedEvent,
  FailedAction,
} from './callback-panel.events.js';
import type { Dialogs } from './dialogs.js';
import { isAskedFor, showsCancelled, showsCreated, showsMoved } from './expectations.js';
import type { Shows } from './expectations.js';
import type { Sighting } from './source.js';

/** What the writes need of their page. */
export interface WritesContext {
  readonly host: EventTarget;
  readonly localize: LocalizeController;
  readonly commands: CommandController;
  readonly dialogs: Dialogs;
  /** The server's clock, in epoch milliseconds. */
  readonly now: () => number;
  /** The question as it would be asked now. */
  readonly query: () => CallbackQuery;
  /** Loads the list until it shows what was written. */
  readonly reloadUntil: (shows: Shows) => Promise<Sighting>;
  /** Says something politely. */
  readonly announce: (words: string) => void;
  /** Several callbacks were cancelled; told once, after the dialog shows the result. */
  readonly cancelled: (result: BulkCancelResult) => void;
}

/**
 * Carries out what the dialogs ask for: sends it once, tells what became of it, and loads the list until it shows. Nothing is shown
 * before the server has confirmed it.
 */
export class Writes {
  readonly #context: WritesContext;
  #lastCancel: BulkCancelResult | undefined;

  constructor(context: WritesContext) {
    this.#context = context;
  }

  /** Result of the last cancellation of several callbacks in this page; the summary report is made of it. */
  get lastCancel(): BulkCancelResult | undefined {
    return this.#lastCancel;
  }

  /** Whether the last cancellation succeeded for every callback; undefined before there was one. */
  get lastCancelSucceeded(): boolean | undefined {
    return this.#lastCancel?.outcomes.every(({ outcome }) => outcome === 'done');
  }

  /** Carries out what the editor asks for. */
  async edit(wish: EditorRequest, serviceName: string | undefined): Promise<void> {
    const { commands, dialogs, localize } = this.#context;
    const hint = serviceName === undefined ? {} : { serviceName };
    dialogs.begin();
    switch (wish.mode) {
      case 'create':
        return this.#create(wish.request);
      case 'reschedule': {
        const { id, change } = wish;
        const moved = showsMoved(id, change.desiredTime);
        return this.#update(id, await commands.reschedule(id, change, hint), localize.term('rescheduled'), moved);
      }
      case 'reschedule-completed':
        return this.#created(
          await commands.rescheduleCompleted(wish.id, wish.change),
          { serviceName: serviceName ?? '', time: wish.change.desiredTime },
          localize.term('rescheduled'),
        );
      case 'edit-properties':
        return this.#update(
          wish.id,
          await commands.updateProperties(wish.id, wish.change, hint),
          localize.term('propertiesSaved'),
          isThere,
        );
      case 'cancel':
        return this.#cancelOne(
          wish.id,
          await commands.cancel(wish.id, { ...hint, discardOrsFailure: wish.discardOrsFailure }),
        );
    }
  }

  /** Cancels several callbacks as an administrator; the dialog shows progress and result. */
  async cancelMany(ids: readonly string[]): Promise<void> {
    const { host, commands, dialogs, localize, announce, cancelled, reloadUntil } = this.#context;
    dialogs.begin();
    const result = await commands.cancelMany(ids, { reason: CANCELLED_BY_ADMIN });
    if (!result.ok) {
      this.#fail('cancel', result.problem);
      return;
    }
    const counts = countOutcomes(result.value);
    const done = result.value.outcomes.filter(({ outcome }) => outcome === 'done').map(({ id }) => id);
    this.#lastCancel = result.value;
    if (dialogs.current?.kind === 'cancel') dialogs.finish(result.value);
    cancelled(result.value);
    announce(localize.term('cancelledMany', counts.done, counts.skipped + counts.failed));
    emit<CallbackBulkFinishedEvent>(host, CALLBACK_BULK_FINISHED, counts);
    if (done.length > 0) emit<CallbackCancelledEvent>(host, CALLBACK_CANCELLED, { ids: done });
    this.#tellUnlessSeen(await reloadUntil(showsCancelled(done)));
  }

  async #create(request: CreateRequest): Promise<void> {
    const { commands, localize, now } = this.#context;
    const callback = { serviceName: request.serviceName, time: request.desiredTime ?? now() };
    await this.#created(await commands.create(request), callback, localize.term('created', request.serviceName));
  }

  async #created(
    result: CommandResult<{ readonly id: string }>,
    callback: { readonly serviceName: string; readonly time: number },
    words: string,
  ): Promise<void> {
    const { host, dialogs, announce, localize, query, reloadUntil } = this.#context;
    if (!result.ok) {
      this.#fail('create', result.problem);
      return;
    }
    const { id } = result.value;
    const expected = isAskedFor(query(), callback);
    dialogs.close();
    announce(expected ? words : `${words} ${localize.term('notInThisList')}`);
    emit<CallbackCreatedEvent>(host, CALLBACK_CREATED, { id });
    this.#tellUnlessSeen(await reloadUntil(expected ? showsCreated(id) : isThere));
  }

  async #update(id: string, result: CommandResult<void>, words: string, shows: Shows): Promise<void> {
    const { host, dialogs, announce, reloadUntil } = this.#context;
    if (!result.ok) {
      this.#fail('edit', result.problem);
      return;
    }
    dialogs.close();
    announce(words);
    emit<CallbackUpdatedEvent>(host, CALLBACK_UPDATED, { id });
    this.#tellUnlessSeen(await reloadUntil(shows));
  }

  async #cancelOne(id: string, result: CommandResult<void>): Promise<void> {
    const { host, dialogs, announce, localize, reloadUntil } = this.#context;
    if (!result.ok) {
      this.#fail('cancel', result.problem);
      return;
    }
    dialogs.close();
    announce(localize.term('cancelledOne'));
    emit<CallbackCancelledEvent>(host, CALLBACK_CANCELLED, { ids: [id] });
    this.#tellUnlessSeen(await reloadUntil(showsCancelled([id])));
  }

  #fail(action: FailedAction, problem: CallbackError | undefined): void {
    // Without a problem nobody waits for the answer any more.
    if (problem === undefined) return;
    this.#context.dialogs.fail(problem);
    emit<CallbackFailureEvent>(this.#context.host, CALLBACK_FAILURE, { code: problem.code, action });
  }

  #tellUnlessSeen(seen: Sighting): void {
    if (seen === 'not-seen') this.#context.announce(this.#context.localize.term('changeNotSeen'));
  }
}

/** For changes that a list need not show: any good answer will do. */
const isThere: Shows = () => true;
