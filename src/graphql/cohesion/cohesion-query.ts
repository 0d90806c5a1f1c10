import { type AskedOfParties, askedComparison, policyOf } from '#comparison/asked-comparison.ts';
import { canHaveMembers } from '#comparison/bloc-members.ts';
import { groupOfBloc, groupOfParties } from '#comparison/cohesion.ts';
import { partyOf } from '#comparison/look-up.ts';
import { resolveScope } from '#comparison/scope.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import { compareArgs, partiesDescription } from '../comparison/comparison-queries.ts';
import type { Context } from '../context.ts';
import { type Around, cost, type RawArguments } from '../cost/field-cost.ts';
import { cellPoints, compared, derivingPoints } from '../cost/points.ts';
import { Cohesion } from './cohesion.ts';

/** What a group has at most: the parties named, or the members of the bloc that is. */
function grouped(args: RawArguments, around: Around) {
  const size = compared(args, around);
  return args.bloc == null ? size : { ...size, parties: around.ledger.largestBloc, blocs: 0 };
}

builder.queryField('cohesion', (t) =>
  t.field({
    type: Cohesion,
    nullable: true,
    description:
      'How far the members of a bloc, or the parties named, hold together: exactly one of `bloc` and `parties` is given.',
    args: {
      bloc: t.arg.string({ description: 'Key or name of a bloc, such as `nato`.' }),
      parties: t.arg.stringList({ description: partiesDescription }),
      ...compareArgs,
    },
    extensions: cost({
      points(args, around) {
        const size = grouped(args, around);
        const ofBloc = args.bloc == null ? 0 : derivingPoints({ ...around, ...size, blocs: 1 });
        return cellPoints(size) + ofBloc + derivingPoints({ ...around, ...size });
      },
      around: grouped,
    }),
    resolve: (_root, args, context) => groupOf(args, context),
  }),
);

interface CohesionArguments extends AskedOfParties {
  readonly bloc?: string | null | undefined;
  readonly parties?: readonly string[] | null | undefined;
}

/** The group that the arguments name; throws BAD_INPUT unless they name either a bloc or parties, UNKNOWN_PARTY for a text that means none. */
function groupOf({ bloc, parties, scope, policy }: CohesionArguments, context: Context) {
  if ((bloc == null) === (parties == null)) {
    const found = bloc == null ? 'neither bloc nor parties' : 'both bloc and parties';
    throw apiError('BAD_INPUT', `cohesion: found ${found}, expected one of them.`);
  }
  // The values are of positions, whatever measure is named.
  const asked = { ...policy, measure: 'AGREEMENT' as const };
  if (bloc == null)
    return groupOfParties(askedComparison(context.snapshot, { parties: parties ?? [], scope, policy: asked }, context));
  const resolved = resolveScope(context.snapshot, scope ?? {}, context);
  const ledger = snapshotAt(context.snapshot, resolved.asKnownAt);
  const party = partyOf(ledger, bloc);
  if (!canHaveMembers(party))
    throw apiError(
      'BAD_INPUT',
      `bloc: found ${party.key} (${party.name}), which is a ${party.kind}, expected a BLOC or GROUP.`,
    );
  return groupOfBloc(ledger, party, resolved, policyOf(asked));
}
