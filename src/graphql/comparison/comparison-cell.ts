import { fromHalfSteps, type Position as PositionName } from '#agreement/position.ts';
import { ABSENT } from '#agreement/stance-matrix.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { Party } from '../party/party.ts';
import { Stance } from '../stance/stance.ts';
import { Position } from '../stance/stance-enums.ts';
import type { StanceView } from '../stance/stance-view.ts';

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
    stance: t.expose('stance', {
      type: Stance,
      nullable: true,
      description: 'The stance in force; null unless the state is HELD.',
    }),
  }),
});
