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
