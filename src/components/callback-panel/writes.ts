import type { ReactiveControllerHost } from 'lit';
import type { CommandController, CommandResult } from '../../controllers/command.js';
import type { PendingChangesController } from '../../controllers/pending-changes.js';
import { Presence } from '../../controllers/presence.js';
import { CallbackError } from '../../domain/errors.js';
import type { CallbackQuery } from '../../domain/query.js';
import { CANCELLED_BY_ADMIN, countOutcomes } from '../../domain/report.js';
import type { BulkCancelResult } from '../../domain/report.js';
import { emit } from '../../internal/emit.js';
import { inSentence } from '../../internal/long-text.js';
import { phoneInSentence } from '../../internal/phone.js';
import type { Capability, CreateRequest } from '../../transport/callback-transport.js';
import type { DeferredRequest, EditorRequest } from '../callback-editor/callback-editor.types.js';
import {
  CALLBACK_BULK_FINISHED,
  CALLBACK_CANCELLED,
  CALLBACK_CREATED,
  CALLBACK_UPDATED,
} from './callback-panel.events.js';
import type {
  CallbackBulkFinishedEvent,
  CallbackCancelledEvent,
  CallbackCreatedEvent,
  CallbackUpdatedEvent,
} from './callback-panel.events.js';
import { lookAgain, sendChange, sendCreate } from './change-command.js';
import type { Base, ChangeWish, Done, Following, TurnedBack } from './change-command.js';
import type { Learned, OpenDialog } from './dialogs.js';
import { placeIn, showsCancelled, showsCreated, showsMoved } from './expectations.js';
import type { Place, Shows } from './expectations.js';
import { Telling } from './telling.js';
import type { Job, Success, TellingContext } from './telling.js';
import type { Review } from './troubles.js';

/** What the writes need of their page. */
export interface WritesContext extends TellingContext {
  readonly host: ReactiveControllerHost & EventTarget;
  readonly commands: CommandController;
  readonly pending: PendingChangesController;
  /** The server's clock, in epoch milliseconds. */
  readonly now: () => number;
  /** Seconds for which a cancellation or a move waits before it is sent. */
  readonly undoDelay: () => number;
  /** A time in words, in the page's zone. */
  readonly timeWords: (time: number) => string;
  /** The question as it would be asked now. */
  readonly query: () => CallbackQuery;
  /** What was known of a service's free slots may be wrong now; after a refusal it is asked for again. */
  readonly slotsChanged: (serviceName: string, isRefused: boolean) => void;
  /** Whether the form of a callback may be opened again: no change of it waits to be sent, or to be answered. */
  readonly mayReopen: (id: string) => boolean;
  /** Opens the form of a callback again, with what was asked for and not done. */
  readonly reopen: (dialog: OpenDialog, learned: Learned) => void;
  /** What was selected is dealt with. */
  readonly dealtWith: (ids: readonly string[]) => void;
}

/** A change, and the callback as it was when it was wished for. */
interface Change {
  readonly wish: ChangeWish;
  readonly base: Base;
}

/** What a transport must offer for each change. */
const NEEDED = {
  reschedule: 'reschedule',
  'reschedule-completed': 'rescheduleCompleted',
  'edit-properties': 'updateProperties',
  cancel: 'cancel',
} as const satisfies Record<ChangeWish['mode'], Capability>;

/** For changes that a list need not show: any good answer will do. */
const isThere: Shows = () => true;

/**
 * Carries out what the dialogs ask for: looks whether somebody changed the callback meanwhile, lets a cancellation or a move wait a
 * little, sends it once, finds out what became of it when its answer is lost, tells, and loads the list until it shows. Nothing is shown
 * before the server has confirmed it.
 */
export class Writes {
  readonly #context: WritesContext;
  readonly #telling: Telling;
  #lastCancel: BulkCancelResult | undefined;
  /** Aborted when nobody is there any more to be told what became of a write whose answer was lost. */
  #following = new AbortController();

