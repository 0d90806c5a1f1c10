import type { FirstChanges } from '#ledger/write/first-changes.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import type { Loss } from '#ledger/write/refuse-loss.ts';
import type { Kept } from '#ledger/write/revise.ts';

/** Numbers of rows of a table that a revision changed. */
export interface ChangeCount {
  readonly added: number;
  readonly amended: number;
  readonly retired: number;
}

/** Changed rows by table of the ledger, without unchanged tables. */
export type Changes = Readonly<Record<string, ChangeCount>>;

/** What became of an import: refused, taken as one revision, or nothing to change; or what would become of it, on the ledger at revision `base`. */
export type RollCallOutcome = Refused | TakenOutcome;

/** `problems` are the first hundred of `total`. */
export interface Refused {
  readonly status: 'REFUSED';
  readonly problems: readonly Problem[];
  readonly total: number;
}

export type TakenOutcome =
  | { readonly status: 'UNCHANGED'; readonly revision: number; readonly kept?: Kept }
  | { readonly status: 'REVISED'; readonly revision: number; readonly changes: Changes; readonly kept?: Kept }
  | {
      readonly status: 'DRY_RUN';
      readonly base: number;
      readonly changes: Changes;
      readonly first: FirstChanges;
      readonly losses: readonly Loss[];
      readonly kept?: Kept;
    };

const mostKept = 100;

/** Counts the problems of an import and stores the first hundred: a bad file can have a million. */
export class ProblemList {
  readonly #kept: Problem[] = [];
  #total = 0;

  get total(): number {
    return this.#total;
  }

  add(problem: Problem): void {
    this.#total += 1;
    if (this.#kept.length < mostKept) this.#kept.push(problem);
  }

  /** Adds problems of which only the first are listed. */
  addMany(problems: readonly Problem[], total = problems.length): void {
    for (const problem of problems) this.add(problem);
    this.#total += total - problems.length;
  }

  refusal(): Refused {
    return { status: 'REFUSED', problems: this.#kept, total: this.#total };
  }
}

/** Progress of a step of an import. */
export interface Progress {
  /** Name of the step, such as `Reading votes.csv.gz`. */
  readonly step: string;
  /** Rows processed; null if they are not counted. */
  readonly rows: number | null;
  /** Share of the step that is done, 0 to 1. */
  readonly done: number;
}

/** Called for every step at its start, at intervals, and at its end (`done` 1). */
export type Report = (progress: Progress) => void;

/** Runs a step whose progress is not measured. */
export async function asStep<T>(report: Report, step: string, work: () => Promise<T>): Promise<T> {
  report({ step, rows: null, done: 0 });
  const result = await work();
  report({ step, rows: null, done: 1 });
  return result;
}
