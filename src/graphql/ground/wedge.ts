import type { Standing as StandingShape } from '#agreement/ground/tally.ts';
import type { Side as SideName } from '#agreement/position.ts';
import { comparisonRowAt } from '#comparison/comparison-rows.ts';
import { defectorsOf, type WayToAgree, type WedgeRow, waysToAgree } from '#comparison/ground/wedges.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { ComparisonCell, ComparisonRow, cellsOf, overCells } from '../comparison/comparison-row.ts';
import { cost } from '../cost/field-cost.ts';
import { partiesCompared } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Side } from '../stance/stance-enums.ts';
import { Standing } from './standing.ts';

interface SetView {
  readonly wedge: WedgeRow;
  readonly set: 'left' | 'right';
}

const WedgeSet = builder.objectRef<SetView>('WedgeSet').implement({
  description: 'One of the two sets of parties that a proposition parts.',
  fields: (t) => ({
    side: t.field({
      type: Side,
      description: 'The side that the set is taken to be on; the other set is on the opposite one.',
      resolve: ({ wedge, set }): SideName => wedge[`${set}Side`],
    }),
    standing: t.field({
      type: Standing,
      description: 'How many parties of the set do what.',
      resolve: ({ wedge, set }): StandingShape => wedge[set],
    }),
    defectors: t.field({
      type: [ComparisonCell],
      description:
        'The parties of the set that hold a position that counts and are not on `side`: those on the other side, then the neutral ones.',
      extensions: cost({ points: overCells, rows: partiesCompared }),
      resolve({ wedge, set }) {
        const cells = cellsOf(comparisonRowAt(wedge.comparison, wedge.column));
        return defectorsOf(wedge, set).flatMap((row) => cells[row] ?? []);
      },
    }),
  }),
});

type WayView = WayToAgree & Pick<WedgeRow, 'comparison'>;

const partiesOfRows = ({ comparison }: WayView, rows: readonly number[]): PartyRow[] =>
  rows.flatMap((row) => comparison.parties[row] ?? []);

const WayToAgreeRef = builder.objectRef<WayView>('WayToAgree').implement({
  description: 'What would have to change for two sets to agree on one side: who would have to be on it.',
  fields: (t) => ({
    side: t.expose('side', { type: Side, description: 'The side that all who hold a position would be on.' }),
    changes: t.int({
      description: 'Number of parties that would have to change.',
      resolve: ({ left, right }) => left.length + right.length,
    }),
    left: t.field({
      type: [Party],
      description: 'The parties of the left set that would have to change.',
      extensions: cost({ rows: partiesCompared }),
      resolve: (way) => partiesOfRows(way, way.left),
    }),
    right: t.field({
      type: [Party],
      description: 'The parties of the right set that would have to change.',
      extensions: cost({ rows: partiesCompared }),
      resolve: (way) => partiesOfRows(way, way.right),
    }),
  }),
});

export const Wedge = builder.objectRef<WedgeRow>('Wedge').implement({
  description: 'A proposition that parts two sets of parties.',
  fields: (t) => ({
    proposition: t.expose('proposition', { type: Proposition, description: 'The proposition.' }),
    value: t.exposeFloat('value', {
      description:
        'The smaller of two shares: of the left set on its side and of the right set on the opposite one; above 0, at most 1. Above one half, most of each set is on its side.',
    }),
    left: t.field({
      type: WedgeSet,
      description: 'How the left set stands.',
      resolve: (wedge) => ({ wedge, set: 'left' as const }),
    }),
    right: t.field({
      type: WedgeSet,
      description: 'How the right set stands.',
      resolve: (wedge) => ({ wedge, set: 'right' as const }),
    }),
    waysToAgree: t.field({
      type: [WayToAgreeRef],
      description: 'What would have to change for the two to agree, on either side; the way with fewer changes first.',
      extensions: cost({ points: overCells, rows: 2 }),
      resolve: (wedge) => waysToAgree(wedge).map((way) => ({ ...way, comparison: wedge.comparison })),
    }),
    row: t.field({
      type: ComparisonRow,
      description: 'The same proposition as a row of a comparison of both sets: every position with its stance.',
      extensions: cost({ points: overCells }),
      resolve: ({ comparison, column }) => comparisonRowAt(comparison, column),
    }),
  }),
});
