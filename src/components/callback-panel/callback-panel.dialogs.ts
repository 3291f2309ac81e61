import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ServiceSummary } from '../../domain/service.js';
import type { OptionsChangeEvent } from '../advanced-options/advanced-options.events.js';
import type { EditorMode } from '../callback-editor/callback-editor.types.js';
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
  { lang, zone, source, requests, configuration, services }: DialogsModel,
  close: () => void,
): TemplateResult {
  const { current, problem } = requests.dialogs;
  const { commands, description, now } = source;
  const record = current?.kind === 'edit' ? current.record : undefined;
  const busy = commands.creating || (record !== undefined && commands.busyIds.has(record.id));
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
      .busy=${busy}
      .problem=${problem}
      .open=${current?.kind === 'create' || current?.kind === 'edit'}
      @editor-close=${close}
    ></callback-editor>
  `;
}

function cancelDialog({ lang, zone, source, requests }: DialogsModel, close: () => void): TemplateResult {
  const { current, problem, result } = requests.dialogs;
  const { busyIds, progress } = source.commands;
  const records = current?.kind === 'cancel' ? current.records : NONE;
  return html`
    <callback-cancel-dialog
      exportparts="dialog: cancel__dialog"
      lang=${lang || nothing}
      .records=${records}
      .timeZone=${zone}
      .busy=${records.some(({ id }) => busyIds.has(id))}
      .progress=${progress}
      .problem=${problem}
      .result=${result}
      .open=${current?.kind === 'cancel'}
      @cancel-dialog-close=${close}
    ></callback-cancel-dialog>
  `;
}

function modeOf(current: OpenDialog | undefined): EditorMode {
  if (current?.kind !== 'edit') return 'create';
  return current.record.state === 'COMPLETED' ? 'reschedule-completed' : 'edit';
}
