import type { ReactiveControllerHost } from 'lit';
import type { FieldProblem } from '../../domain/problems.js';
import { isDirty, TEXT_FIELDS, timeOf, withOwnRow } from './callback-editor.draft.js';
import type { EditChoice, EditorDraft, TextField } from './callback-editor.draft.js';
import { rowPath } from './callback-editor.parse.js';

/** Holds the draft of the editor's form and what is wrong with it. It knows no server and fires nothing. */
export class EditorForm {
  readonly #host: ReactiveControllerHost;
  #initial: EditorDraft | undefined;
  #draft: EditorDraft | undefined;
  #problems: readonly FieldProblem[] = [];

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

  get problems(): readonly FieldProblem[] {
    return this.#problems;
  }

  /** Whether something was entered that would be missed. */
  get isDirty(): boolean {
    return this.#draft !== undefined && this.#initial !== undefined && isDirty(this.#draft, this.#initial);
  }

  /** Begins with a new draft. */
  start(draft: EditorDraft | undefined): void {
    this.#initial = draft;
    this.#draft = draft;
    this.#problems = [];
  }

  /** Takes a new draft while nothing was entered and nothing is wrong; what was chosen to be done stays. */
  refresh(draft: EditorDraft | undefined): void {
    if (this.isDirty || this.#problems.length > 0) return;
    if (draft === undefined || this.#draft === undefined) return;
    const { kind, choice, discardOrsFailure } = this.#draft;
    this.start({ ...draft, kind, choice, discardOrsFailure });
  }

  /** Shows what is wrong, until the person edits the field concerned. */
  show(problems: readonly FieldProblem[]): void {
    this.#problems = problems;
    this.#host.requestUpdate();
  }

  problemAt(path: string): FieldProblem | undefined {
    return this.#problems.find((problem) => problem.path === path);
  }

  /** For the `input` of a text field or `change` of a select whose name is that of the field. */
  readonly type = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement | HTMLSelectElement;
    if (!isTextField(name)) return;
    const time = name === 'desiredDate' || name === 'desiredTime';
    this.#change(
      { [name]: value, ...(time ? { overlap: undefined } : {}) },
      time ? ['desiredDate', 'desiredTime'] : [name],
    );
  };

  readonly chooseKind = ({ target }: Event): void => {
    this.#change({ kind: (target as HTMLSelectElement).value === 'scheduled' ? 'scheduled' : 'immediate' }, [
      'desiredDate',
      'desiredTime',
    ]);
  };

  readonly choose = ({ target }: Event): void => {
    this.#change({ choice: (target as HTMLInputElement).value as EditChoice }, [
      'choice',
      'desiredDate',
      'desiredTime',
    ]);
  };

  readonly chooseOverlap = ({ target }: Event): void => {
    this.#change({ overlap: (target as HTMLInputElement).value === 'later' ? 'later' : 'earlier' }, ['desiredTime']);
  };

  readonly chooseDiscard = ({ target }: Event): void => {
    this.#change({ discardOrsFailure: (target as HTMLInputElement).checked }, []);
  };

  /** Takes an instant that the server proposes, exactly, also where the wall clock shows it twice. */
  propose(instant: number, zone: string): void {
    this.#change({ kind: 'scheduled', ...timeOf(instant, zone) }, ['desiredDate', 'desiredTime']);
  }

  /** Adds a row for the person to name; resolves when it is there to take the focus. */
  async addRow(): Promise<void> {
    if (this.#draft === undefined) return;
    this.#change({ rows: withOwnRow(this.#draft.rows) }, []);
    await this.#host.updateComplete;
  }

  removeRow(row: number): void {
    const rows = this.#draft?.rows ?? [];
    const gone = rows.find((each) => each.row === row);
    if (gone === undefined) return;
    // Whatever was twice may now be there once.
    this.#change({ rows: rows.filter((each) => each !== gone) }, rows.map(rowPath));
  }

  changeRow(row: number, patch: { readonly key?: string; readonly value?: string }): void {
    const rows = this.#draft?.rows ?? [];
    const changed = rows.find((each) => each.row === row);
    if (changed === undefined) return;
    const paths = patch.key === undefined ? [rowPath(changed), `properties.${changed.key}`] : rows.map(rowPath);
    this.#change({ rows: rows.map((each) => (each === changed ? { ...each, ...patch } : each)) }, paths);
  }

  /** The one place where the draft changes: what was wrong with the fields concerned is no longer said. */
  #change(patch: Partial<EditorDraft>, paths: readonly string[]): void {
    if (this.#draft === undefined) return;
    this.#draft = { ...this.#draft, ...patch };
    this.#problems = this.#problems.filter(({ path }) => !paths.includes(path));
    this.#host.requestUpdate();
  }
}

function isTextField(name: string): name is TextField {
  return (TEXT_FIELDS as readonly string[]).includes(name);
}
