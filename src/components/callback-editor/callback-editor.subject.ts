import type { Span } from '../../domain/span.js';
import type { EditorView } from './callback-editor.view.js';
import { whyRefused } from './callback-editor.refusals.js';

/** For what a time is wanted. */
export interface TimeSubject {
  /** Empty while none is chosen. */
  readonly serviceName: string;
  /** How far ahead of now the service takes callbacks; undefined when nobody knows. */
  readonly reach: Span | undefined;
  /** The instant for which the callback is planned already, in epoch milliseconds. */
  readonly present: number | undefined;
}

/** For what the form wants a time; undefined while it wants none. */
export function subjectOf(view: EditorView): TimeSubject | undefined {
  if (!wantsTime(view)) return undefined;
  const { mode, draft, services, base: record } = view;
  const serviceName = mode === 'create' ? draft.serviceName : (record?.serviceName ?? '');
  const reach = services.find(({ name }) => name === serviceName)?.reach;
  return { serviceName, reach, present: mode === 'edit' ? record?.desiredTime : undefined };
}

function wantsTime({ mode, draft, base: record, refusals, localize }: EditorView): boolean {
  if (mode === 'create') return draft.kind === 'scheduled';
  if (record === undefined) return false;
  if (mode === 'reschedule-completed') return true;
  return draft.choice === 'reschedule' && whyRefused(localize, record.state, 'reschedule', refusals) === undefined;
}
