import { type Position as PositionValue, toHalfSteps } from '#agreement/position.ts';
import { stanceRowsOn } from '#agreement/stance-columns.ts';
import { listStances, rollCallsOf } from '#comparison/list-stances.ts';
import { documentOf, partyOf } from '#comparison/look-up.ts';
import { resolveScope } from '#comparison/scope.ts';
import { stanceOfKey } from '#comparison/stance-of-key.ts';
import type { StanceOrder as OrderName } from '#comparison/stance-orders.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { stanceRowOfId } from '#snapshot/stance-row-of-id.ts';
import { builder } from '../builder.ts';
import type { PageArguments } from '../connection.ts';
import type { Context } from '../context.ts';
import { cost, type LedgerSizes, type RawArguments, readFromDatabase } from '../cost/field-cost.ts';
import { countOf, onDocumentPoints, onePropositionPoints, partiesIn, stancePoints, within } from '../cost/points.ts';
import { Document } from '../document/document.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { pointArgs, pointOf } from '../scope/point.ts';
import { Stance } from './stance.ts';
import { StanceFilter } from './stance-filter.ts';
import { stancePage } from './stance-page.ts';
import { StanceView } from './stance-view.ts';

export const StanceOrder = builder.enumType('StanceOrder', {
  description: 'Sort orders for stances.',
  values: {
    HELD_FROM_DESC: { description: 'By `heldFrom`, latest first.' },
    HELD_FROM_ASC: { description: 'By `heldFrom`, earliest first.' },
    PARTY: { description: 'By key of the party, then of the proposition, then earliest first.' },
    PROPOSITION: { description: 'By key of the proposition, then of the party, then earliest first.' },
  } as const,
});

const listArgs = builder.args((t) => ({
  ...pointArgs,
  filter: t.field({ type: StanceFilter, description: 'Only stances that match. Default: all.' }),
  inForce: t.boolean({
    defaultValue: true,
    description: 'True: only stances in force on `asOf`. False: all stances, including past and superseded ones.',
  }),
  orderBy: t.field({
    type: StanceOrder,
    defaultValue: 'HELD_FROM_DESC',
    description: 'Sort order. Default: latest first.',
  }),
}));

/** The stances of this many parties are scanned in memory; those of a document are read from the database. */
const listCost = (parties: (args: RawArguments, ledger: LedgerSizes) => number) =>
  cost({
    points: (args, { ledger }) => stancePoints(args.filter, parties(args, ledger), ledger),
    preparesLedger: true,
    around: (_args, { page, ledger }) => ({ page: Math.min(page, ledger.stances) }),
  });

const partiesAsked = ({ filter }: RawArguments, ledger: LedgerSizes) =>
  countOf(within(filter, 'parties'), partiesIn(ledger));

interface ListArguments extends PageArguments {
  readonly asOf?: number | null | undefined;
  readonly asKnownAt?: number | null | undefined;
  readonly filter?: typeof StanceFilter.$inferInput | null | undefined;
  readonly inForce?: boolean | null | undefined;
  readonly orderBy?: OrderName | null | undefined;
}

/** Row indexes of the stances that are shown by a document: that cite it, or are votes on its roll call. */
async function shownBy(documentId: number, revision: number, { loaders, snapshot }: Context): Promise<number[]> {
  const citing = [...(await loaders.stancesCiting.load(documentId, revision))];
  const { stances, propositions } = snapshotAt(snapshot, revision);
  const votes = rollCallsOf(propositions, documentId).flatMap((ordinal) => stanceRowsOn(stances, ordinal));
  return [...new Set([...citing.flatMap((id) => stanceRowOfId(snapshot, id) ?? []), ...votes])];
}

/** One page of the stances that fit; `within` is what the list belongs to. */
async function stanceConnection(
  args: ListArguments,
  context: Context,
  within: {
    readonly party?: PartyRow;
    readonly proposition?: string;
    readonly documentId?: number;
    readonly knownAt?: number | null;
  } = {},
) {
  const { snapshot } = context;
  const { day: asOf, revision: asKnownAt } = pointOf(args, context, within.knownAt);
  const ledger = snapshotAt(snapshot, asKnownAt);
  const { parties, positions, document, ...filter } = args.filter ?? {};
  const documentId = within.documentId ?? (document == null ? null : documentOf(ledger, document).id);
  const propositions = within.proposition === undefined ? filter.propositions : [within.proposition];
  const kinds = filter.kinds ?? (['CLAIM', 'ROLL_CALL'] as const);
  const asked = parties?.map((key) => partyOf(ledger, key));
  const question = {
    scope: resolveScope(snapshot, { ...filter, propositions, kinds, asOf, asKnownAt }, context),
    parties: within.party
      ? [within.party].filter(({ key }) => asked?.some((party) => party.key === key) ?? true)
      : asked,
    positions: positions ? new Set(positions.map((position: PositionValue) => toHalfSteps(position))) : undefined,
    among: documentId === null ? undefined : await shownBy(documentId, asKnownAt, context),
    inForce: args.inForce ?? true,
  };
  const stanceRows = listStances(ledger, question, args.orderBy ?? 'HELD_FROM_DESC');
  return stancePage(stanceRows, asKnownAt, args, context);
}

builder.queryField('stance', (t) =>
  t.field({
    description: 'A stance by its key, as known at a revision; null when it does not exist.',
    type: Stance,
    nullable: true,
    args: {
      key: t.arg.string({
        required: true,
        description: 'Key of the stance, such as `cn--tw-inalienable--1972-12-22`.',
      }),
      asKnownAt: t.arg.int({
        description: 'The revision to query (recorded time): what was known then. Default: the newest.',
      }),
    },
    resolve(_root, { key, asKnownAt }, context) {
      const { revision } = pointOf({ asKnownAt }, context);
      const stanceRow = stanceOfKey(context.snapshot, key, revision);
      return stanceRow === null ? null : new StanceView(context.snapshot, stanceRow, revision);
    },
  }),
);

builder.queryField('stances', (t) =>
  t.connection({
    description: 'Stances of parties on propositions: those in force on a day, or with `inForce: false` all.',
    type: Stance,
    args: listArgs,
    extensions: listCost(partiesAsked),
    resolve: (_root, args, context) => stanceConnection(args, context),
  }),
);

builder.objectField(Party, 'stances', (t) =>
  t.connection({
    description: 'Stances of the party: those in force on a day, or with `inForce: false` all.',
    type: Stance,
    args: listArgs,
    extensions: listCost(() => 1),
    resolve: (party, args, context) => stanceConnection(args, context, { party, knownAt: party.knownAt }),
  }),
);

builder.objectField(Proposition, 'stances', (t) =>
  t.connection({
    description: 'Stances on the proposition: those in force on a day, or with `inForce: false` all.',
    type: Stance,
    args: listArgs,
    extensions: cost({ points: (_args, { ledger }) => onePropositionPoints(ledger) }),
    resolve: ({ key, knownAt }, args, context) => stanceConnection(args, context, { proposition: key, knownAt }),
  }),
);

builder.objectField(Document, 'stances', (t) =>
  t.connection({
    description: 'Stances that cite the document: those in force on a day, or with `inForce: false` all.',
    type: Stance,
    args: listArgs,
    extensions: cost({ points: (_args, { ledger }) => readFromDatabase + onDocumentPoints(ledger) }),
    resolve: ({ id, knownAt }, args, context) => stanceConnection(args, context, { documentId: id, knownAt }),
  }),
);
