import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CommandController } from '../../controllers/command.js';
import type { PendingChangesController } from '../../controllers/pending-changes.js';
import type { ServiceSummary } from '../../domain/service.js';
import type { OptionsChangeEvent } from '../advanced-options/advanced-options.events.js';
import type { EditorMode, EditorRefusals } from '../callback-editor/callback-editor.types.js';
import type { PanelConfiguration } from './callback-panel.types.js';
import type { OpenDialog } from './dialogs.js';
import type { Requests } from './requests.js';
import type { Source } from './source.js';
import type { ViewState } from './view-state.js';

/** What the dialogs are given. */
export interface DialogsModel {
  readonly lang: string;
  readonly zone: string;
  readonly source: Source;
  readonly requests: Requests;
  readonly view: ViewState;
  readonly configuration: PanelConfiguration;
  readonly services: readonly ServiceSummary[];
  readonly refusals: EditorRefusals;
}

const NONE: readonly never[] = Object.freeze([]);

/** The four dialogs; at most one is open. */
export function dialogsTemplate(model: DialogsModel): TemplateResult {
  const { requests, view } = model;
  const { dialogs, reports, writes } = requests;
  const close = (): void => dialogs.close();
  const configure = ({ detail: { options } }: OptionsChangeEvent): void => view.change({ options, page: 1 });
  return html`
    ${editor(model, close)} ${cancelDialog(model, close)}
    <advanced-options
      exportparts="dialog: options__dialog"
      lang=${model.lang || nothing}
      .options=${view.value.options}
      .services=${model.services}
      .open=${dialogs.current?.kind === 'options'}
      @options-change=${configure}
      @options-close=${close}
    ></advanced-options>
    <report-dialog
      exportparts="dialog: report__dialog"
      lang=${model.lang || nothing}
      .busy=${reports.busy}
      .problem=${reports.problem}
      .summary=${writes.lastCancel}
      .open=${dialogs.current?.kind === 'report'}
      @report-dialog-close=${close}
    ></report-dialog>
  `;
}

function editor(
  { lang, zone, source, requests, configuration, services, refusals }: DialogsModel,
  close: () => void,
): TemplateResult {
  const { current, work, learned } = requests.dialogs;
  const { customers, description, now, slots } = source;
  const record = current?.kind === 'edit' ? (learned.whole ?? current.record) : undefined;
  const wish = current?.kind === 'edit' ? current.wish : undefined;
  return html`
    <callback-editor
      exportparts="dialog: editor__dialog"
      lang=${lang || nothing}
      .mode=${modeOf(current)}
      .record=${record}
      .services=${services}
      .lookupKeys=${configuration.lookupKeys ?? description?.lookupKeys ?? NONE}
      .knownProperties=${configuration.knownProperties ?? NONE}
      .timeZone=${zone}
      .now=${now}
      .refusals=${refusals}
      .availability=${slots.knowledge}
      .duplicates=${customers.duplicates}
      .conflict=${learned.conflict}
      .wish=${wish}
      .outcome=${work.outcome}
      .busy=${work.busy === true || isBusy(current, source.commands, requests.pending)}
      .problem=${work.problem}
      .open=${current?.kind === 'create' || current?.kind === 'edit'}
      @editor-close=${close}
      @editor-availability-request=${requests.askForSlots}
      @editor-duplicates-request=${requests.askForDuplicates}
    ></callback-editor>
  `;
}

/** Whether an earlier write for the same subject waits to be sent or has not been answered, so that another would be refused. */
function isBusy(
  current: OpenDialog | undefined,
  { creating, busyIds }: CommandController,
  { ids }: PendingChangesController,
): boolean {
  if (current?.kind === 'create') return creating;
  return current?.kind === 'edit' && (busyIds.has(current.record.id) || ids.has(current.record.id));
}

function cancelDialog({ lang, zone, requests }: DialogsModel, close: () => void): TemplateResult {
  const { dialogs, pending } = requests;
  const { current, work } = dialogs;
  const records = current?.kind === 'cancel' ? current.records : NONE;
  const undo = (): void => work.pending && pending.undo(work.pending.key);
  const send = (): void => work.pending && pending.sendNow(work.pending.key);
  const leave = (): void => {
    undo();
    close();
  };
  return html`
    <callback-cancel-dialog
      exportparts="dialog: cancel__dialog"
      lang=${lang || nothing}
      .records=${records}
      .timeZone=${zone}
      .busy=${work.busy === true}
      .pending=${work.pending}
      .progress=${work.progress}
      .problem=${work.problem}
      .result=${work.result}
      .open=${current?.kind === 'cancel'}
      @cancel-dialog-undo=${undo}
      @cancel-dialog-send=${send}
      @cancel-dialog-close=${leave}
    ></callback-cancel-dialog>
  `;
}

function modeOf(current: OpenDialog | undefined): EditorMode {
  if (current?.kind !== 'edit') return 'create';
  return current.record.state === 'COMPLETED' ? 'reschedule-completed' : 'edit';
}
