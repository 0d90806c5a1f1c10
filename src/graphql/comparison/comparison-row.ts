import { NONE } from '#agreement/in-force.ts';
import { isHeld } from '#agreement/stance-matrix.ts';
import { verdicts } from '#agreement/verdict.ts';
import { stanceRowsIn } from '#comparison/comparison.ts';
import { confidenceOf, type ComparisonRow as RowShape, sinceOf, spreadIn } from '#comparison/comparison-rows.ts';
import { derivationOf } from '#comparison/derivation-receipt.ts';
import { builder, describedValues } from '../builder.ts';
import { historyPoints, receiptPoints } from '../cost/bloc-points.ts';
import { type Around, cost } from '../cost/field-cost.ts';
import { partiesCompared } from '../cost/points.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Confidence, Side } from '../stance/stance-enums.ts';
import { StanceView } from '../stance/stance-view.ts';
import { CellView, ComparisonCell, DerivedCellView } from './comparison-cell.ts';

export const Verdict = builder.enumType('Verdict', {
  description: 'Whether the parties that hold a position on a proposition agree. A lean counts as its side.',
  values: describedValues(verdicts),
});

/** The cells of a row, in the order of the parties. */
export function cellsOf({ comparison, column, cells }: RowShape): CellView[] {
  const { snapshot, parties, blocs } = comparison;
  const stanceRows = stanceRowsIn(comparison, column);
  const revision = comparison.scope.asKnownAt;
  return parties.map((party, row) => {
    const stanceRow = stanceRows[row] as number;
    const stance = stanceRow === NONE ? null : new StanceView(snapshot, stanceRow, revision);
    if (blocs === null) return new CellView(party, cells[row] as number, stance);
    return new DerivedCellView(party, cells[row] as number, stance, () => derivationOf(comparison, column, row));
  });
}

/** What is made of the positions of all parties. */
export const overCells = (_args: unknown, { parties }: Around) => 1 + parties / 20;
const overHistory = (args: unknown, around: Around) => overCells(args, around) + historyPoints(around);

export const ComparisonRow = builder.objectRef<RowShape>('ComparisonRow').implement({
  description: 'One proposition, compared across all parties.',
  fields: (t) => ({
    proposition: t.expose('proposition', { type: Proposition, description: 'The proposition that the row compares.' }),
    verdict: t.expose('verdict', { type: Verdict, description: 'Whether the parties that hold a position agree.' }),
    side: t.expose('side', {
      type: Side,
      nullable: true,
      description: 'The side on which the parties agree; null unless the verdict is AGREE.',
    }),
    since: t.field({
      type: 'Date',
      nullable: true,
      description:
        'First day from which the verdict has held without interruption. Restating a position does not reset it; a change of side does. Null when the verdict is UNKNOWN.',
      extensions: cost({ points: overHistory }),
      resolve: (row) => sinceOf(row)?.day ?? null,
    }),
    sinceIsFirstKnown: t.boolean({
      description:
        'Whether `since` is where the record begins rather than an observed change: the parties whose stances began the verdict have no earlier stance on the proposition, so the verdict has held at least since then. False when `since` is null.',
      extensions: cost({ points: overHistory }),
      resolve: (row) => sinceOf(row)?.isFirstKnown ?? false,
    }),
    confidence: t.field({
      type: Confidence,
      nullable: true,
      description:
        'Lowest confidence among the stances, and among those of members where the position of a bloc is derived; null when there are none.',
      extensions: cost({ points: (args, around) => overCells(args, around) + receiptPoints(around) }),
      resolve: confidenceOf,
    }),
    positionCount: t.int({
      description: 'Number of parties that hold a position.',
      extensions: cost({ points: overCells }),
      resolve: ({ cells }) => cells.filter(isHeld).length,
    }),
    spread: t.float({
      nullable: true,
      description: 'Largest difference between two positions, 0 to 2; null when fewer than two parties hold one.',
      extensions: cost({ points: overCells }),
      resolve: spreadIn,
    }),
    cells: t.field({
      type: [ComparisonCell],
      description: 'One cell per party, in the order of `parties`.',
      extensions: cost({ points: overCells, rows: partiesCompared }),
      resolve: cellsOf,
    }),
  }),
});
