import { utcDay } from '#agreement/day.ts';
import { type AskedComparison, askedComparison } from '#comparison/asked-comparison.ts';
import { agreementIn, type Comparison } from '#comparison/comparison.ts';
import { comparisonChanges } from '#comparison/comparison-changes.ts';
import type { Touched } from '#comparison/touched.ts';
import type { RevisionModel } from '#postgres/generated/models.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { Agreement, agreementOfComparison } from '../agreement/agreement.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import { ComparisonChange } from '../comparison/comparison-changes.ts';
import { compareArgs, partiesDescription } from '../comparison/comparison-queries.ts';
import { connectionOf } from '../connection.ts';
import type { Context } from '../context.ts';
import { askedOfDatabase, cost } from '../cost/field-cost.ts';
import { cellPoints, compared, derivingPoints, pairPoints } from '../cost/points.ts';
import { Revision, revisionOf } from '../revision/revision.ts';
import { followedByServer, follows, type LiveEvent } from './following.ts';
import { sinceArg } from './since.ts';
import { whatChanged } from './what-changed.ts';

interface MovedView {
  readonly revision: RevisionModel;
  readonly since: number;
  readonly before: Comparison;
  readonly after: Comparison;
}

const AgreementChanged = builder.objectRef<MovedView>('AgreementChanged').implement({
  description: 'How the agreement of parties moved, and what moved it.',
  fields: (t) => ({
    revision: t.expose('revision', { type: Revision, description: 'The revision with which it moved.' }),
    sinceRevision: t.exposeInt('since', {
      description:
        'The revision of `before`: that of the last event, or the one after which the subscription began, or a later one with the same value.',
    }),
    before: t.field({
      type: Agreement,
      description: 'The agreement as known at `sinceRevision`, on the day on which that was committed.',
      resolve: ({ before }) => agreementOfComparison(before),
    }),
    after: t.field({
      type: Agreement,
      description: 'The agreement as known at `revision`, on the day on which that was committed.',
      resolve: ({ after }) => agreementOfComparison(after),
    }),
    change: t.float({
      nullable: true,
      description: 'The value after less the value before; null when there was none, or is none.',
      resolve({ before, after }) {
        const [old, now] = [measured(before), measured(after)];
        return old === null || now === null ? null : now - old;
      },
    }),
    changes: t.connection({
      type: ComparisonChange,
      description:
        'What moved it: the propositions on which a party changed, with its stances before and after; by key of the issue, then of the proposition.',
      extensions: cost({
        // As `Comparison.changes`, whose two comparisons the event has already.
        points: (_args, around) => 4 * cellPoints(around) + 2 * derivingPoints(around) + around.propositions,
        around: (_args, { page, propositions }) => ({ page: Math.min(page, propositions) }),
      }),
      resolve({ before, after }, args, { pageSizes }) {
        const rows = comparisonChanges(before, after, 'STANCE', () => false);
        const { edges, ...page } = connectionOf(rows, args, pageSizes, ({ proposition }) => `moved ${proposition.key}`);
        return { ...page, edges: edges.map(({ cursor, node: row }) => ({ cursor, node: { before, after, row } })) };
      },
    }),
  }),
});

interface MovedArguments extends AskedComparison {
  readonly parties: readonly string[];
  readonly by?: number | null | undefined;
}

/** The value of the policy's measure; null when there is none. */
const measured = (comparison: Comparison): number | null => agreementIn(comparison).result.value;

/** Floating-point values of equal evidence may differ in their last digits. */
const tolerance = 1e-12;

function hasMoved(before: number | null, after: number | null, by: number): boolean {
  if (before === null || after === null) return before !== after;
  return before !== after && Math.abs(after - before) >= by - tolerance;
}

