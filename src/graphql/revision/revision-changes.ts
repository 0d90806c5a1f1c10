import { stancesAddedIn, stancesRetiredIn } from '#comparison/stances-of-revision.ts';
import type { AmendmentRecord, AmendedField as FieldShape } from '#ledger/read/amendments.ts';
import type { RecordCount as CountShape } from '#ledger/read/revision-counts.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import { askedOfDatabase } from '../cost/database-points.ts';
import { cost } from '../cost/field-cost.ts';
import { Stance } from '../stance/stance.ts';
import { stancePage } from '../stance/stance-page.ts';
import { RecordKind } from './record-kind.ts';
import { Revision } from './revision.ts';

const RecordCount = builder.objectRef<CountShape>('RecordCount').implement({
  description: 'What a revision did to records of one kind. A corrected stance is one added and one retired.',
  fields: (t) => ({
    kind: t.field({ type: RecordKind, description: 'The kind.', resolve: ({ table }) => table }),
    added: t.exposeInt('added', { description: 'How many it added, those that came back included.' }),
    amended: t.exposeInt('amended', {
      description: 'How many have another text since: only parties, issues, propositions, documents and passages.',
    }),
    retired: t.exposeInt('retired', { description: 'How many it retired.' }),
  }),
});

const AmendedField = builder.objectRef<FieldShape>('AmendedField').implement({
  description: 'What a field said before a revision and after it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The field, such as `text` or `title`.' }),
    before: t.exposeString('before', { nullable: true, description: 'What it said, lists as JSON; null: nothing.' }),
    after: t.exposeString('after', { nullable: true, description: 'What it said then, lists as JSON; null: nothing.' }),
  }),
});

const Amendment = builder.objectRef<AmendmentRecord>('Amendment').implement({
  description:
    'A party, issue, proposition, document or passage got another text. `asKnownAt` shows the text of a revision.',
  fields: (t) => ({
    kind: t.field({ type: RecordKind, description: 'What it is.', resolve: ({ table }) => table }),
    key: t.exposeString('key', { description: 'Its key.' }),
    fields: t.expose('fields', { type: [AmendedField], description: 'The fields that changed, one or more.' }),
  }),
});

/** All stances are in order once for a snapshot; after that a list is found by its revision. */
const ofAllStances = cost({ points: (_args, { ledger }) => 20 + ledger.stances / 200, preparesLedger: true });

builder.objectFields(Revision, (t) => ({
  counts: t.field({
    type: [RecordCount],
    extensions: cost({ points: askedOfDatabase, rows: 14 }),
    description: 'How much it changed, kind by kind; every kind is there.',
    resolve: async ({ number }, _args, { loaders }) => [...(await loaders.revisionCounts.load(number))],
  }),
  amendments: t.connection({
    type: Amendment,
    extensions: cost({ points: askedOfDatabase }),
    description: 'The texts that it changed, by kind and key.',
    resolve: async ({ number }, args, { loaders, pageSizes }) =>
      connectionOf(await loaders.amendments.load(number), args, pageSizes, ({ id }) => `amendment ${id}`),
  }),
  addedStances: t.connection({
    type: Stance,
    extensions: ofAllStances,
    description: 'The stances that it added, as known then; by party, proposition and day.',
    resolve: ({ number }, args, context) => stancePage(stancesAddedIn(context.snapshot, number), number, args, context),
  }),
  retiredStances: t.connection({
    type: Stance,
    extensions: ofAllStances,
    description: 'The stances that it retired, as known just before; by party, proposition and day.',
    resolve: ({ number }, args, context) =>
      stancePage(stancesRetiredIn(context.snapshot, number), number - 1, args, context),
  }),
}));
