import { defineOnImport } from '../../internal/define.js';
import { ReportDialogElement } from './report-dialog.js';

defineOnImport(ReportDialogElement);

declare global {
  interface HTMLElementTagNameMap {
    'report-dialog': ReportDialogElement;
  }
}

export * from './report-dialog.js';