  constructor(context: WritesContext) {
    this.#context = context;
    this.#telling = new Telling(context);
    new Presence(context.host, { left: () => this.#stopFollowing() });
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
    const { base } = this.#context.dialogs;
    if (wish.mode === 'create') await this.#create(wish.request);
    else if (base === undefined) return;
    else if (isDeferred(wish) && this.#context.undoDelay() > 0) await this.#defer(wish, base);
    else await this.#change(this.#beginChange(wish, base), { wish, base });
  }

  /** Cancels several callbacks as an administrator, after a while in which it can be undone; the dialog shows progress and result. */
  async cancelMany(ids: readonly string[]): Promise<void> {
    const { host, commands, dialogs, localize, announce, dealtWith } = this.#context;
    const job = this.#telling.begin('cancel', localize.term('cancelManyFailed', ids.length));
    const { dialog } = job;
    const shownIn = dialog?.kind === 'cancel' ? dialog : undefined;
    if (!(await this.#isDue(ids, localize.term('pendingCancelMany', ids.length), shownIn))) return;
    dialogs.show(dialog, { busy: true });
    const result = await commands.cancelMany(
      ids,
      {
        reason: CANCELLED_BY_ADMIN,
        onProgress: (done, total) => void dialogs.show(dialog, { busy: true, progress: { done, total } }),
      },
      job.server,
    );
    if (!result.ok) {
      this.#telling.failed(job, result);
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
    await this.#telling.lookFor(job, showsCancelled(done));
  }

  async #create(request: CreateRequest): Promise<void> {
    const { commands, dialogs, localize, now, slotsChanged } = this.#context;
    const { serviceName } = request;
    const job = this.#telling.begin('create', localize.term('createFailed', inSentence(serviceName)));
    const callback = { serviceName, time: request.desiredTime ?? now() };
    dialogs.show(job.dialog, { busy: true });
    const result = await commands.perform(
      'create',
      'new',
      (server) => sendCreate(server, request, this.#follow(job)),
      job.server,
    );
    slotsChanged(serviceName, !result.ok);
    if (!result.ok) this.#telling.failed(job, result);
    else if (result.value.kind === 'not-done') this.#turnBack(job, result.value);
    else {
      const words = localize.term('created', inSentence(serviceName));
      await this.#telling.done(job, this.#successOfNew(result.value, callback, words));
    }
  }

  /** Lets a change wait, visibly, before it is sent. */
  async #defer(wish: DeferredRequest, base: Base): Promise<void> {
    const { commands, dialogs, formClosed, server: present } = this.#context;
    const job = this.#beginChange(wish, base);
    // What somebody changed meanwhile is told at once, while the person still has the form in front of them.
    const look = await commands.perform(NEEDED[wish.mode], [wish.id], (server) => lookAgain(server, base), job.server);
    if (!look.ok) {
      this.#telling.failed(job, look);
    } else if (look.value.kind === 'same') {
      const seen = look.value.base;
      if (dialogs.closeOnly(job.dialog)) formClosed(wish.id);
      // What the page shows now is another server, with which a person neither waits for this change nor undoes it.
      const isDue = job.server !== present() || (await this.#isDue([wish.id], this.#pendingWords(wish, seen)));
      if (isDue) await this.#change({ ...job, dialog: undefined }, { wish, base: seen });
    } else {
      this.#turnBack(job, look.value, { wish, base });
    }
  }

  async #change(job: Job, change: Change): Promise<void> {
    const { commands, slotsChanged } = this.#context;
    const { wish, base } = change;
    const result: CommandResult<Done | TurnedBack> = await commands.perform(
      NEEDED[wish.mode],
      [wish.id],
      (server) => sendChange(server, wish, base, this.#follow(job)),
      job.server,
    );
    slotsChanged(base.record.serviceName, !result.ok);
    if (!result.ok) this.#telling.failed(job, result, this.#reviewOf(job, change));
    else if (result.value.kind === 'done') await this.#telling.done(job, this.#successOf(result.value, change));
    else this.#turnBack(job, result.value, change);
  }

  /** Looks no longer for what became of writes whose answers were lost: they are told as unknown. */
  #stopFollowing(): void {
    this.#following.abort();
    this.#following = new AbortController();
  }

  /** Nothing was done: the form says why or, when it is closed, the page, and offers to open it again with what was entered. */
  #turnBack(job: Job, sent: TurnedBack, change?: Change): void {
    const { dialogs } = this.#context;
    const problem = sent.kind === 'changed' ? changedMeanwhile() : sent.problem;
    const learned = sent.kind === 'changed' ? { conflict: sent.now } : {};
    if (sent.kind === 'unread' || !dialogs.learn(job.dialog, learned)) {
      this.#telling.failed(job, { ok: false, problem }, change && this.#reviewOf(job, change, learned));
      return;
    }
    dialogs.show(job.dialog, sent.kind === 'changed' ? {} : { outcome: 'not-done', problem });
    this.#telling.fire(job, problem);
  }

  #reviewOf({ server }: Job, { wish, base }: Change, learned: Learned = {}): Review | undefined {
    if (!isDeferred(wish)) return undefined;
    const { server: present, mayReopen, reopen } = this.#context;
    const { record, isWhole } = base;
    return {
      isPossible: () => server === present() && mayReopen(record.id),
      open: () => reopen({ kind: 'edit', record, wish }, { ...(isWhole && { whole: record }), ...learned }),
    };
  }

  /** Whether something may be sent now: at once, or after the while in which it could be undone, which that dialog shows if it is open. */
  async #isDue(ids: readonly string[], words: string, dialog?: OpenDialog): Promise<boolean> {
    const { pending, undoDelay, dialogs, announce, localize } = this.#context;
    if (undoDelay() <= 0) return true;
    const ended = pending.wait({ ids, words });
    const change = pending.all.find((each) => each.ids === ids);
    if (change !== undefined) dialogs.show(dialog, { pending: change });
    const end = await ended;
    dialogs.show(dialog, {});
    if (end === 'due' || end === 'left') return true;
    announce(localize.term('nothingSent'));
    return false;
  }

  #beginChange(wish: ChangeWish, { record }: Base): Job {
    const { dialogs, localize } = this.#context;
    const number = record.customerNumber;
    const job =
      wish.mode === 'cancel'
        ? this.#telling.begin('cancel', localize.term('cancelFailed', number))
        : this.#telling.begin(
            wish.mode === 'reschedule-completed' ? 'create' : 'edit',
            localize.term('changeFailed', number),
          );
    dialogs.show(job.dialog, { busy: true });
    return job;
  }

