import { idealMethod } from '#agreement/ideal/ideal-points.ts';
import { type EstimatedPoints, mostEstimated, silentParties, undividedPropositions } from '#comparison/ideal-points.ts';
import type { Party as PartyRow, Proposition as PropositionRow } from '#snapshot/catalogue.ts';
import { NoValueReason } from '../agreement/agreement.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { type Around, cost } from '../cost/field-cost.ts';
import { partiesCompared } from '../cost/points.ts';
import { lookedAt } from '../ground/looked-at.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';

/** Propositions of an estimate at most. */
export const estimatedOf = ({ propositions }: Pick<Around, 'propositions'>): number =>
  Math.min(propositions, mostEstimated);

const pageOfPropositions = (_args: unknown, around: Around) => ({ page: Math.min(around.page, estimatedOf(around)) });

const IdealPoint = builder.objectRef<EstimatedPoints['points'][number]>('IdealPoint').implement({
  description: 'Where one party lies on the line.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party that lies there.' }),
    value: t.exposeFloat('value', {
      description:
        'Where it lies, in standard deviations: over the parties estimated together the mean is 0 and the variance 1.',
    }),
    standardError: t.exposeFloat('error', {
      description:
        'Standard error of the value, on the same scale, from the curvature at the mode: the uncertainty of the cuts is in it.',
    }),
    voted: t.exposeInt('voted', {
      description: 'Number of the propositions estimated on which the party holds a position.',
    }),
  }),
});

const PropositionCuts = builder.objectRef<EstimatedPoints['propositions'][number]>('PropositionCuts').implement({
  description:
    'How a proposition cuts the line. A party at x opposes it with probability Φ(lowerCut - discrimination · x), and supports it with probability Φ(discrimination · x - upperCut); otherwise it is neutral. Φ is the standard normal distribution.',
  fields: (t) => ({
    proposition: t.expose('proposition', { type: Proposition, description: 'The proposition.' }),
    discrimination: t.exposeFloat('discrimination', {
      description:
        'How sharply it divides along the line, any number: positive where support grows with the value, near 0 where the line explains nothing of it.',
    }),
    lowerCut: t.exposeFloat('lower', {
      nullable: true,
      description: 'The cut below which parties oppose it; null where none of those estimated does.',
    }),
    upperCut: t.exposeFloat('upper', {
      nullable: true,
      description:
        'The cut above which parties support it; null where none of those estimated does. Equal to `lowerCut` where none is neutral.',
    }),
    support: t.exposeInt('support', { description: 'Number of parties estimated that support it or lean to.' }),
    neutral: t.exposeInt('neutral', { description: 'Number of parties estimated that are neutral.' }),
    oppose: t.exposeInt('oppose', { description: 'Number of parties estimated that oppose it or lean to.' }),
  }),
});

const SilentParty = builder.objectRef<{ readonly party: PartyRow; readonly voted: number }>('SilentParty').implement({
  description: 'A party that is left out because it holds too few positions.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party that is left out.' }),
    voted: t.exposeInt('voted', {
      description: 'Number of the propositions estimated on which it holds a position.',
    }),
  }),
});

const UndividedProposition = builder
  .objectRef<{ readonly proposition: PropositionRow; readonly minority: number }>('UndividedProposition')
  .implement({
    description: 'A proposition that is left out because it divides too few.',
    fields: (t) => ({
      proposition: t.expose('proposition', { type: Proposition, description: 'The proposition.' }),
      minority: t.exposeInt('minority', {
        description: 'Number of parties estimated that hold a position on it other than most of them do.',
      }),
    }),
  });

export const IdealPoints = builder.objectRef<EstimatedPoints>('IdealPoints').implement({
  description:
    'Parties on one line, by how they voted: the ordinal probit of Bailey, Strezhnev & Voeten (2017), without their bridging between sessions. Two answers are on two scales; see docs/ideal-points.md.',
  fields: (t) => ({
    points: t.field({
      type: [IdealPoint],
      description: 'The parties that are estimated, the highest value first; empty where `reason` says why.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ points }) => [...points],
    }),
    reason: t.field({
      type: NoValueReason,
      nullable: true,
      description:
        'Why there are no points: TOO_FEW_PARTIES, fewer than three hold enough positions; NO_VARIATION, no proposition divides them enough, or what divides them is no line. Null when there are.',
      resolve: ({ estimated }) => estimated.reason,
    }),
    positive: t.field({
      type: Party,
      nullable: true,
      description: 'The party whose value is positive; null where it is the one farthest from the mean.',
      resolve: ({ positive }) => positive,
    }),
    propositions: t.connection({
      type: PropositionCuts,
      description:
        'The propositions that are estimated, with their cuts: the strongest discrimination first, whatever its sign.',
      extensions: cost({ points: 10, around: pageOfPropositions }),
      resolve: ({ propositions }, args, { pageSizes }) =>
        connectionOf(propositions, args, pageSizes, ({ proposition }) => `cuts ${proposition.key}`),
    }),
    silentParties: t.field({
      type: [SilentParty],
      description: 'The parties that are left out because they hold too few positions, by key; see `minimumVoted`.',
      extensions: cost({ rows: partiesCompared }),
      resolve: silentParties,
    }),
    undivided: t.connection({
      type: UndividedProposition,
      description:
        'The propositions in scope that are left out because too few parties hold a position other than most, in the order of the scope; see `minimumMinority`.',
      extensions: cost({ points: 10, around: pageOfPropositions }),
      resolve: (points, args, { pageSizes }) =>
        connectionOf(
          undividedPropositions(points),
          args,
          pageSizes,
          ({ proposition }) => `undivided ${proposition.key}`,
        ),
    }),
    minimumVoted: t.float({
      description: 'The share of the propositions estimated on which a party had to hold a position.',
      resolve: ({ rule }) => rule.minimumVoted,
    }),
    minimumMinority: t.float({
      description:
        'The share of those that hold a position on a proposition that had to hold another than most of them do.',
      resolve: ({ rule }) => rule.minimumMinority,
    }),
    rounds: t.int({
      description: "Systems of Newton's equations that were solved.",
      resolve: ({ estimated }) => estimated.rounds,
    }),
    converged: t.boolean({
      description: 'Whether the last step changed no parameter by more than `tolerance`.',
      resolve: ({ estimated }) => estimated.converged,
    }),
    tolerance: t.float({
      description: 'The largest change of a parameter with which an estimate ends.',
      resolve: () => idealMethod.tolerance,
    }),
    scope: t.field(lookedAt.scope),
    policy: t.field({
      ...lookedAt.policy,
      description:
        'Which positions count, with defaults filled in: `minimumShared` is the number of propositions on which a party had to hold a position. The measure does not matter.',
    }),
    revision: t.int(lookedAt.revision),
  }),
});
