import { fromHalfSteps } from '#agreement/position.ts';
import { ABSENT } from '#agreement/stance-matrix.ts';
import type { Party as PartyRow } from '#ledger/snapshot/snapshot.ts';
import { builder } from '../builder.ts';
import { Party } from '../party/party.ts';
import { Stance, type StanceView } from '../stance/stance.ts';
import { Position } from '../stance/stance-enums.ts';

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

export interface CellView {
  readonly party: PartyRow;
  /** Half steps, ABSENT or UNKNOWN. */
  readonly cell: number;
  readonly stance: StanceView | null;
}

export const ComparisonCell = builder.objectRef<CellView>('ComparisonCell').implement({
  description: 'A party and a proposition.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party.' }),
    state: t.field({
      type: CellState,
      description: 'Held, absent or unknown.',
      resolve: ({ cell, stance }) => (stance !== null ? 'HELD' : cell === ABSENT ? 'ABSENT' : 'UNKNOWN'),
    }),
    position: t.field({
      type: Position,
      nullable: true,
      description: 'The position; null unless held.',
      resolve: ({ cell, stance }) => (stance === null ? null : fromHalfSteps(cell)),
    }),
    value: t.float({
      nullable: true,
      description: 'The position as a number, -1 to 1; null unless held.',
      resolve: ({ cell, stance }) => (stance === null ? null : cell / 2),
    }),
    stance: t.expose('stance', { type: Stance, nullable: true, description: 'The stance in force; null unless held.' }),
  }),
});
