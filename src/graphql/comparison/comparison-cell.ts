import { fromHalfSteps, type Position as PositionName } from '#agreement/position.ts';
import { ABSENT } from '#agreement/stance-matrix.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { Party } from '../party/party.ts';
import { Stance } from '../stance/stance.ts';
import { Position } from '../stance/stance-enums.ts';
import type { StanceView } from '../stance/stance-view.ts';

const CellState = builder.enumType('CellState', {
  description: 'What is known of a party and a proposition.',
  values: {
    HELD: { description: 'It holds a position.' },
    ABSENT: {
      description: 'It could take a position and is recorded as not having done so. Not the same as abstaining.',
    },
    UNKNOWN: { description: 'Nothing is known.' },
  } as const,
});

/** A cell as it is shown; properties for the reason that StanceView gives. */
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
  description: 'A party and a proposition.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party.' }),
    state: t.expose('state', { type: CellState, description: 'Held, absent or unknown.' }),
    position: t.expose('position', {
      type: Position,
      nullable: true,
      description: 'The position; null unless held.',
    }),
    value: t.expose('value', {
      type: 'Float',
      nullable: true,
      description: 'The position as a number, -1 to 1; null unless held.',
    }),
    stance: t.expose('stance', { type: Stance, nullable: true, description: 'The stance in force; null unless held.' }),
  }),
});
