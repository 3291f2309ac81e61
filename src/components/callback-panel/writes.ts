import { CANCELLED_BY_ADMIN, countOutcomes } from '../../domain/report.js';
import type { BulkCancelResult } from '../../domain/report.js';
import type { CommandController, CommandFailure, CommandResult } from '../../controllers/command.js';
import type { CallbackTransport, CreateRequest, CreateResult } from '../../transport/callback-transport.js';
import type { CallbackQuery } from '../../domain/query.js';
import { emit } from '../../internal/emit.js';
import type { LocalizeController } from '../../internal/localize.js';
import { inSentence } from '../../internal/long-text.js';
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
} from './callback-panel.events.js';
import type { Dialogs, OpenDialog } from './dialogs.js';
import { placeIn, showsCancelled, showsCreated, showsMoved } from './expectations.js';
import type { Shows } from './expectations.js';
import type { Sighting } from './source.js';
import type { Troubles } from './troubles.js';

/** What the writes need of their page. */
export interface WritesContext {
  readonly host: EventTarget;
  readonly localize: LocalizeController;
  readonly commands: CommandController;
  readonly dialogs: Dialogs;
  readonly troubles: Troubles;
  /** Where commands go now. */
  readonly server: () => CallbackTransport | undefined;
  /** The server's clock, in epoch milliseconds. */
  readonly now: () => number;
  /** The question as it would be asked now. */
  readonly query: () => CallbackQuery;
  /** Loads the list until it shows what was written. */
  readonly reloadUntil: (shows: Shows) => Promise<Sighting>;
  /** Says something politely. */
  readonly announce: (words: string) => void;
  /** The form in which a callback was changed has closed. */
  readonly formClosed: (id: string) => void;
  /** What was selected is dealt with. */
  readonly dealtWith: (ids: readonly string[]) => void;
}

/** A write under way. It tells its own dialog, while that is open, and else the page: never a dialog that was opened since. */
interface Job {
  readonly action: 'create' | 'edit' | 'cancel';
  /** What fails when it fails, in words. */
  readonly failed: string;
  readonly dialog: OpenDialog | undefined;
  readonly server: CallbackTransport | undefined;
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
  async edit(wish: EditorRequest): Promise<void> {
    const { commands, dialogs, localize } = this.#context;
    const record = dialogs.current?.kind === 'edit' ? dialogs.current.record : undefined;
    const hint = record === undefined ? {} : { serviceName: record.serviceName };
    const subject = record?.customerNumber ?? '';
    switch (wish.mode) {
      case 'create':
        return this.#create(wish.request);
      case 'reschedule': {
        const { id, change } = wish;
        const job = this.#begin('edit', localize.term('changeFailed', subject));
        const result = await commands.reschedule(id, change, hint);
        const words = this.#place(localize.term('rescheduled'), record?.serviceName, change.desiredTime);
        return this.#updated(job, id, result, { words, shows: showsMoved(id, change.desiredTime) });
      }
      case 'reschedule-completed': {
        const job = this.#begin('create', localize.term('changeFailed', subject));
        const callback = { serviceName: record?.serviceName ?? '', time: wish.change.desiredTime };
        const result = await commands.rescheduleCompleted(wish.id, wish.change);
        return this.#created(job, result, { ...callback, words: localize.term('rescheduled'), from: wish.id });
      }
      case 'edit-properties': {
        const job = this.#begin('edit', localize.term('changeFailed', subject));
        const result = await commands.updateProperties(wish.id, wish.change, hint);
        return this.#updated(job, wish.id, result, { words: localize.term('propertiesSaved'), shows: isThere });
      }
      case 'cancel': {
        const job = this.#begin('cancel', localize.term('cancelFailed', subject));
        const { discardOrsFailure } = wish;
        return this.#cancelledOne(job, wish.id, await commands.cancel(wish.id, { ...hint, discardOrsFailure }));
      }
    }
  }

  /** Cancels several callbacks as an administrator; the dialog shows progress and result. */
  async cancelMany(ids: readonly string[]): Promise<void> {
    const { host, commands, dialogs, localize, announce, dealtWith } = this.#context;
    const job = this.#begin('cancel', localize.term('cancelManyFailed', ids.length));
    const { dialog } = job;
    const result = await commands.cancelMany(ids, {
      reason: CANCELLED_BY_ADMIN,
      onProgress: (done, total) => void dialogs.show(dialog, { busy: true, progress: { done, total } }),
    });
    if (!result.ok) {
      this.#fail(job, result);
      return;
    }
    const counts = countOutcomes(result.value);
    const done = result.value.outcomes.filter(({ outcome }) => outcome === 'done').map(({ id }) => id);
    const rest = counts.skipped + counts.failed;
    this.#lastCancel = result.value;
    const isShown = dialogs.show(dialog, { result: result.value });
    dealtWith(dialog?.kind === 'cancel' ? dialog.records.map(({ id }) => id) : ids);
    const words = localize.term('cancelledMany', counts.done, rest);
    announce(isShown || rest === 0 ? words : `${words} ${localize.term('seeReport')}`);
    emit<CallbackBulkFinishedEvent>(host, CALLBACK_BULK_FINISHED, counts);
    if (done.length > 0) emit<CallbackCancelledEvent>(host, CALLBACK_CANCELLED, { ids: done });
    await this.#lookFor(job, showsCancelled(done));
  }

