import { LRUCache } from 'lru-cache';
import { dayOf } from '#agreement/day.ts';
import { isKnownAt } from '#agreement/stance-columns.ts';
import { disputedRecords, isOfDisputedSource } from '#ledger/disputed/disputed-records.ts';
import type { Source } from '#ledger/read/sources.ts';
import type { Proposition, RollCall } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { dayInWords, listInWords, rangesOf } from './in-words.ts';
import { thinYears } from './thin-years.ts';

const ofEveryLedger = [
  'A position for which no source was found is not in the ledger; an unknown position is not a neutral one.',
  'The seed files record what parties stated, signed or voted, not what they did; most pages were read in excerpts.',
  'For votes in the seed files only countries with stances of their own are recorded, for the latest votes only some of these, and for NATO, EU and similar texts only some of the signatories.',
  'In the seed files the memberships of the Group of 77 and the Non-Aligned Movement are incomplete.',
];

/** What is known to be missing from the ledger, as it was known at a revision to which these sources contributed. */
export function knownGaps(snapshot: Snapshot, revision: number, sources: readonly Source[]): string[] {
  const made = madeOf(snapshot);
  const ofVotes = made.get(revision) ?? votesMissing(snapshot, revision);
  made.set(revision, ofVotes);
  return [...ofEveryLedger, ...reviews(sources), ...ofVotes];
}

// Every roll call is looked at, and the home page asks. A snapshot is asked about one revision, but for the newest and those that it does not know yet.
const madeOf = oncePer((_snapshot: Snapshot) => new LRUCache<number, readonly string[]>({ max: 2 }));

function votesMissing(snapshot: Snapshot, revision: number): readonly string[] {
  const rollCalls = snapshot.propositions.list.filter(isOfTheAssembly);
  return rollCalls.length === 0 ? [] : [...ofTheAssembly(snapshot, rollCalls, revision)];
}

function* reviews(sources: readonly Source[]): Generator<string> {
  for (const { key, reviewedOn } of sources)
    if (reviewedOn !== null)
      yield `The records of the source ${key} were last reviewed on ${dayInWords(dayOf(reviewedOn))}; later changes are missing.`;
}

type RollCallRow = Proposition & { readonly rollCall: RollCall };

const isOfTheAssembly = (row: Proposition): row is RollCallRow => !row.retired && row.rollCall?.body === 'UNGA';

function* ofTheAssembly(snapshot: Snapshot, rollCalls: readonly RollCallRow[], revision: number): Generator<string> {
  const sessionsOf = (rows: readonly RollCallRow[]) => rangesOf(rows.map(({ rollCall }) => rollCall.session));
  const last = rollCalls.reduce(
    (latest, { rollCall }) => Math.max(latest, rollCall.tabledOn),
    Number.NEGATIVE_INFINITY,
  );
  yield `The roll calls of the UN General Assembly end on ${dayInWords(last)}.`;
  const thin = thinYears(rollCalls.map(({ rollCall }) => rollCall.tabledOn));
  if (thin.length > 0) {
    const had = thin.map(
      ({ year, rollCalls, usual }) => `${rollCalls} of ${year} (around it ${Math.round(usual)} a year)`,
    );
    yield `Of some years the ledger has far fewer roll calls of the UN General Assembly than of those around them: ${listInWords(had)}. The Assembly voted less, or most are missing.`;
  }
  yield 'Texts adopted without a vote, which are the majority, are not among the roll calls, so agreement over roll calls is lower than agreement over everything that the Assembly adopted.';
  const withAbsences = sessionsOf(rollCalls.filter(({ ordinal }) => hasAbsences(snapshot, ordinal, revision)));
  if (withAbsences === '') yield 'No absences are recorded: a missing vote is unknown.';
  else if (withAbsences !== sessionsOf(rollCalls))
    yield `Absences are recorded for sessions ${withAbsences} only; in other sessions a missing vote is unknown.`;
  const withoutDays = sessionsOf(rollCalls.filter(({ rollCall }) => rollCall.tabledOnPrecision === 'MONTH'));
  if (withoutDays !== '')
    yield `The days of roll calls in sessions ${withoutDays} are placeholders within their month.`;
  const days = rollCalls.filter(({ key }) => isOfDisputedSource(key)).map(({ rollCall }) => rollCall.tabledOn);
  for (const { from, until, what, source } of disputedRecords())
    if (days.some((day) => day >= from && day < until)) yield `${what.replace(/\.$/, '')} (${source}).`;
}

function hasAbsences({ absences }: Snapshot, rollCall: number, revision: number): boolean {
  const { start, addedIn, retiredIn } = absences;
  for (let row = start[rollCall] as number; row < (start[rollCall + 1] as number); row++)
    if (isKnownAt(addedIn[row] as number, retiredIn[row] as number, revision)) return true;
  return false;
}
