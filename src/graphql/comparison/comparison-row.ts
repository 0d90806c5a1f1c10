import { NONE } from '#agreement/in-force.ts';
import { fromHalfSteps, type Position as PositionName } from '#agreement/position.ts';
import { ABSENT, isHeld } from '#agreement/stance-matrix.ts';
import { verdicts } from '#agreement/verdict.ts';
import { stanceRowsIn } from '#comparison/comparison.ts';
import { confidenceOf, type ComparisonRow as RowShape, sinceOf, spreadIn } from '#comparison/comparison-rows.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { builder, describedValues } from '../builder.ts';
import { type Around, cost } from '../cost/field-cost.ts';
import { partiesCompared } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Stance } from '../stance/stance.ts';
import { Confidence, Position, Side } from '../stance/stance-enums.ts';
import { StanceView } from '../stance/stance-view.ts';

export const Verdict = builder.enumType('Verdict', {
  description: 'Whether the parties that hold a position on a proposition agree. A lean counts as its side.',
  values: describedValues(verdicts),
});

/** The cells of a row, in the order of the parties. */
export function cellsOf({ comparison, column, cells }: RowShape): CellView[] {
  const stanceRows = stanceRowsIn(comparison, column);
  const revision = comparison.scope.asKnownAt;
  return comparison.parties.map((party, row) => {
    const stanceRow = stanceRows[row] as number;
    const stance = stanceRow === NONE ? null : new StanceView(comparison.snapshot, stanceRow, revision);
    return new CellView(party, cells[row] as number, stance);
  });
}

/** What is made of the positions of all parties. */
export const overCells = (_args: unknown, { parties }: Around) => 1 + parties / 20;

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
      extensions: cost({ points: overCells }),
      resolve: (row) => sinceOf(row)?.day ?? null,
    }),
    sinceIsFirstKnown: t.boolean({
      description:
        'Whether `since` is where the record begins rather than an observed change: the parties whose stances began the verdict have no earlier stance on the proposition, so the verdict has held at least since then. False when `since` is null.',
      extensions: cost({ points: overCells }),
      resolve: (row) => sinceOf(row)?.isFirstKnown ?? false,
    }),
    confidence: t.field({
      type: Confidence,
      nullable: true,
      description: 'Lowest confidence among the stances; null when there are none.',
      extensions: cost({ points: overCells }),
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

const CellState = builder.enumType('CellState', {
  description: 'What is known about the position of a party on a proposition.',
  values: {
    HELD: { description: 'The party holds a position.' },
    ABSENT: {
      description:
        'The party could have taken a position and is recorded as not having done so. Not the same as abstaining.',
    },
    UNKNOWN: { description: 'Nothing is known about its position.' },
  } as const,
});

/** A cell as it is shown; properties rather than resolvers, as in StanceView. */
export class CellView {
  readonly party: PartyRow;
  readonly stance: StanceView | null;
  readonly #cell: number;

  /** `cell`: half steps, ABSENT or UNKNOWN. */
  constructor(party: PartyRow, cell: number, stance: StanceView | null) {
    this.party = party;
    this.stance = stance;
    this.#cell = cell;
  }

  get state(): 'HELD' | 'ABSENT' | 'UNKNOWN' {
    if (this.stance !== null) return 'HELD';
    return this.#cell === ABSENT ? 'ABSENT' : 'UNKNOWN';
  }

  get position(): PositionName | null {
    return this.stance === null ? null : fromHalfSteps(this.#cell);
  }

  get lastConfirmed(): number | null {
    return this.stance?.lastConfirmed ?? null;
  }

  get value(): number | null {
    return this.stance === null ? null : this.#cell / 2;
  }
}

export const ComparisonCell = builder.objectRef<CellView>('ComparisonCell').implement({
  description: 'The position of one party on one proposition.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party whose position it is.' }),
    state: t.expose('state', { type: CellState, description: 'Whether a position is held, absent or unknown.' }),
    position: t.expose('position', {
      type: Position,
      nullable: true,
      description: 'The position; null unless the state is HELD.',
    }),
    value: t.expose('value', {
      type: 'Float',
      nullable: true,
      description: 'The position as a number, from -1 (OPPOSE) to 1 (SUPPORT); null unless the state is HELD.',
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
