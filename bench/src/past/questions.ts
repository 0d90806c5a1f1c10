import { dayOf } from '../../../src/agreement/day.ts';
import { defaultPolicy } from '../../../src/agreement/policy.ts';
import { agreementMatrix } from '../../../src/comparison/agreement-matrix.ts';
import { agreementIn, type Comparison, compare, stanceRowsIn } from '../../../src/comparison/comparison.ts';
import { comparisonRows } from '../../../src/comparison/comparison-rows.ts';
import { partyOf } from '../../../src/comparison/look-up.ts';
import { resolveScope } from '../../../src/comparison/scope.ts';
import { allCountries, speakingParties } from '../../../src/comparison/speaking-parties.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { snapshotAt } from '../../../src/snapshot/snapshot-at.ts';

/** A point in both times. */
export interface Point {
  readonly asOf: string;
  readonly asKnownAt: number;
}

/** Answers a question in process, from the keys to the numbers. What can be remembered belongs to the snapshot object that is given. */
type Question = (snapshot: Snapshot, point: Point, parties: readonly string[]) => unknown;

function compared(snapshot: Snapshot, { asOf, asKnownAt }: Point, keys: readonly string[] | null): Comparison {
  const scope = resolveScope(snapshot, { kinds: ['ROLL_CALL'], asOf: dayOf(asOf), asKnownAt }, { today: dayOf(asOf) });
  const ledger = snapshotAt(snapshot, asKnownAt);
  const parties = keys?.map((key) => partyOf(ledger, key)) ?? allCountries(ledger);
  return compare(ledger, parties, scope, defaultPolicy);
}

/** What is asked: five parties, two parties, and all countries, over all roll calls. */
export const questions: Readonly<Record<'comparison' | 'agreement' | 'agreementMatrix', Question>> = {
  comparison: (snapshot, point, parties) =>
    comparisonRows(compared(snapshot, point, parties)).map((row) => [
      row.proposition.text,
      row.verdict,
      row.side,
      ...row.cells,
      // By id: places are not the same in another snapshot.
      ...Array.from(stanceRowsIn(row.comparison, row.column), (place) => snapshot.stances.id[place] ?? null),
    ]),
  agreement: (snapshot, point, parties) => agreementIn(compared(snapshot, point, parties.slice(0, 2))),
  agreementMatrix(snapshot, point) {
    const { values, shared } = agreementMatrix(speakingParties(compared(snapshot, point, null)));
    return { values, shared };
  },
};
