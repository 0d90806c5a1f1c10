import type { Position as PositionName } from '#agreement/position.ts';
import { isHeld, MEAN_ONLY } from '#agreement/stance-matrix.ts';
import { type CellState as CellStateName, cellPosition, cellState } from '#comparison/cell-state.ts';
import type { DerivationReceipt } from '#comparison/derivation-receipt.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { Party } from '../party/party.ts';
import { Stance } from '../stance/stance.ts';
import { Position } from '../stance/stance-enums.ts';
import type { StanceView } from '../stance/stance-view.ts';

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
