import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { AdvancedOptionsElement } from '../../../src/components/advanced-options/define.js';
import { CallbackCancelDialogElement } from '../../../src/components/callback-cancel-dialog/define.js';
import { CallbackEditorElement } from '../../../src/components/callback-editor/define.js';
import { CallbackTableElement } from '../../../src/components/callback-table/define.js';
import { ReportDialogElement } from '../../../src/components/report-dialog/define.js';
import { makeRecord } from '../../support/records.js';

interface Subject {
  readonly element: { readonly tag: string; readonly elementProperties: typeof LitElement.elementProperties };
  /** Forms in which the element reads different properties. */
  readonly forms: readonly object[];
}

const records = [makeRecord({ state: 'QUEUED' }), makeRecord({ state: 'COMPLETED' })];
const [record] = records;

const SUBJECTS: readonly Subject[] = [
  { element: CallbackTableElement, forms: [{ records, expandedIds: new Set([record?.id]) }] },
  {
    element: CallbackEditorElement,
    forms: (['create', 'edit', 'reschedule-completed'] as const).map((mode) => ({ mode, record, open: true })),
  },
  { element: AdvancedOptionsElement, forms: [{ open: true }] },
  { element: CallbackCancelDialogElement, forms: [{ open: true, records }] },
  { element: ReportDialogElement, forms: [{ open: true }] },
];

type Bag = LitElement & Record<PropertyKey, unknown>;

async function make(tag: string): Promise<Bag> {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement(tag) as Bag;
  holder.append(element);
  await element.updateComplete;
  return element;
}

for (const { element, forms } of SUBJECTS) {
  const declared = [...element.elementProperties].filter(([, { state }]) => state !== true);

  describe(`${element.tag}: properties and attributes that are taken away`, () => {
    for (const [name] of declared) {
      it(`${String(name)} means what it began with when it becomes null or undefined`, async () => {
        const subject = await make(element.tag);
        const initial = subject[name];
        for (const form of forms) {
          for (const nothing of [null, undefined]) {
            Object.assign(subject, form);
            await subject.updateComplete;
            subject[name] = nothing;
            expect(subject[name]).to.equal(initial);
            await subject.updateComplete;
          }
        }
      });
    }

    const attributes = declared.flatMap(([name, { attribute }]) =>
      attribute === false ? [] : [[typeof attribute === 'string' ? attribute : String(name), name] as const],
    );
    for (const [attribute, name] of attributes) {
      it(`${attribute} means its default when the attribute is removed`, async () => {
        const subject = await make(element.tag);
        const initial = subject[name];
        subject.setAttribute(attribute, attribute === 'time-zone' ? 'Asia/Tokyo' : '1');
        await subject.updateComplete;
        subject.removeAttribute(attribute);
        await subject.updateComplete;
        expect(subject[name]).to.equal(initial);
      });
    }
  });
}