  #follow({ dialog }: Job): Following {
    const { dialogs, announce, localize, now } = this.#context;
    const looking = (): void => {
      if (!dialogs.show(dialog, { busy: true, outcome: 'looking' })) announce(localize.term('lookingForOutcome'));
    };
    return { signal: this.#following.signal, looking, now };
  }

  #pendingWords(wish: DeferredRequest, { record }: Base): string {
    const { localize, timeWords } = this.#context;
    const number = phoneInSentence(record.customerNumber);
    if (wish.mode === 'cancel') return localize.term('pendingCancel', number);
    return localize.term('pendingMove', number, timeWords(wish.change.desiredTime));
  }

  #successOf(done: Done, { wish, base: { record } }: Change): Success {
    const { host, localize } = this.#context;
    const { id, serviceName } = record;
    const common = { from: id, ...(done.isFound && { isFound: true }) };
    const updated = (): boolean => emit<CallbackUpdatedEvent>(host, CALLBACK_UPDATED, { id });
    switch (wish.mode) {
      case 'reschedule': {
        const { desiredTime } = wish.change;
        // It keeps its state, which the list showed; so only time and service decide.
        const words = this.#withPlace(localize.term('rescheduled'), this.#placeOf(serviceName, desiredTime, false));
        return { ...common, words, shows: showsMoved(id, desiredTime), confirm: updated };
      }
      case 'reschedule-completed': {
        const callback = { serviceName, time: wish.change.desiredTime };
        return { ...common, ...this.#successOfNew(done, callback, localize.term('rescheduled')) };
      }
      case 'edit-properties':
        return { ...common, words: localize.term('propertiesSaved'), shows: isThere, confirm: updated };
      case 'cancel': {
        const confirm = (): boolean => emit<CallbackCancelledEvent>(host, CALLBACK_CANCELLED, { ids: [id] });
        return { ...common, words: localize.term('cancelledOne'), shows: showsCancelled([id]), confirm };
      }
    }
  }

  #successOfNew(
    { id = '', isFound }: Done,
    { serviceName, time }: { readonly serviceName: string; readonly time: number },
    words: string,
  ): Success {
    const { host } = this.#context;
    const place = this.#placeOf(serviceName, time, true);
    return {
      words: this.#withPlace(words, place),
      shows: place === 'inside' ? showsCreated(id) : isThere,
      ...(isFound && { isFound }),
      confirm: () => emit<CallbackCreatedEvent>(host, CALLBACK_CREATED, { id }),
    };
  }

  #placeOf(serviceName: string, time: number, isNew: boolean): Place {
    const query = this.#context.query();
    return placeIn(isNew ? query : { ...query, states: [] }, { serviceName, time });
  }

  /** Adds that the present range and filters do not show a callback, when that is so. */
  #withPlace(words: string, place: Place): string {
    return place === 'outside' ? `${words} ${this.#context.localize.term('notInThisList')}` : words;
  }
}

function isDeferred(wish: ChangeWish): wish is DeferredRequest {
  return wish.mode === 'reschedule' || wish.mode === 'cancel';
}

function changedMeanwhile(): CallbackError {
  return new CallbackError(
    'conflict',
    'Failed to change a callback: somebody changed it since it was read. Look at both and decide.',
    { nothingDone: true },
  );
}
