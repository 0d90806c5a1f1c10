import { type AgreementMatrix as MatrixShape, matrixPairs, type PartyPair } from '#comparison/agreement-matrix.ts';
import { type MatrixIntervals as IntervalsShape, intervalOfPair, matrixIntervals } from '#comparison/intervals.ts';
import { builder } from '../builder.ts';
import { type Around, cost } from '../cost/field-cost.ts';
import { pairsCompared, partiesCompared } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { Scope } from '../scope/scope.ts';
import { Interval, levelArg, levelOf } from './interval.ts';
import { Measure, Policy } from './policy.ts';

/** Numbers are printed faster than objects. */
const everyPair = (_args: unknown, { parties }: Around) => parties ** 2 / 20;

const bounds = {
  low: 'Lower bound per row and column; null where a pair has no interval, and on the diagonal.',
  high: 'Upper bound per row and column; null where a pair has no interval, and on the diagonal.',
} as const;

const MatrixIntervals = builder.objectRef<IntervalsShape>('MatrixIntervals').implement({
  description: 'The bounds of the intervals of a matrix, with rows and columns in the order of `parties`.',
  fields: (t) => {
    const boundsOf = (name: keyof typeof bounds) =>
      t.field({
        type: t.listRef(t.listRef('Float', { nullable: true })),
        description: bounds[name],
        extensions: cost({ points: everyPair }),
        resolve: (intervals) => intervals[name].map((row) => [...row]),
      });
    return { low: boundsOf('low'), high: boundsOf('high') };
  },
});

export const AgreementMatrix = builder.objectRef<MatrixShape>('AgreementMatrix').implement({
  description:
    'The agreement of every party with every other. Symmetric, with rows and columns in the order of `parties`; the diagonal compares a party with itself.',
  fields: (t) => ({
    parties: t.field({
      type: [Party],
      description: 'The parties, in the order of the rows and columns.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ comparison }) => [...comparison.parties],
    }),
    measure: t.field({
      type: Measure,
      description: 'The measure that `values` holds.',
      resolve: ({ comparison }) => comparison.policy.measure,
    }),
    values: t.field({
      type: t.listRef(t.listRef('Float', { nullable: true })),
      description: 'Value of the measure per row and column; null where a pair has none.',
      extensions: cost({ points: everyPair }),
      resolve: ({ values }) => values.map((row) => [...row]),
    }),
    shared: t.field({
      type: t.listRef(t.listRef('Int')),
      description:
        'Number of propositions that each pair shares; on the diagonal, number of propositions on which the party holds a position.',
      extensions: cost({ points: everyPair }),
      resolve: ({ shared }) => shared.map((row) => [...row]),
    }),
    intervals: t.field({
      type: MatrixIntervals,
      description:
        'How sure the values are: the bounds of the interval of each pair, as `interval` of a pair gives them.',
      args: levelArg,
      extensions: cost({ points: (args, around) => pairsCompared(args, around) + 6 * around.parties ** 2 }),
      resolve: (matrix, { level }) => matrixIntervals(matrix, levelOf(level)),
    }),
    pairs: t.field({
      type: [AgreementPair],
      description: 'The same values as a list: each pair once, in the order of `parties`.',
      extensions: cost({ rows: (_args, { parties }) => (parties * (parties - 1)) / 2 }),
      resolve: matrixPairs,
    }),
    scope: t.field({
      type: Scope,
      description: 'The propositions, stances and time compared, with defaults filled in.',
      resolve: ({ comparison }) => comparison.scope,
    }),
    policy: t.field({
      type: Policy,
      description: 'How the values were computed, with defaults filled in.',
      resolve: ({ comparison }) => comparison.policy,
    }),
    revision: t.int({
      description: 'The ledger revision that the response was computed from.',
      resolve: ({ comparison }) => comparison.snapshot.revision,
    }),
  }),
});

export const AgreementPair = builder.objectRef<PartyPair>('AgreementPair').implement({
  description: 'The agreement between two parties.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'First party of the pair.' }),
    other: t.expose('other', {
      type: Party,
      description: 'Second party of the pair. In a matrix it follows `party` in the order of `parties`.',
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'Value of the measure; null when the pair has none.',
    }),
    shared: t.exposeInt('shared', { description: 'Number of propositions on which both hold a position that counts.' }),
    interval: t.field({
      type: Interval,
      description: 'How sure the value is.',
      args: levelArg,
      extensions: cost({ points: (_args, { propositions }) => 30 + propositions / 150 }),
      resolve: (pair, { level }) => intervalOfPair(pair, levelOf(level)),
    }),
  }),
});
