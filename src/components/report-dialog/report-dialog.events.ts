/** A wish for a report, before anything happens. Cancelable: prevent it to make the file yourself. */
export const REPORT_REQUEST = 'report-request';

/** Which report: the callbacks an administrator cancelled, or what became of the last bulk cancel. */
export type ReportKind = 'cancelled' | 'summary';

export interface ReportRequestDetail {
  readonly report: ReportKind;
  /** The refresh button was used: read the report from the server again, whatever has been read before. */
  readonly refresh: boolean;
}

export type ReportRequestEvent = CustomEvent<ReportRequestDetail>;

/** Wiring event: a person closed the dialog. It neither bubbles nor leaves the shadow root. */
export const REPORT_DIALOG_CLOSE = 'report-dialog-close';

export type ReportDialogCloseEvent = CustomEvent<Record<string, never>>;

/** Wiring events of `report-dialog`: known to whoever listens on this element, not to the page. */
export interface ReportDialogEventMap {
  'report-dialog-close': ReportDialogCloseEvent;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'report-request': ReportRequestEvent;
  }
}
