import {
  type LedgerChange as ChangeShape,
  changedCells,
  isOfMembers,
  keyOfChange,
  kindOf,
  ledgerChanges,
  partiesChanged,
} from '#comparison/ledger-changes.ts';
import { changedMemberships } from '#comparison/members-changes.ts';
import { rowAt } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { builder } from '../builder.ts';
import { ComparisonCellChange, documentsOf } from '../comparison/comparison-cell-change.ts';
import { connectionOf } from '../connection.ts';
import type { Context } from '../context.ts';
import { type Around, batchedFromDatabase, cost, readFromDatabase } from '../cost/field-cost.ts';
import { partiesIn, propositionsIn } from '../cost/points.ts';
import { Document } from '../document/document.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Revision, revisionOf } from '../revision/revision.ts';
import { knownAtOf, ledgerAt } from '../scope/point.ts';
import { Dataset } from './dataset.ts';
import { MembershipChange } from './membership-change.ts';

interface ChangeView {
  readonly change: ChangeShape;
  /** With the texts of the revision at which the dataset is shown. */
  readonly ledger: Snapshot;
}

/** Parties that speak about one proposition: three times as many as there are on average, as wherever one proposition stands for any. */
const partiesOnOne = (_args: unknown, { ledger }: Around) =>
  Math.min(partiesIn(ledger), 10 + (3 * ledger.stances) / Math.max(1, propositionsIn(ledger)));

/** Each of them is looked up twice. */
const everyParty = (args: unknown, around: Around) => 20 + partiesOnOne(args, around) / 2;

const LedgerChangeKind = builder.enumType('LedgerChangeKind', {
  description: 'What a change of the ledger is about.',
  values: {
    CLAIM: { description: 'Positions and absences on a claim.' },
    ROLL_CALL: { description: 'Votes and absences in a roll call.' },
    MEMBERS: { description: 'The members of a bloc or group.' },
  } as const,
});

export const LedgerChange = builder.objectRef<ChangeView>('LedgerChange').implement({
  description:
    'What one revision said of one proposition, or of the members of one bloc or group: which parties, what was and what is, and which documents show it.',
  fields: (t) => ({
    revision: t.field({
      type: Revision,
      description: 'The revision that said it.',
      extensions: cost({ points: batchedFromDatabase }),
      resolve: async ({ change: { revision } }, _args, context) =>
        (await context.loaders.revision.load(revision)) ?? revisionOf(revision, context),
    }),
    kind: t.field({
      type: LedgerChangeKind,
      description: 'What it is about.',
      resolve: ({ change, ledger }) => kindOf(ledger, change),
    }),
    proposition: t.field({
      type: Proposition,
      nullable: true,
      description: 'The proposition, with its text as known at the revision of the dataset; null for MEMBERS.',
      resolve: ({ change, ledger }) => (isOfMembers(change) ? null : rowAt(ledger.propositions, change.proposition)),
    }),
    bloc: t.field({
      type: Party,
      nullable: true,
      description: 'The bloc or group whose members it is about; null unless the kind is MEMBERS.',
      resolve: ({ change, ledger }) => (isOfMembers(change) ? rowAt(ledger.parties, change.bloc) : null),
    }),
    day: t.field({
      type: 'Date',
      description:
        'The latest day from which anything was held that the revision added, corrected or took back; of memberships the latest on which one began or ended.',
      resolve: ({ change }) => change.day,
    }),
    partyCount: t.int({
      description: 'Number of parties that it is about: those of `cells`, or the members of `memberships`.',
      extensions: cost({ points: everyParty }),
      resolve: ({ change, ledger }) =>
        isOfMembers(change)
          ? new Set(changedMemberships(ledger, change).map(({ member }) => member)).size
          : partiesChanged(ledger, change),
    }),
    cells: t.field({
      type: [ComparisonCellChange],
      description:
        'The parties that it is about, by key. `before` and `after` are what was known before the revision and at it, both of the latest day from which anything was held that the revision added, corrected or took back for the party: of a corrected stance both versions, of a new one what was held before it and it. Empty for MEMBERS.',
      extensions: cost({ points: everyParty, rows: partiesOnOne }),
      resolve({ change, ledger }) {
        if (isOfMembers(change)) return [];
        const { before, after, cells } = changedCells(ledger, change);
        return cells.map((cell) => ({ before, after, change: cell }));
      },
    }),
    memberships: t.field({
      type: [MembershipChange],
      description:
        'The memberships that it is about, by key of the member, then by first day. Empty unless the kind is MEMBERS.',
      extensions: cost({ points: 20, rows: (_args, { ledger }) => ledger.largestBloc }),
      resolve: ({ change, ledger }) =>
        isOfMembers(change)
          ? changedMemberships(ledger, change).map((membership) => ({ membership, revision: change.revision, ledger }))
          : [],
    }),
    documents: t.field({
      type: [Document],
      description: 'The documents that show the changes of all its parties, without duplicates; none for MEMBERS.',
      extensions: cost({
        points: (args, around) => everyParty(args, around) + partiesOnOne(args, around) * readFromDatabase,
      }),
      resolve: ({ change, ledger }, _args, context) => documentsOfAll(change, ledger, context),
    }),
  }),
});

async function documentsOfAll(change: ChangeShape, ledger: Snapshot, context: Context) {
  if (isOfMembers(change)) return [];
  const { before, after, cells } = changedCells(ledger, change);
  const lists = await Promise.all(cells.map((cell) => documentsOf({ before, after, change: cell }, context)));
  return [...new Map(lists.flat().map((document) => [document.id, document])).values()];
}

/** Names a change among all; the kind is told of members only, so that a cursor of before goes on meaning its proposition. */
export const cursorOf = (ledger: Snapshot, change: ChangeShape): string =>
  `new ${change.revision} ${isOfMembers(change) ? 'members of ' : ''}${keyOfChange(ledger, change)}`;

builder.objectField(Dataset, 'changes', (t) =>
  t.connection({
    type: LedgerChange,
    description:
      'What is new in the whole ledger: what each revision said of each proposition and of the members of each bloc or group, the newest revision first, within one the latest day first, then by key. `Comparison.changes` says what became of it between two points in time; `Revision.counts` also tells what changed besides positions and members, `Revision.amendments` which texts.',
    args: {
      since: t.arg.int({
        defaultValue: 0,
        description:
          'Only what later revisions said: the number of a revision, such as that of the last visit. Default: 0, all.',
      }),
      kinds: t.arg({ type: [LedgerChangeKind], description: 'Only changes of these kinds. Default: all.' }),
    },
    extensions: cost({
      points: (_args, { ledger }) => 50 + ledger.stances / 40 + (ledger.claims + ledger.rollCalls) / 2,
      preparesLedger: true,
    }),
    resolve({ revision }, args, context) {
      const since = knownAtOf(args.since, context, 0, 'since');
      const ledger = ledgerAt(revision, context);
      const { edges, ...page } = connectionOf(
        ledgerChanges(context.snapshot, { since, until: revision, kinds: args.kinds ?? null }),
        args,
        context.pageSizes,
        (change) => cursorOf(context.snapshot, change),
      );
      return { ...page, edges: edges.map(({ cursor, node: change }) => ({ cursor, node: { change, ledger } })) };
    },
  }),
);
