import type { ReactiveControllerHost } from 'lit';
import type { FieldProblem } from '../../domain/problems.js';
import { inZone, isDirty, TEXT_FIELDS, timeOf, withOwnRow } from './callback-editor.draft.js';
import type { Decision, EditChoice, EditorDraft, PropertyRow, TextField } from './callback-editor.draft.js';
import { ShownProblems } from './callback-editor.problems.js';
import { refreshed } from './callback-editor.refresh.js';
import type { Drafts } from './callback-editor.refresh.js';
import { rowPath } from './callback-editor.rows.js';

/** Where problems of the time belong. */
const TIME_PATHS = ['desiredDate', 'desiredTime'] as const;

/** Holds the draft of the editor's form and what is wrong with it. It knows no server and fires nothing. */
export class EditorForm {
  readonly #host: ReactiveControllerHost;
  readonly #shown = new ShownProblems();
  #initial: EditorDraft | undefined;
  #draft: EditorDraft | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The draft as it was when the form opened; undefined while there is no form. */
  get initial(): EditorDraft | undefined {
    return this.#initial;
  }

  get draft(): EditorDraft | undefined {
    return this.#draft;
  }

  /** Both; undefined while there is no form. */
  get drafts(): Drafts | undefined {
    return this.#draft && this.#initial && { draft: this.#draft, initial: this.#initial };
  }

  /** What is wrong and to be said now, in the order of the fields: nothing about a field in which the person has only begun to type. */
  get problems(): readonly FieldProblem[] {
    return this.#shown.all;
  }

  /** Whether all that is wrong is to be told together, since somebody wanted to send it. */
  get isSummarised(): boolean {
    return this.#shown.isSummarised;
  }

  /** Whether something was entered that would be missed. */
  get isDirty(): boolean {
    return this.#draft !== undefined && this.#initial !== undefined && isDirty(this.#draft, this.#initial);
  }

  /** Begins with a new draft, or with one in which something was entered already. */
  start(initial: EditorDraft | undefined, draft = initial): void {
    this.#initial = initial;
    this.#draft = draft;
    this.#shown.clear();
  }

  /** Takes in what the form would begin with now. What was entered or chosen is never replaced. */
  refresh(fresh: EditorDraft | undefined): void {
    if (fresh === undefined || this.drafts === undefined) return;
    const { draft, initial } = refreshed(this.drafts, fresh);
    this.#draft = draft;
    this.#initial = initial;
  }

  /** Takes what is wrong with the draft as it stands; it is shown where the person has left off, see {@link problems}. */
  judge(problems: readonly FieldProblem[]): void {
    this.#shown.judge(problems);
  }

  /** Shows all that is wrong with the draft. */
  showAll(): void {
    this.#shown.showAll();
    this.#host.requestUpdate();
  }

  /** Shows what somebody else says is wrong, until the person edits the field concerned. */
  show(problems: readonly FieldProblem[]): void {
    this.#shown.tell(problems);
    this.#host.requestUpdate();
  }

  /** The person has left the field in which they changed something. */
  leave(path: string): void {
    if (this.#shown.leave(path)) this.#host.requestUpdate();
  }

  /** What is wrong with a field and to be said now. */
  problemAt(path: string): FieldProblem | undefined {
    return this.problems.find((problem) => problem.path === path);
  }

  /** For the `input` of a text field or `change` of a select whose name is that of the field. */
  readonly type = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement | HTMLSelectElement;
    if (!isTextField(name)) return;
    if (name === 'desiredDate' || name === 'desiredTime') {
      this.#change({ [name]: value, overlap: undefined, instant: undefined }, TIME_PATHS);
    } else {
      this.#change({ [name]: value }, [name]);
    }
  };

  readonly chooseKind = ({ target }: Event): void => {
    const kind = (target as HTMLSelectElement).value === 'scheduled' ? 'scheduled' : 'immediate';
    this.#change({ kind }, TIME_PATHS, []);
  };

  /** Takes what stands in the field for the service, whether there is such a one or not. */
  readonly chooseService = (serviceName: string): void => {
    this.#change({ serviceName }, ['serviceName']);
  };

  readonly choose = ({ target }: Event): void => {
    this.#change({ choice: (target as HTMLInputElement).value as EditChoice }, ['choice', ...TIME_PATHS], []);
  };

  readonly chooseOverlap = ({ target }: Event): void => {
    const overlap = (target as HTMLInputElement).value === 'later' ? 'later' : 'earlier';
    this.#change({ overlap, instant: undefined }, ['desiredTime']);
  };

  readonly chooseDiscard = ({ target }: Event): void => {
    this.#change({ discardOrsFailure: (target as HTMLInputElement).checked }, []);
  };

  /** Takes an instant, exactly, also where the wall clock shows it twice. */
  chooseInstant(instant: number): void {
    if (this.#draft === undefined) return;
    this.#change({ kind: 'scheduled', ...timeOf(instant, this.#draft.clockZone) }, TIME_PATHS);
  }

  /** Takes a day, and a time on it; without one, the time is open. */
  chooseDay(desiredDate: string, desiredTime = ''): void {
    this.#change({ desiredDate, desiredTime, overlap: undefined, instant: undefined }, TIME_PATHS);
  }

  /** Shows date and time by the clock of another zone; the instant stays. */
  chooseClock(zone: string): void {
    if (this.#draft !== undefined) this.#change(inZone(this.#draft, zone), []);
  }

  /** Takes what the person says about where the customer is; undefined lets it be guessed. */
  chooseCustomerZone(customerZone: string | undefined): void {
    this.#change({ customerZone }, []);
  }

  /** Resolves when the form shows what was changed, so that something new in it can take the focus. */
  get isShown(): Promise<boolean> {
    return this.#host.updateComplete;
  }

  /** Adds a row for the person to name. */
  addRow(): void {
    if (this.#draft !== undefined) this.#change({ rows: withOwnRow(this.#draft.rows) }, []);
  }

  /** Takes away a row that the person added. One that the callback has is changed with `removed`: it can be kept after all. */
  removeRow(row: number): void {
    const rows = this.#draft?.rows ?? [];
    this.#change({ rows: rows.filter((each) => each.row !== row) }, []);
  }

  changeRow(row: number, patch: Partial<Pick<PropertyRow, 'key' | 'value' | 'removed'>>): void {
    const rows = this.#draft?.rows ?? [];
    const changed = rows.find((each) => each.row === row);
    if (changed === undefined) return;
    const paths = [rowPath(changed), `properties.${changed.key}`];
    this.#change({ rows: rows.map((each) => (each === changed ? { ...each, ...patch } : each)) }, paths);
  }

  /** Takes what the person decided about a field that somebody else changed too. */
  decide(decision: Decision): void {
    const others = this.#draft?.decisions.filter(({ key }) => key !== decision.key) ?? [];
    this.#change({ decisions: [...others, decision] }, []);
  }

  /** The one place where the draft changes: what others said of the fields concerned is no longer said. */
  #change(patch: Partial<EditorDraft>, concerned: readonly string[], edited = concerned): void {
    if (this.#draft === undefined) return;
    this.#draft = { ...this.#draft, ...patch };
    this.#shown.forget(concerned);
    this.#shown.edit(edited);
    this.#host.requestUpdate();
  }
}

function isTextField(name: string): name is TextField {
  return (TEXT_FIELDS as readonly string[]).includes(name);
}
