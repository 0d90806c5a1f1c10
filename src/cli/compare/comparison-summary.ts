import type { Pool } from 'pg';
import { dateOf } from '#agreement/day.ts';
import { NONE } from '#agreement/in-force.ts';
import type { Measure } from '#agreement/measures/measure.ts';
import type { MemberCounts } from '#agreement/member-tally.ts';
import type { Position, Side, Verdict } from '#agreement/position.ts';
import { agreementIn, type Comparison, stanceRowsIn } from '#comparison/comparison.ts';
import {
  byIssue,
  type CellState,
  type ComparisonRow,
  cellPosition,
  cellState,
  rowsShown,
  sinceOf,
} from '#comparison/comparison-rows.ts';
import { derivationOf } from '#comparison/derivation-receipt.ts';
import { warningsWithCitations } from '#comparison/entailed-twice.ts';
import { issuesOf } from '#comparison/look-up.ts';
import type { Warning } from '#comparison/warnings.ts';
import { StanceView } from '#graphql/stance/stance-view.ts';
import { type Cited, citationOfVote, readCitations } from '#ledger/read/citations.ts';

/** A document that shows a stance. */
export interface Source {
  readonly document: {
    readonly key: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly date: string;
  };
  readonly locator: string | null;
  readonly keyPhrase: string | null;
}

export interface SummaryCell {
  readonly party: string;
  readonly state: CellState;
  readonly position: Position | null;
  readonly heldFrom: string | null;
  readonly heldFromPrecision: StanceView['heldFromPrecision'] | null;
  readonly basis: StanceView['basis'] | null;
  readonly confidence: StanceView['confidence'] | null;
  readonly citations: readonly Source[];
  /** Of a bloc without a stance of its own: what its members of the day hold. */
  readonly derivation: MemberCounts | null;
}

export interface SummaryRow {
  readonly proposition: { readonly key: string; readonly text: string };
  readonly issues: readonly string[];
  readonly verdict: Verdict;
  readonly side: Side | null;
  readonly since: string | null;
  readonly sinceIsFirstKnown: boolean;
  /** In the order of the parties. */
  readonly cells: readonly SummaryCell[];
}

/** A comparison as plain data; names and meanings are those of the API. `rowCount` counts the rows beyond the limit too. */
export interface ComparisonSummary {
  readonly parties: readonly { readonly key: string; readonly name: string }[];
  readonly asOf: string;
  readonly asKnownAt: number;
  readonly revision: number;
  readonly agreement: {
    readonly measure: Measure;
    readonly value: number | null;
    readonly reason: string | null;
    readonly sharedPropositions: number;
    readonly pairs: number;
    readonly same: number;
    readonly partial: number;
    readonly opposite: number;
    readonly warnings: readonly Warning[];
  };
  readonly rowCount: number;
  readonly rows: readonly SummaryRow[];
}

export interface SummaryOptions {
  /** Null: all except UNKNOWN. */
  readonly verdicts: readonly Verdict[] | null;
  /** Infinity: all. */
  readonly limit: number;
}

/** A comparison with its rows, by issue, and their sources. */
export async function summaryOf(
  pool: Pool,
  comparison: Comparison,
  { verdicts, limit }: SummaryOptions,
): Promise<ComparisonSummary> {
  const { parties, scope, policy, snapshot } = comparison;
  const { result, shared, pairs, same, partial, opposite } = agreementIn(comparison);
  const rows = byIssue(rowsShown(comparison, verdicts));
  const shown = rows.slice(0, limit);
  const stances = shown.flatMap(stancesIn);
  const ids = stances.flatMap((stance) => stance?.id ?? []);
  const cited = await readCitations(pool, ids, scope.asKnownAt);
  const citations = new Map(ids.map((id, index) => [id, cited[index] ?? []]));
  return {
    parties: parties.map(({ key, name }) => ({ key, name })),
    asOf: dateOf(scope.asOf),
    asKnownAt: scope.asKnownAt,
    revision: snapshot.revision,
    agreement: {
      measure: policy.measure,
      value: result.value,
      reason: result.value === null ? result.reason : null,
      sharedPropositions: shared,
      pairs,
      same,
      partial,
      opposite,
      warnings: await warningsWithCitations(comparison, (ids) => readCitations(pool, ids, scope.asKnownAt)),
    },
    rowCount: rows.length,
    rows: shown.map((row) => summaryRow(row, citations)),
  };
}

const stancesIn = ({ comparison, column }: ComparisonRow): (StanceView | null)[] =>
  Array.from(stanceRowsIn(comparison, column), (row) =>
    row === NONE ? null : new StanceView(comparison.snapshot, row, comparison.scope.asKnownAt),
  );

function summaryRow(row: ComparisonRow, citations: ReadonlyMap<number, readonly Cited[]>): SummaryRow {
  const { comparison, column, proposition, verdict, side } = row;
  const { snapshot, scope, parties } = comparison;
  const since = sinceOf(row);
  const ofVote = proposition.documentId === null ? [] : [citationOfVote(proposition.documentId)];
  const stances = stancesIn(row);
  return {
    proposition: { key: proposition.key, text: proposition.text },
    issues: issuesOf(snapshot, proposition.ordinal, scope.asKnownAt).map(({ key }) => key),
    verdict,
    side,
    since: since && dateOf(since.day),
    sinceIsFirstKnown: since?.isFirstKnown ?? false,
    cells: parties.map(({ key }, index): SummaryCell => {
      const cell = row.cells[index] as number; // a cell for each party
      const stance = stances[index] ?? null;
      const shownBy = proposition.rollCall === null ? stance && citations.get(stance.id) : ofVote;
      return {
        party: key,
        state: cellState(cell, stance !== null),
        position: cellPosition(cell),
        heldFrom: stance && dateOf(stance.heldFrom),
        heldFromPrecision: stance?.heldFromPrecision ?? null,
        basis: stance?.basis ?? null,
        confidence: stance?.confidence ?? null,
        citations: stance === null ? [] : (shownBy ?? []).flatMap((one) => sourceOf(comparison, one)),
        derivation: derivationOf(comparison, column, index)?.counts ?? null,
      };
    }),
  };
}

function sourceOf({ snapshot }: Comparison, { documentId, locator, keyPhrase }: Cited): Source[] {
  const document = snapshot.documents.byId.get(documentId);
  if (document === undefined) return [];
  const { key, title, publisher, date } = document;
  return [{ document: { key, title, publisher, date: dateOf(date) }, locator, keyPhrase }];
}
