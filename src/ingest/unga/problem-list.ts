import type { Problem } from '#ledger/revise/proposal.ts';
import type { UngaOutcome } from './outcome.ts';

const mostKept = 100;

/** Counts the problems of an import and keeps the first hundred: a wrong file can have a million. */
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

  /** Adds problems of which only the first are given. */
  addMany(problems: readonly Problem[], total = problems.length): void {
    for (const problem of problems) this.add(problem);
    this.#total += total - problems.length;
  }

  refusal(): UngaOutcome {
    return { status: 'REFUSED', problems: this.#kept, total: this.#total };
  }
}
