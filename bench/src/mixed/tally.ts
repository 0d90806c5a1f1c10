/** Counts answers by who asked and how they were answered. */
export class Tally {
  readonly #counts = new Map<string, Map<string, number>>();

  add(who: string, answer: string, count = 1): void {
    const counts = this.#counts.get(who) ?? new Map<string, number>();
    counts.set(answer, (counts.get(answer) ?? 0) + count);
    this.#counts.set(who, counts);
  }

  /** What one was answered: `4,000 200, 2 503 REQUEST_TIMEOUT`. */
  of(who: string): string {
    const counts = [...(this.#counts.get(who) ?? [])].sort(([, a], [, b]) => b - a);
    return counts.map(([answer, count]) => `${count.toLocaleString('en-US')} ${answer}`).join(', ');
  }

  /** How many answers were failures of the server that nobody asked for: no answer, or 5xx but for the codes that one may get. */
  failures(who: string, mayGet: readonly string[]): number {
    const failed = [...(this.#counts.get(who) ?? [])].filter(
      ([answer]) => /^(5|no answer)/.test(answer) && !mayGet.some((code) => answer.endsWith(code)),
    );
    return failed.reduce((sum, [, count]) => sum + count, 0);
  }

  who(): string[] {
    return [...this.#counts.keys()];
  }
}
