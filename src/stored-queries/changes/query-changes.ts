import { setImmediate as letOthersPass } from 'node:timers/promises';
import { utcDay } from '#agreement/day.ts';
import type { PreparedQuery } from '../prepared-query.ts';
import type { Ask } from '../query-engine.ts';
import { type AnswerChange, answerChange } from './answer-change.ts';
import { type AnswerThen, answerThen } from './answer-then.ts';
import type { RecordedRevision } from './recorded-revisions.ts';
import type { RememberedChanges } from './remembered-changes.ts';

/** A stored query with the values of its variables, and who answers it as of the past. */
export interface AskedThen {
  readonly prepared: PreparedQuery;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Asks as of a revision, from 0, as if it were the newest and this UTC day were today. */
  readonly askAt: (revision: number, day: number) => Ask;
  readonly largestPage: number;
  readonly signal?: AbortSignal;
}

export interface ChangesWanted extends AskedThen {
  /** Equal when the same is asked. */
  readonly question: string;
  readonly remembered: RememberedChanges;
  /** Numbers of the revisions, of some, that can have changed the answer. */
  readonly concerning: (revisions: readonly RecordedRevision[]) => Promise<ReadonlySet<number>>;
  readonly mostEntries: number;
  /** By the clock of `performance`: no answer is computed after it. */
  readonly until: number;
}

/** A revision that changed the answer, and how. */
export interface RevisionChange {
  readonly revision: RecordedRevision;
  readonly change: AnswerChange;
}

export interface ChangesFound {
  /** Newest first. */
  readonly changes: readonly RevisionChange[];
  /** False: the time was up before all was looked at; what was found is remembered. */
  readonly complete: boolean;
}

/**
 * How revisions changed the answer to a stored query: each answer is compared with that just before the revision, both on the day of the revision, so
 * that it stays the same for ever. `revisions` are newest first, without gaps.
 */
export async function queryChanges(
  revisions: readonly RecordedRevision[],
  wanted: ChangesWanted,
): Promise<ChangesFound> {
  const { question, remembered, mostEntries, until } = wanted;
  const known = (revision: RecordedRevision) => remembered.get(question, revision.digest);
  const unknown = revisions.filter((revision) => known(revision) === undefined);
  const concerning = unknown.length === 0 ? new Set() : await wanted.concerning(unknown);
  const concerns = (revision: RecordedRevision) => {
    const change = known(revision);
    return change === undefined ? concerning.has(revision.number) : change !== null;
  };
  const answers = new AnswersThen(wanted, revisions.filter(concerns));
  const changes: RevisionChange[] = [];
  for (const revision of revisions) {
    if (changes.length >= mostEntries) break;
    let change = known(revision);
    if (change === undefined && concerns(revision)) {
      if (performance.now() > until) return { changes, complete: false };
      change = await answers.change(revision);
    }
    if (change === undefined) change = null;
    remembered.set(question, revision.digest, change);
    if (change !== null) changes.push({ revision, change });
  }
  return { changes, complete: true };
}

/**
 * The same of all revisions, oldest first without gaps, with nothing remembered; the changes in their order. `concerning` are the numbers of those that can
 * have changed the answer.
 */
export async function queryChangesIn(
  revisions: readonly RecordedRevision[],
  asked: AskedThen,
  concerning: ReadonlySet<number>,
): Promise<readonly RevisionChange[]> {
  const looked = revisions.filter(({ number }) => concerning.has(number));
  const answers = new AnswersThen(asked, looked);
  const changes: RevisionChange[] = [];
  for (const revision of looked.toReversed()) {
    const change = await answers.change(revision);
    if (change !== null) changes.unshift({ revision, change });
  }
  return changes;
}

/** Answers as of the past: the one before a revision is often that of the next older one that is looked at. */
class AnswersThen {
  readonly #asked: AskedThen;
  readonly #concerning: readonly number[];
  #last: { readonly at: string; readonly answer: AnswerThen } | null = null;

  /** `concerning`: the revisions that can have changed the answer; any other one did not, if it is not older than all of them. */
  constructor(asked: AskedThen, concerning: readonly RecordedRevision[]) {
    this.#asked = asked;
    this.#concerning = concerning.map(({ number }) => number);
  }

  /** How a revision changed the answer; null when it did not. */
  async change({ number, time }: RecordedRevision): Promise<AnswerChange | null> {
    const day = utcDay(time);
    const after = await this.#at(number, day);
    const before = await this.#at(number - 1, day);
    return answerChange(this.#asked.prepared.form.columns, before, after);
  }

  async #at(revision: number, day: number): Promise<AnswerThen> {
    const since = Math.max(-1, ...this.#concerning.filter((number) => number <= revision));
    const at = `${since === -1 ? revision : since} ${day}`;
    if (this.#last?.at === at) return this.#last.answer;
    await letOthersPass();
    const { prepared, variables, askAt, largestPage, signal } = this.#asked;
    const answer = await answerThen(prepared, variables, askAt(revision, day), largestPage, signal);
    this.#last = { at, answer };
    return answer;
  }
}
