import type { Translation } from '@shoelace-style/localize';
import type { CallbackErrorCode } from '../domain/errors.js';
import type { DiagnosticField } from '../domain/diagnostics.js';
import type { CustomerTerms } from './terms-customer.js';
import type { TableTerms } from './terms-table.js';
import type { DialogTerms } from './terms-dialogs.js';
import type { PanelTerms } from './terms-panel.js';
import type { ReviewTerms } from './terms-review.js';
import type { SlotTerms } from './terms-slots.js';
import type { UndoTerms } from './terms-undo.js';

/** Words for a closed set of codes. */
export type WordsBy<Code extends string> = (code: Code) => string;

/** Words shared by several elements; those of single elements stand in files of their own. */
export interface SharedTerms {
  // columns and fields
  state: string;
  /** Title of the time column, with the zone's offset: `Desired Callback Time (GMT+2)`. */
  desiredCallbackTime: (offset: string) => string;
  phoneNumber: string;
  serviceName: string;
  serviceId: string;
  customFields: string;
  notSpecified: string;
  // buttons
  close: string;
  cancel: string;
  retry: string;
  refresh: string;
  // codes
  /** What happened, what was kept, what to do: one or two sentences. */
  failure: WordsBy<CallbackErrorCode>;
  serverSaid: (words: string) => string;
  retryAfter: (seconds: string) => string;
  diagnostic: WordsBy<DiagnosticField>;
  notInQueue: string;
  seconds: (count: string) => string;
  yes: string;
  no: string;
}

/** Every word this library shows. */
export interface Terms
  extends
    Translation,
    SharedTerms,
    TableTerms,
    DialogTerms,
    CustomerTerms,
    ReviewTerms,
    SlotTerms,
    PanelTerms,
    UndoTerms {}
