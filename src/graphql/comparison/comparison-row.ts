import { NONE } from '#agreement/in-force.ts';
import { type Position as PositionName, verdicts } from '#agreement/position.ts';
import { isHeld, MEAN_ONLY } from '#agreement/stance-matrix.ts';
import { stanceRowsIn } from '#comparison/comparison.ts';
import {
  byIssue,
  type CellState as CellStateName,
  cellPosition,
  cellState,
  confidenceOf,
  type ComparisonRow as RowShape,
  rowsShown,
  sinceOf,
  spreadIn,
} from '#comparison/comparison-rows.ts';
import { type DerivationReceipt, derivationOf } from '#comparison/derivation-receipt.ts';
import { highestFirst } from '#comparison/proposition-order.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { apiError } from '../api-error.ts';
import { builder, describedValues } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { type Around, cost } from '../cost/field-cost.ts';
import { cellPoints, historyPoints, partiesCompared, receiptPoints } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Stance } from '../stance/stance.ts';
import { Confidence, Position, Side } from '../stance/stance-enums.ts';
import { StanceView } from '../stance/stance-view.ts';
import { Comparison } from './comparison.ts';

const CellState = builder.enumType('CellState', {
  description: 'What is known about the position of a party on a proposition.',
  values: {
    HELD: { description: 'The party holds a position: a stance of its own.' },
    DERIVED: {
      description:
        'The party is a bloc without a stance of its own, and its members of that day make its position; see `derivation`.',
    },
    SPLIT: {
      description:
        'The party is a bloc without a stance of its own. Enough of its members hold a position, but not enough of these are on one side. Counts as no position.',
    },
    ABSENT: {
      description:
        'The party could have taken a position and is recorded as not having done so. Not the same as abstaining.',
    },
    UNKNOWN: {
      description: 'Nothing is known about its position; of a bloc also: too few of its members hold one.',
    },
  } as const,
});

/** A cell as it is shown; properties rather than resolvers, as in StanceView. */
export class CellView {
  readonly party: PartyRow;
  readonly stance: StanceView | null;
  /** As in the matrix of a comparison. */
  readonly cell: number;

  constructor(party: PartyRow, cell: number, stance: StanceView | null) {
    this.party = party;
    this.stance = stance;
    this.cell = cell;
  }

  get state(): CellStateName {
    return cellState(this.cell, this.stance !== null);
  }

  get position(): PositionName | null {
    return cellPosition(this.cell);
  }

  get lastConfirmed(): number | null {
    return this.stance?.lastConfirmed ?? null;
  }

  get value(): number | null {
    if (this.cell === MEAN_ONLY) return this.derivation?.mean ?? null;
    return isHeld(this.cell) ? this.cell / 2 : null;
  }

  /** Null where the position is not derived. */
  get derivation(): DerivationReceipt | null {
    return null;
  }
}

/** A cell of a comparison in which positions of blocs are derived. */
export class DerivedCellView extends CellView {
  readonly #derive: () => DerivationReceipt | null;

  constructor(party: PartyRow, cell: number, stance: StanceView | null, derive: () => DerivationReceipt | null) {
    super(party, cell, stance);
    this.#derive = derive;
  }

  override get derivation(): DerivationReceipt | null {
    return this.#derive();
  }
}

export const ComparisonCell = builder.objectRef<CellView>('ComparisonCell').implement({
  description: 'The position of one party on one proposition.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party whose position it is.' }),
    state: t.expose('state', {
      type: CellState,
      description: 'Whether a position is held, derived, split, absent or unknown.',
    }),
    position: t.expose('position', {
      type: Position,
      nullable: true,
      description: 'The position; null unless the state is HELD or DERIVED, and null for the rule MEAN.',
    }),
    value: t.expose('value', {
      type: 'Float',
      nullable: true,
      description:
        'The position as a number, from -1 (OPPOSE) to 1 (SUPPORT); by the rule MEAN any number between them. Null unless the state is HELD or DERIVED.',
    }),
    lastConfirmed: t.expose('lastConfirmed', {
      type: 'Date',
      nullable: true,
      description: 'The day of the latest document that shows the stance in force; null unless the state is HELD.',
    }),
    stance: t.expose('stance', {
      type: Stance,
      nullable: true,
      description: 'The stance in force; null unless the state is HELD.',
    }),
  }),
});

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

const descending = (by: (row: RowShape) => number | null) => (rows: readonly RowShape[]) =>
  highestFirst(byIssue(rows), (row) => by(row) ?? Number.NEGATIVE_INFINITY);

/** Rows that are equal in these stay in the order of issue and key. */
const orders = {
  ISSUE: byIssue,
  PROPOSITION: (rows: readonly RowShape[]) => rows.toSorted((a, b) => (a.proposition.key < b.proposition.key ? -1 : 1)),
  SPREAD_DESC: descending(spreadIn),
  SINCE_DESC: descending((row) => sinceOf(row)?.day ?? null),
} as const;

const ComparisonRowOrder = builder.enumType('ComparisonRowOrder', {
  description: 'Sort orders for the rows of a comparison.',
  values: {
    ISSUE: { description: 'By key of the issue, then by key of the proposition.' },
    PROPOSITION: { description: 'By key of the proposition.' },
    SPREAD_DESC: { description: 'By spread, largest first.' },
    SINCE_DESC: { description: 'By date of the verdict, latest first.' },
  } as const,
});

builder.objectField(Comparison, 'rows', (t) =>
  t.connection({
    type: ComparisonRow,
    description:
      'One row per proposition in scope on which at least one of the parties holds a position or was absent.',
    args: {
      verdicts: t.arg({
        type: [Verdict],
        description:
          'Only rows with these verdicts. Default: all except UNKNOWN; for a single party, whose rows are all UNKNOWN, only UNKNOWN.',
      }),
      minimumHolders: t.arg.int({
        defaultValue: 0,
        description:
          'Only rows on which at least so many of the parties hold a position, so that two of twelve are not listed as if all agreed; at least 0. Default: 0.',
      }),
      orderBy: t.arg({
        type: ComparisonRowOrder,
        defaultValue: 'ISSUE',
        description: 'Sort order. Default: by issue, then key.',
      }),
    },
    extensions: cost({
      points: ({ orderBy }, around) =>
        cellPoints(around) +
        1.5 * around.propositions +
        (orderBy === 'SINCE_DESC' ? around.propositions * historyPoints(around) : 0),
      around: (_args, { page, propositions }) => ({ page: Math.min(page, propositions) }),
    }),
    resolve(comparison, args, { pageSizes }) {
      const minimum = args.minimumHolders ?? 0;
      if (minimum < 0) throw apiError('BAD_INPUT', `minimumHolders: found ${minimum}, expected at least 0.`);
      const rows = rowsShown(comparison, args.verdicts, minimum);
      return connectionOf(orders[args.orderBy ?? 'ISSUE'](rows), args, pageSizes, ({ proposition }) => proposition.key);
    },
  }),
);
