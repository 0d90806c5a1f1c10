import { stancesAddedIn, stancesRetiredIn } from '#comparison/stances-of-revision.ts';
import type { AmendmentRecord, AmendedField as FieldShape } from '#ledger/read/amendments.ts';
import type { RecordCount as CountShape } from '#ledger/read/revision-counts.ts';
import { tableNames } from '#ledger/tables/ledger-rows.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { askedOfDatabase, cost } from '../cost/field-cost.ts';
import { Stance } from '../stance/stance.ts';
import { stancePage } from '../stance/stance-page.ts';
import { RecordKind } from './record-kind.ts';
import { Revision } from './revision.ts';

const RecordCount = builder.objectRef<CountShape>('RecordCount').implement({
  description:
    'How many records of one kind a revision changed. A corrected stance counts as one added and one retired.',
  fields: (t) => ({
    kind: t.field({
      type: RecordKind,
      description: 'The kind of the records that are counted.',
      resolve: ({ table }) => table,
    }),
    added: t.exposeInt('added', {
      description: 'Number of records added, including those that had been retired before.',
    }),
    amended: t.exposeInt('amended', {
      description:
        'Number of records whose text changed. Only parties, issues, propositions, documents and passages can be amended.',
    }),
    retired: t.exposeInt('retired', { description: 'Number of records retired.' }),
  }),
});

const AmendedField = builder.objectRef<FieldShape>('AmendedField').implement({
  description: 'The value of one field before and after a revision.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the field, such as `text` or `title`.' }),
    before: t.exposeString('before', {
      nullable: true,
      description: 'The value before the revision, lists as JSON; null when it was empty.',
    }),
    after: t.exposeString('after', {
      nullable: true,
      description: 'The value after the revision, lists as JSON; null when it is empty.',
    }),
  }),
});

const Amendment = builder.objectRef<AmendmentRecord>('Amendment').implement({
  description:
    'A change to the text of a party, issue, proposition, document or passage. Query with `asKnownAt` for the text at an earlier revision.',
  fields: (t) => ({
    kind: t.field({ type: RecordKind, description: 'The kind of the amended record.', resolve: ({ table }) => table }),
    key: t.exposeString('key', { description: 'Key of the amended record, such as `tw-inalienable`.' }),
    fields: t.expose('fields', { type: [AmendedField], description: 'The fields that changed; at least one.' }),
  }),
});

/** All stances are in order once for a snapshot; after that a list is found by its revision. */
const ofAllStances = cost({ points: (_args, { ledger }) => 20 + ledger.stances / 200, preparesLedger: true });

builder.objectFields(Revision, (t) => ({
  counts: t.field({
    type: [RecordCount],
    extensions: cost({ points: askedOfDatabase, rows: tableNames.length }),
    description: 'How many records it changed, one entry per kind, including kinds that it did not change.',
    resolve: async ({ number }, _args, { loaders }) => [...(await loaders.revisionCounts.load(number))],
  }),
  amendments: t.connection({
    type: Amendment,
    extensions: cost({ points: askedOfDatabase }),
    description: 'The texts that it changed, ordered by kind and key.',
    resolve: async ({ number }, args, { loaders, pageSizes }) =>
      connectionOf(await loaders.amendments.load(number), args, pageSizes, ({ id }) => `amendment ${id}`),
  }),
  addedStances: t.connection({
    type: Stance,
    extensions: ofAllStances,
    description: 'The stances that it added, as known at this revision; ordered by party, proposition and day.',
    resolve: ({ number }, args, context) => stancePage(stancesAddedIn(context.snapshot, number), number, args, context),
  }),
  retiredStances: t.connection({
    type: Stance,
    extensions: ofAllStances,
    description:
      'The stances that it retired, as known at the previous revision; ordered by party, proposition and day.',
    resolve: ({ number }, args, context) =>
      stancePage(stancesRetiredIn(context.snapshot, number), number - 1, args, context),
  }),
}));
