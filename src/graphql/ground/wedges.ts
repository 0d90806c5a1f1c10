import { comparisonOf, mostParties, partiesOf } from '#comparison/asked-comparison.ts';
import { type Wedges as WedgesShape, wedgesBetween } from '#comparison/ground/wedges.ts';
import { allCountries } from '#comparison/speaking-parties.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import { compareArgs } from '../comparison/comparison-queries.ts';
import { connectionOf } from '../connection.ts';
import { type Around, cost, type RawArguments } from '../cost/field-cost.ts';
import { cellPoints, compared, countOf, derivingPoints, partiesCompared, tallyPoints } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { holdersAsked, ShareOf } from './ground-args.ts';
import { lookedAt } from './looked-at.ts';
import { Wedge } from './wedge.ts';

const partiesOfSet = ({ comparison }: WedgesShape, rows: readonly number[]): PartyRow[] =>
  rows.flatMap((row) => comparison.parties[row] ?? []);

const Wedges = builder.objectRef<WedgesShape>('Wedges').implement({
  description: 'What parts two sets of parties.',
  fields: (t) => ({
    left: t.field({
      type: [Party],
      description: 'The left set, in the order of the argument.',
      extensions: cost({ rows: partiesCompared }),
      resolve: (wedges) => partiesOfSet(wedges, wedges.left),
    }),
    right: t.field({
      type: [Party],
      description: 'The right set, in the order of the argument; without one, everybody else by key.',
      extensions: cost({ rows: partiesCompared }),
      resolve: (wedges) => partiesOfSet(wedges, wedges.right),
    }),
    shareOf: t.field({
      type: ShareOf,
      description: 'Of which parties of a set the shares are.',
      resolve: ({ rule }) => rule.shareOf,
    }),
    minimumHolders: t.int({
      description: 'How many parties of each set had to hold a position for a proposition to be listed.',
      resolve: ({ rule }) => rule.minimumHolders,
    }),
    rows: t.connection({
      type: Wedge,
      description: 'The propositions that part the two sets, the strongest first; equal ones by issue and key.',
      extensions: cost({
        points: (_args, { propositions }) => 10 + propositions / 10,
        around: (_args, { page, propositions }) => ({ page: Math.min(page, propositions) }),
      }),
      resolve: ({ rows }, args, { pageSizes }) =>
        connectionOf(rows, args, pageSizes, ({ proposition }) => `wedge ${proposition.key}`),
    }),
    scope: t.field(lookedAt.scope),
    policy: t.field(lookedAt.policy),
    revision: t.int(lookedAt.revision),
  }),
});

/** Both sets together; everybody else is all countries at most. */
const bothSets = ({ left, right, scope }: RawArguments, around: Around) => ({
  ...compared({ scope }, around),
  parties: countOf(left, 0) + countOf(right, around.ledger.countries),
});

builder.queryField('wedges', (t) =>
  t.field({
    type: Wedges,
    nullable: true,
    description:
      'The propositions that part two sets of parties, or one set from everybody else. A set may be a single country or bloc. What names no party, or several, is an error (UNKNOWN_PARTY).',
    args: {
      left: t.arg.stringList({
        required: true,
        description: 'The left set: 1 or more parties without duplicates, their keys, or other codes and names.',
      }),
      right: t.arg.stringList({
        description:
          'The right set, without parties of the left one; both have at most 250 together. Default: all other countries that hold a position in scope, without the members of blocs of the left set.',
      }),
      shareOf: t.arg({
        type: ShareOf,
        defaultValue: 'ALL',
        description: 'Of which parties of a set the shares are. Default: ALL, so that silence counts against it.',
      }),
      minimumHolders: t.arg.int({
        defaultValue: 1,
        description: 'Only propositions on which at least so many of each set hold a position; at least 1. Default: 1.',
      }),
      ...compareArgs,
    },
    extensions: cost({
      points(args, around) {
        const size = bothSets(args, around);
        const held = cellPoints(size) + tallyPoints(size) + derivingPoints({ ...around, ...size });
        return 100 + 6 * size.parties + held + 3 * size.propositions;
      },
      around: bothSets,
    }),
    resolve(_root, args, context) {
      const rule = { shareOf: args.shareOf ?? 'ALL', minimumHolders: holdersAsked(args.minimumHolders ?? 1) };
      const comparison = comparisonOf(
        context.snapshot,
        (ledger) => setsOf(args.left, args.right ?? null, ledger),
        args,
        context,
      );
      return wedgesBetween(comparison, args.left.length, args.right == null, rule);
    },
  }),
);

/** The left set, then the right one. Throws BAD_INPUT for a party that is in both, and for more than 250. */
function setsOf(left: readonly string[], right: readonly string[] | null, ledger: Snapshot): PartyRow[] {
  const lefts = partiesOf(left, ledger, 'left');
  if (right === null) return [...lefts, ...allCountries(ledger).filter((party) => !lefts.includes(party))];
  const rights = partiesOf(right, ledger, 'right');
  const both = rights.find((party) => lefts.includes(party));
  if (both !== undefined)
    throw apiError('BAD_INPUT', `right: found ${both.key}, which is in \`left\` too, expected each party in one set.`);
  if (lefts.length + rights.length <= mostParties) return [...lefts, ...rights];
  throw apiError(
    'BAD_INPUT',
    `left and right: found ${lefts.length + rights.length} parties, expected at most ${mostParties} together.`,
  );
}