/** The comparison as known at a revision, on the day on which it was committed unless the scope names another. */
async function comparisonAt(args: MovedArguments, revision: number, context: Context): Promise<Comparison> {
  const scope = { ...args.scope, asKnownAt: revision };
  // A revision 0 has no day of its own; nothing was known then on any day.
  const today = revision === 0 ? context.today : utcDay((await committed(revision, context)).time);
  return askedComparison(context.snapshot, { ...args, scope }, { today });
}

const committed = async (revision: number, context: Context): Promise<RevisionModel> =>
  (await context.loaders.revision.load(revision)) ?? revisionOf(revision, context);

/** Whether what a revision touched can have moved the agreement; made of the comparison with which the subscription began. */
function mayMove({ parties, policy, blocs }: Comparison): (snapshot: Snapshot, touched: Touched) => boolean {
  // Positions of blocs follow from those of others, and so does what is unanimous.
  const dependsOnOthers = blocs !== null || policy.unanimousRollCalls === 'EXCLUDE';
  const asked = new Set(parties.map(({ ordinal }) => ordinal));
  return ({ stances }, { added, retired, others }) => {
    const isOfThem = (row: number) => asked.has(stances.party[row] as number);
    return (
      dependsOnOthers || others.length > 0 || Array.from(added).some(isOfThem) || Array.from(retired).some(isOfThem)
    );
  };
}

function checked({ by, scope }: MovedArguments): void {
  if (by != null && !(by >= 0 && by <= 2))
    throw apiError('BAD_INPUT', `by: found ${by}, expected a number from 0 to 2, the range of the widest measure.`);
  if (scope?.asKnownAt != null)
    throw apiError(
      'BAD_INPUT',
      `scope.asKnownAt: found ${scope.asKnownAt}, expected none: a subscription follows what is known.`,
    );
}

builder.subscriptionField('agreementChanged', (t) =>
  t.field({
    type: AgreementChanged,
    description:
      'An event for each revision with which the agreement of parties has moved by at least `by` since the last event. Each value is that of `agreement` as known at the revision, on the UTC day on which it was committed unless `scope.asOf` names another. See docs/live.md.',
    args: {
      parties: t.arg.stringList({ required: true, description: partiesDescription }),
      ...compareArgs,
      by: t.arg.float({
        defaultValue: 0,
        description:
          'By how much the value has to move, 0 to 2; a value that comes or goes counts always. Default: 0, by anything.',
      }),
      ...sinceArg,
    },
    extensions: {
      ...cost({
        points(args, around) {
          const size = compared(args, around);
          return 2 * (askedOfDatabase + cellPoints(size) + derivingPoints({ ...around, ...size }) + pairPoints(size));
        },
        around: compared,
      }),
      ...follows((args: MovedArguments, begun) => {
        checked(args);
        const moves = mayMove(askedComparison(begun.snapshot, args, begun));
        return {
          async look(revision, since, context) {
            const { number } = revision;
            const isSameDay = args.scope?.asOf != null || (await isOfDay(revision, since, context));
            const touched = await whatChanged(revision, context);
            if (isSameDay && !moves(context.snapshot, touched))
              return { event: null, since: since === number - 1 ? number : since };
            const [before, after] = [
              measured(await comparisonAt(args, since, context)),
              measured(await comparisonAt(args, number, context)),
            ];
            if (hasMoved(before, after, args.by ?? 0)) return { event: { revision: number, since }, since: number };
            // From equal values on it does not matter where one began: all subscribers are told the same.
            return { event: null, since: before === after ? number : since };
          },
        };
      }),
    },
    subscribe: followedByServer,
    resolve: async ({ revision, since }: LiveEvent, args, context) => ({
      revision: await committed(revision, context),
      since,
      before: await comparisonAt(args, since, context),
      after: await comparisonAt(args, revision, context),
    }),
  }),
);

async function isOfDay(revision: RevisionModel, since: number, context: Context): Promise<boolean> {
  return since > 0 && utcDay(revision.time) === utcDay((await committed(since, context)).time);
}
