import type { CallbackErrorCode } from '../../domain/errors.js';
import type { PanelView } from './callback-panel.types.js';

/** A person changed something that belongs to the view; the detail holds the whole of it. */
export const CALLBACK_VIEW_CHANGE = 'callback-view-change';

export interface CallbackViewChangeDetail {
  readonly view: PanelView;
}

export type CallbackViewChangeEvent = CustomEvent<CallbackViewChangeDetail>;

/** A list was loaded. */
export const CALLBACK_LOADED = 'callback-loaded';

export interface CallbackLoadedDetail {
  /** Callbacks in the list. */
  readonly count: number;
}

export type CallbackLoadedEvent = CustomEvent<CallbackLoadedDetail>;

/** The server confirmed a new callback. */
export const CALLBACK_CREATED = 'callback-created';

/** The server confirmed a change of a callback. */
export const CALLBACK_UPDATED = 'callback-updated';

export interface CallbackFactDetail {
  readonly id: string;
}

export type CallbackCreatedEvent = CustomEvent<CallbackFactDetail>;
export type CallbackUpdatedEvent = CustomEvent<CallbackFactDetail>;

/** The server confirmed that these callbacks are cancelled. */
export const CALLBACK_CANCELLED = 'callback-cancelled';

export interface CallbackCancelledDetail {
  readonly ids: readonly string[];
}

export type CallbackCancelledEvent = CustomEvent<CallbackCancelledDetail>;

/** Cancelling several callbacks has ended; every one is counted once. */
export const CALLBACK_BULK_FINISHED = 'callback-bulk-finished';

export interface CallbackBulkFinishedDetail {
  readonly done: number;
  /** The server says that they can no longer be cancelled. */
  readonly skipped: number;
  /** Nobody knows what became of them. */
  readonly failed: number;
}

export type CallbackBulkFinishedEvent = CustomEvent<CallbackBulkFinishedDetail>;

/** Something did not work; a person has been told. */
export const CALLBACK_FAILURE = 'callback-failure';

/** What was being done. */
export type FailedAction = 'list' | 'open' | 'create' | 'edit' | 'cancel' | 'report';

export interface CallbackFailureDetail {
  readonly code: CallbackErrorCode;
  readonly action: FailedAction;
}

export type CallbackFailureEvent = CustomEvent<CallbackFailureDetail>;

/** A report was made and handed to the browser's downloads. */
export const REPORT_READY = 'report-ready';

export interface ReportReadyDetail {
  readonly report: 'cancelled' | 'summary';
  readonly fileName: string;
}

export type ReportReadyEvent = CustomEvent<ReportReadyDetail>;

declare global {
  interface GlobalEventHandlersEventMap {
    'callback-view-change': CallbackViewChangeEvent;
    'callback-loaded': CallbackLoadedEvent;
    'callback-created': CallbackCreatedEvent;
    'callback-updated': CallbackUpdatedEvent;
    'callback-cancelled': CallbackCancelledEvent;
    'callback-bulk-finished': CallbackBulkFinishedEvent;
    'callback-failure': CallbackFailureEvent;
    'report-ready': ReportReadyEvent;
  }
}