  async #create(request: CreateRequest): Promise<void> {
    const { commands, localize, now } = this.#context;
    const { serviceName } = request;
    const job = this.#begin('create', localize.term('createFailed', serviceName));
    const time = request.desiredTime ?? now();
    const result = await commands.create(request);
    return this.#created(job, result, { serviceName, time, words: localize.term('created', inSentence(serviceName)) });
  }

  async #created(
    job: Job,
    result: CommandResult<CreateResult>,
    callback: {
      readonly serviceName: string;
      readonly time: number;
      readonly words: string;
      /** The completed callback it was made from. */
      readonly from?: string;
    },
  ): Promise<void> {
    const { host, announce, localize, query } = this.#context;
    if (!result.ok) {
      this.#fail(job, result);
      return;
    }
    const { id } = result.value;
    const place = placeIn(query(), callback);
    this.#close(job, callback.from);
    announce(place === 'outside' ? `${callback.words} ${localize.term('notInThisList')}` : callback.words);
    emit<CallbackCreatedEvent>(host, CALLBACK_CREATED, { id });
    await this.#lookFor(job, place === 'inside' ? showsCreated(id) : isThere);
  }

  async #updated(
    job: Job,
    id: string,
    result: CommandResult<void>,
    told: { readonly words: string; readonly shows: Shows },
  ): Promise<void> {
    const { host, announce } = this.#context;
    if (!result.ok) {
      this.#fail(job, result);
      return;
    }
    this.#close(job, id);
    announce(told.words);
    emit<CallbackUpdatedEvent>(host, CALLBACK_UPDATED, { id });
    await this.#lookFor(job, told.shows);
  }

  async #cancelledOne(job: Job, id: string, result: CommandResult<void>): Promise<void> {
    const { host, announce, localize } = this.#context;
    if (!result.ok) {
      this.#fail(job, result);
      return;
    }
    this.#close(job, id);
    announce(localize.term('cancelledOne'));
    emit<CallbackCancelledEvent>(host, CALLBACK_CANCELLED, { ids: [id] });
    await this.#lookFor(job, showsCancelled([id]));
  }

  /** Adds that the present range and filters do not show a callback, when that is so. */
  #place(words: string, serviceName: string | undefined, time: number): string {
    const { query, localize } = this.#context;
    // It keeps its state, which the list showed; so only time and service decide.
    const present = { ...query(), states: [] };
    const isOutside = placeIn(present, { serviceName: serviceName ?? '', time }) === 'outside';
    return isOutside ? `${words} ${localize.term('notInThisList')}` : words;
  }

  #begin(action: Job['action'], failed: string): Job {
    const { dialogs, server } = this.#context;
    const dialog = dialogs.current;
    dialogs.show(dialog, { busy: true });
    return { action, failed, dialog, server: server() };
  }

  #close({ dialog }: Job, id: string | undefined): void {
    const wasOpen = this.#context.dialogs.closeOnly(dialog);
    if (wasOpen && id !== undefined) this.#context.formClosed(id);
  }

  #fail({ action, failed, dialog }: Job, { problem }: CommandFailure): void {
    const { host, dialogs, troubles } = this.#context;
    // Without a problem nobody waits for the answer any more.
    const isShown = dialogs.show(dialog, problem === undefined ? {} : { problem });
    if (problem === undefined) return;
    if (!isShown) troubles.add({ what: failed, problem, isWrite: true });
    emit<CallbackFailureEvent>(host, CALLBACK_FAILURE, { code: problem.code, action });
  }

  async #lookFor({ server }: Job, shows: Shows): Promise<void> {
    const { reloadUntil, announce, localize } = this.#context;
    // The list of another server shows nothing of it.
    if (server !== this.#context.server()) return;
    if ((await reloadUntil(shows)) === 'not-seen') announce(localize.term('changeNotSeen'));
  }
}

/** For changes that a list need not show: any good answer will do. */
const isThere: Shows = () => true;
