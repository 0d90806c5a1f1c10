import { partiesOf } from '#comparison/asked-comparison.ts';
import {
  type BasisCount,
  type CoverageCell as CellShape,
  type Coverage as CoverageShape,
  coverageOf,
  type PositionCounts,
  type WithoutPosition,
} from '#comparison/coverage/coverage.ts';
import { issueOf } from '#comparison/look-up.ts';
import { resolveScope } from '#comparison/scope.ts';
import { allCountries } from '#comparison/speaking-parties.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { type Around, cost, type RawArguments } from '../cost/field-cost.ts';
import { cellPoints, compared, countOf, within } from '../cost/points.ts';
import { Issue } from '../issue/issue.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { ScopeInput } from '../scope/scope.ts';
import { Basis } from '../stance/stance-enums.ts';
import { knownFrom } from './known-from.ts';

const BasisShare = builder.objectRef<BasisCount>('BasisShare').implement({
  description: 'How many of the stances held have one basis.',
  fields: (t) => ({
    basis: t.expose('basis', { type: Basis, description: 'The basis that they have.' }),
    count: t.exposeInt('count', { description: 'Number of stances with it, at least 1.' }),
    share: t.exposeFloat('share', { description: 'Their share of all stances held, above 0 and at most 1.' }),
  }),
});

const GapState = builder.enumType('GapState', {
  description: 'Why a party holds no position on a proposition.',
  values: {
    ABSENT: { description: 'It could have taken one and is recorded as not having done so.' },
    UNKNOWN: { description: 'Nothing is recorded, within the scope.' },
  } as const satisfies Record<WithoutPosition['state'], unknown>,
});

const WithoutPositionRef = builder.objectRef<WithoutPosition>('WithoutPosition').implement({
  description: 'A proposition on which a party holds no position.',
  fields: (t) => ({
    proposition: t.expose('proposition', { type: Proposition, description: 'The proposition.' }),
    state: t.expose('state', { type: GapState, description: 'Why there is none.' }),
  }),
});

/** Of the stances of a cell, which are a share of those in scope, one after the other is looked at. */
const stancesLookedAt = (_args: RawArguments, { propositions }: Around) => propositions / 200;
const lookedFor = cost({ points: stancesLookedAt });

const CoverageCell = builder.objectRef<CellShape>('CoverageCell').implement({
  description: 'What is known of one party on one issue. `propositions` = `held` + `absent` + `unknown`.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party that the counts are about.' }),
    issue: t.field({
      type: Issue,
      nullable: true,
      description: 'The issue; null for the propositions that are about none.',
      resolve: ({ issue }) => issue,
    }),
    propositions: t.exposeInt('propositions', { description: 'Number of propositions in scope about the issue.' }),
    held: t.exposeInt('held', { description: 'Number of them on which the party holds a position.' }),
    absent: t.exposeInt('absent', { description: 'Number of them from which it is recorded as absent.' }),
    unknown: t.exposeInt('unknown', { description: 'Number of them of which nothing is recorded.' }),
    latest: t.field({
      type: 'Date',
      nullable: true,
      description: 'Latest day on which one of the stances held was confirmed; null where none is held.',
      extensions: lookedFor,
      resolve: ({ latest }) => latest,
    }),
    oldest: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The `lastConfirmed` of the stance held that was not confirmed for longest; null where none is held.',
      extensions: lookedFor,
      resolve: ({ oldest }) => oldest,
    }),
    bases: t.field({
      type: [BasisShare],
      description: 'The stances held by basis, the most frequent first, then by name.',
      extensions: cost({ rows: 2, points: stancesLookedAt }),
      resolve: ({ bases }) => [...bases],
    }),
    without: t.connection({
      type: WithoutPositionRef,
      description: 'The propositions on which the party holds no position, in the order of the scope.',
      extensions: cost({
        points: (_args, { propositions }) => 5 + propositions / 5,
        around: (_args, { page, propositions }) => ({ page: Math.min(page, propositions) }),
      }),
      resolve: ({ without }, args, { pageSizes }) =>
        connectionOf(without, args, pageSizes, ({ proposition }) => `without ${proposition.key}`),
    }),
  }),
});

const total = (name: keyof PositionCounts, what: string) => ({
  description: `Number of pairs of a party and a proposition in scope ${what}. A proposition about several issues counts once.`,
  resolve: (coverage: CoverageShape) => coverage.total[name],
});

const Coverage = builder.objectRef<CoverageShape>('PositionCoverage').implement({
  description: 'How much is recorded, by party and issue.',
  fields: (t) => ({
    cells: t.field({
      type: [CoverageCell],
      description:
        'A cell for each party and issue: parties in the order of the argument, else by key; within them issues by key, those propositions last that are about none.',
      extensions: cost({ rows: (_args, { page }) => page }),
      resolve: ({ cells }) => [...cells],
    }),
    held: t.int(total('held', 'of which a position is recorded')),
    absent: t.int(total('absent', 'of which an absence is recorded')),
    unknown: t.int(total('unknown', 'of which nothing is recorded')),
    scope: t.field(knownFrom.scope),
    policy: t.field({
      ...knownFrom.policy,
      description:
        'Which positions count: those recorded for the party itself. A bloc that its members alone speak for has none.',
    }),
    revision: t.int(knownFrom.revision),
  }),
});

/** The cells are a list as long as the parties times the issues. */
function covered(args: RawArguments, around: Around) {
  const size = compared(args, around);
  const { issues } = around.ledger;
  const named = countOf(args.issues, countOf(within(args.scope, 'issues'), issues + 1));
  return { parties: size.parties, propositions: size.propositions, page: size.parties * named };
}

builder.queryField('coverage', (t) =>
  t.field({
    type: Coverage,
    nullable: true,
    description:
      'How much is recorded of parties, issue by issue: what they hold, what they were absent from, and what nobody recorded.',
    args: {
      parties: t.arg.stringList({
        description:
          '1 to 250 parties without duplicates: their keys, or other codes and names. Default: all countries.',
      }),
      issues: t.arg.stringList({
        description:
          'Keys of issues to show, also those that no proposition in scope is about. Default: all that one is about, within `scope`.',
      }),
      scope: t.arg({
        type: ScopeInput,
        description:
          'The propositions, stances and time. A stance that does not fit it counts as unknown. Default: all claims, today.',
      }),
    },
    extensions: cost({
      points(args, around) {
        const size = covered(args, around);
        return 100 + 3 * cellPoints(size) + size.propositions + 2 * size.page;
      },
      around: covered,
    }),
    resolve(_root, { parties, issues, scope }, context) {
      const resolved = resolveScope(context.snapshot, scope ?? {}, context);
      const ledger = snapshotAt(context.snapshot, resolved.asKnownAt);
      return coverageOf(
        ledger,
        parties == null ? allCountries(ledger) : partiesOf(parties, ledger),
        issues?.map((key) => issueOf(ledger, key)) ?? null,
        resolved,
      );
    },
  }),
);
