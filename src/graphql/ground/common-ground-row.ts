import type { GroupConsensus } from '#agreement/ground/group-consensus.ts';
import { comparisonRowAt } from '#comparison/comparison-rows.ts';
import { type GroundRow, groundSince, standingApart } from '#comparison/ground/common-ground.ts';
import { builder } from '../builder.ts';
import { ComparisonCell, ComparisonRow, cellsOf, overCells } from '../comparison/comparison-row.ts';
import { type Around, cost } from '../cost/field-cost.ts';
import { historyPoints, partiesCompared } from '../cost/points.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Side } from '../stance/stance-enums.ts';
import { Standing } from './standing.ts';

const GroupConsensusRef = builder.objectRef<GroupConsensus>('GroupConsensus').implement({
  description:
    'How far several groups share a side: the group-informed consensus of Polis. Compare propositions under the same groups only.',
  fields: (t) => ({
    support: t.exposeFloat('support', {
      description:
        'Product over the groups of (support + 1)/(holders + 2), between 0 and 1; a group that holds no position counts as one half.',
    }),
    oppose: t.exposeFloat('oppose', {
      description: 'Product over the groups of (oppose + 1)/(holders + 2), between 0 and 1.',
    }),
    standings: t.field({
      type: [Standing],
      description: 'How each group stands, in the order of `groups`.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ standings }) => [...standings],
    }),
  }),
});

/** Every day on which one of the parties changed is looked at. */
const datedOverCells = (args: unknown, around: Around) => 2 * overCells(args, around) + historyPoints(around);

export const CommonGroundRow = builder.objectRef<GroundRow>('CommonGroundRow').implement({
  description: 'How far one proposition is common ground.',
  fields: (t) => ({
    proposition: t.expose('proposition', { type: Proposition, description: 'The proposition.' }),
    side: t.expose('side', {
      type: Side,
      nullable: true,
      description: 'The side that more parties are on; null when as many are on the one as on the other.',
    }),
    shareOfAll: t.exposeFloat('shareOfAll', {
      description: 'Share of all the parties that are on `side`, 0 to 1; with a tie, that are on either side.',
    }),
    shareOfHolders: t.exposeFloat('shareOfHolders', {
      description: 'Share of the parties that hold a position that counts which are on `side`, 0 to 1.',
    }),
    passes: t.exposeBoolean('passes', { description: 'Whether one side has the quorum.' }),
    since: t.field({
      type: 'Date',
      nullable: true,
      description:
        'First day from which the quorum has been on this side without interruption; null when it is not. The parties are the same on every day.',
      extensions: cost({ points: datedOverCells }),
      resolve: (row) => groundSince(row)?.day ?? null,
    }),
    sinceIsFirstKnown: t.boolean({
      description: 'Whether `since` is where the record begins rather than an observed change. False when it is null.',
      extensions: cost({ points: datedOverCells }),
      resolve: (row) => groundSince(row)?.isFirstKnown ?? false,
    }),
    standing: t.expose('standing', { type: Standing, description: 'How many parties do what.' }),
    groups: t.expose('groups', {
      type: GroupConsensusRef,
      nullable: true,
      description: 'How far the groups share a side; null when no groups were named.',
    }),
    apart: t.field({
      type: [ComparisonCell],
      description:
        'The parties that hold a position that counts and are not on `side`: those on the other side, then the neutral ones. Empty when `side` is null.',
      extensions: cost({ points: overCells, rows: partiesCompared }),
      resolve: (row) => {
        const cells = cellsOf(comparisonRowAt(row.comparison, row.column));
        return standingApart(row).flatMap((party) => cells[party] ?? []);
      },
    }),
    row: t.field({
      type: ComparisonRow,
      description: 'The same proposition as a row of a comparison of the parties: every position with its stance.',
      extensions: cost({ points: overCells }),
      resolve: ({ comparison, column }) => comparisonRowAt(comparison, column),
    }),
  }),
});
