/** The elements for React, with typed properties and events. Importing it registers nothing: import `define` too. */
import { createComponent } from '@lit/react';
import type { EventName } from '@lit/react';
import * as React from 'react';
import { AdvancedOptionsElement } from './components/advanced-options/advanced-options.js';
import { CallbackCancelDialogElement } from './components/callback-cancel-dialog/callback-cancel-dialog.js';
import { CallbackEditorElement } from './components/callback-editor/callback-editor.js';
import { CallbackPanelElement } from './components/callback-panel/callback-panel.js';
import { CallbackServicesElement } from './components/callback-services/callback-services.js';
import { CallbackTableElement } from './components/callback-table/callback-table.js';
import { ReportDialogElement } from './components/report-dialog/report-dialog.js';

function event<Name extends keyof GlobalEventHandlersEventMap>(
  name: Name,
): EventName<GlobalEventHandlersEventMap[Name]> {
  return name as string as EventName<GlobalEventHandlersEventMap[Name]>;
}

const requests = {
  onCallbackCreateRequest: event('callback-create-request'),
  onCallbackEditRequest: event('callback-edit-request'),
  onCallbackCancelRequest: event('callback-cancel-request'),
};

const tableEvents = {
  onCallbackSearchChange: event('callback-search-change'),
  onCallbackSortChange: event('callback-sort-change'),
  onCallbackPageChange: event('callback-page-change'),
  onCallbackSelectionChange: event('callback-selection-change'),
  onCallbackExpansionChange: event('callback-expansion-change'),
  onCallbackDiagnosticsRequest: event('callback-diagnostics-request'),
  onCallbackRefreshRequest: event('callback-refresh-request'),
};

export const CallbackPanel = createComponent({
  react: React,
  tagName: CallbackPanelElement.tag,
  elementClass: CallbackPanelElement,
  displayName: 'CallbackPanel',
  events: {
    ...requests,
    ...tableEvents,
    onReportRequest: event('report-request'),
    onCallbackViewChange: event('callback-view-change'),
    onCallbackLoaded: event('callback-loaded'),
    onCallbackCreated: event('callback-created'),
    onCallbackUpdated: event('callback-updated'),
    onCallbackCancelled: event('callback-cancelled'),
    onCallbackBulkFinished: event('callback-bulk-finished'),
    onCallbackFailure: event('callback-failure'),
    onReportReady: event('report-ready'),
  },
});

export const CallbackTable = createComponent({
  react: React,
  tagName: CallbackTableElement.tag,
  elementClass: CallbackTableElement,
  displayName: 'CallbackTable',
  events: {
    ...tableEvents,
    onCallbackEditRequest: requests.onCallbackEditRequest,
  },
});

export const CallbackEditor = createComponent({
  react: React,
  tagName: CallbackEditorElement.tag,
  elementClass: CallbackEditorElement,
  displayName: 'CallbackEditor',
  events: requests,
});

export const AdvancedOptions = createComponent({
  react: React,
  tagName: AdvancedOptionsElement.tag,
  elementClass: AdvancedOptionsElement,
  displayName: 'AdvancedOptions',
});

export const CallbackCancelDialog = createComponent({
  react: React,
  tagName: CallbackCancelDialogElement.tag,
  elementClass: CallbackCancelDialogElement,
  displayName: 'CallbackCancelDialog',
  events: {
    onCallbackCancelRequest: requests.onCallbackCancelRequest,
  },
});

export const ReportDialog = createComponent({
  react: React,
  tagName: ReportDialogElement.tag,
  elementClass: ReportDialogElement,
  displayName: 'ReportDialog',
  events: {
    onReportRequest: event('report-request'),
  },
});

export const CallbackServices = createComponent({
  react: React,
  tagName: CallbackServicesElement.tag,
  elementClass: CallbackServicesElement,
  displayName: 'CallbackServices',
});
