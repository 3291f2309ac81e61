import type { UserCommand } from '../../domain/lifecycle.js';
import type {
  CreateRequest,
  PropertyChange,
  RescheduleChange,
  RescheduleCompletedChange,
} from '../../transport/callback-transport.js';

/** Which of its three forms the editor shows. */
export type EditorMode = 'create' | 'edit' | 'reschedule-completed';

/** Why commands are off besides the life cycle, in words for the person. */
export type EditorRefusals = Readonly<Partial<Record<UserCommand, string>>>;

/** A request that waits a little before it is sent, and may come back to the form when it was not. */
export type DeferredRequest = Extract<EditorRequest, { readonly mode: 'reschedule' | 'cancel' }>;

/**
 * What became of a request whose answer was lost. `looking`: it is being found out. `not-done`: it was not done and may be sent again.
 * That it was done is told by closing the form.
 */
export type EditorOutcome = 'looking' | 'not-done';

/** What a person asked for with Continue: parsed and valid, ready for a transport. */
export type EditorRequest =
  | { readonly mode: 'create'; readonly request: CreateRequest }
  | { readonly mode: 'reschedule'; readonly id: string; readonly change: RescheduleChange }
  | { readonly mode: 'reschedule-completed'; readonly id: string; readonly change: RescheduleCompletedChange }
  | { readonly mode: 'edit-properties'; readonly id: string; readonly change: PropertyChange }
  | {
      readonly mode: 'cancel';
      readonly id: string;
      /** The person wants it cancelled even though the session of the queued callback cannot be reached. */
      readonly discardOrsFailure: boolean;
    };
