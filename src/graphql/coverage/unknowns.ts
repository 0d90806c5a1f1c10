import { mostParties, partiesOf, policyOf } from '#comparison/asked-comparison.ts';
import {
  type BlocNeed as BlocNeedShape,
  type KnownGap,
  type Unknowns as UnknownsShape,
  unknownsOf,
} from '#comparison/coverage/unknowns.ts';
import { resolveScope } from '#comparison/scope.ts';
import { allCountries } from '#comparison/speaking-parties.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import { compareArgs } from '../comparison/comparison-queries.ts';
import { type Around, cost, type RawArguments } from '../cost/field-cost.ts';
import { cellPoints, compared, countOf, derivingPoints } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { knownFrom } from './known-from.ts';

const usual = 20;
const mostBlocs = 50;

const BlocNeed = builder.objectRef<BlocNeedShape>('BlocNeed').implement({
  description: 'A bloc that lacks a position because too few of its members hold one.',
  fields: (t) => ({
    bloc: t.expose('bloc', { type: Party, description: 'The bloc without a position.' }),
    missing: t.exposeInt('missing', {
      description: 'Number of members that have to hold a position before the bloc can have one, at least 1.',
    }),
  }),
});

const Gap = builder.objectRef<KnownGap>('Gap').implement({
  description: 'A party and a proposition of which nothing is recorded, and what a stance there would change.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party whose position is not recorded.' }),
    proposition: t.expose('proposition', { type: Proposition, description: 'The proposition.' }),
    gain: t.exposeFloat('gain', {
      description:
        'Sum of 1/(1 + shared) over the parties that hold a position on the proposition, shared being the propositions on which the two hold positions now; and of 1/`missing` over `blocs`. Above 0.',
    }),
    comparisons: t.exposeInt('comparisons', {
      description: 'Number of parties with which it would share one more proposition.',
    }),
    newComparisons: t.exposeInt('newComparisons', {
      description: 'Number of those with which it shares none yet.',
    }),
    blocs: t.field({
      type: [BlocNeed],
      description:
        'The blocs of which it is a member on the day that counts and that lack a position on the proposition, in the order of the argument, else by key.',
      extensions: cost({ rows: 2 }),
      resolve: ({ blocs }) => [...blocs],
    }),
  }),
});

const Unknowns = builder.objectRef<UnknownsShape>('Unknowns').implement({
  description: 'What is not recorded, and where to look next.',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'Number of gaps whose filling would gain anything.' }),
    gaps: t.field({
      type: [Gap],
      description:
        'Those of the greatest gain, the greatest first; equal ones in the order of the propositions, then of the parties.',
      extensions: cost({ rows: (_args, { page }) => page }),
      resolve: ({ gaps }) => [...gaps],
    }),
    scope: t.field(knownFrom.scope),
    policy: t.field({
      ...knownFrom.policy,
      description:
        'Which positions of blocs and of their members count: `blocs`, `bases` and the `minimumCoverage` of `derivation`. The rest does not matter here.',
    }),
    revision: t.int(knownFrom.revision),
  }),
});

/** Parties in pairs on every proposition: at most a quarter of all pairs have one that is silent and one that speaks. */
function lookedAt(args: RawArguments, around: Around) {
  const { parties, propositions } = compared(args, around);
  const blocs = countOf(args.blocs, Math.min(mostBlocs, around.ledger.otherParties));
  const asked = Math.min(mostParties, Math.max(0, Number(args.first ?? usual) || 0));
  return { parties, propositions, blocs, page: asked };
}

builder.queryField('unknowns', (t) =>
  t.field({
    type: Unknowns,
    nullable: true,
    description:
      'The gaps whose filling would change most comparisons and positions of blocs, so that a curator knows where to look next. It says what would count, not what can be found.',
    args: {
      parties: t.arg.stringList({
        description:
          '1 to 250 parties without duplicates: their keys, or other codes and names. Default: all countries.',
      }),
      blocs: t.arg.stringList({
        description:
          '1 to 50 blocs whose positions count, their keys or names. Default: the blocs of the ledger, of which there may be 50.',
      }),
      first: t.arg.int({ defaultValue: usual, description: 'How many gaps, 1 to 250. Default: 20.' }),
      ...compareArgs,
    },
    extensions: cost({
      points(args, around) {
        const size = lookedAt(args, around);
        const pairs = (size.parties ** 2 * size.propositions) / 2_000;
        const claims = Math.min(size.propositions, around.ledger.claims);
        // On claims most positions are unknown, and blocs lack members: each is asked whether the party is one.
        const ofBlocs = size.blocs * (20 + (size.parties * claims) / 200);
        return 250 + 4 * cellPoints(size) + 1.25 * pairs + ofBlocs + derivingPoints({ ...around, ...size });
      },
      around: lookedAt,
    }),
    resolve(_root, args, context) {
      const first = args.first ?? usual;
      if (first < 1 || first > mostParties)
        throw apiError('BAD_INPUT', `first: found ${first}, expected 1 to ${mostParties}.`);
      const scope = resolveScope(context.snapshot, args.scope ?? {}, context);
      const ledger = snapshotAt(context.snapshot, scope.asKnownAt);
      const parties = args.parties == null ? allCountries(ledger) : partiesOf(args.parties, ledger);
      const blocs = blocsOf(args.blocs ?? null, ledger);
      return unknownsOf(ledger, parties, blocs, scope, policyOf(args.policy), first);
    },
  }),
);

/** The blocs that are named, else those of the ledger by key; throws BAD_INPUT for what is no bloc, and for too many. */
function blocsOf(keys: readonly string[] | null, ledger: Snapshot): PartyRow[] {
  const blocs =
    keys === null
      ? ledger.parties.list
          .filter(({ kind, retired }) => kind === 'BLOC' && !retired)
          .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      : partiesOf(keys, ledger, 'blocs');
  const other = blocs.find(({ kind }) => kind !== 'BLOC' && kind !== 'GROUP');
  if (other !== undefined)
    throw apiError(
      'BAD_INPUT',
      `blocs: found ${other.key} (${other.name}), which is a ${other.kind}, expected a BLOC or GROUP.`,
    );
  if (blocs.length <= mostBlocs) return blocs;
  throw apiError('BAD_INPUT', `blocs: found ${blocs.length}, expected at most ${mostBlocs}; name some.`);
}
