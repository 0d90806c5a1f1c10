import { partyOf } from '#comparison/look-up.ts';
import { countDifferences, type KnownDifference, readDifferences } from '#ledger/read/differences.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { cost, listedFromDatabase } from '../cost/field-cost.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Position } from '../stance/stance-enums.ts';
import { Dataset } from './dataset.ts';

type DifferenceView = KnownDifference & { readonly knownAt: number };

const unknown = 'null when the ledger did not have it at the revision queried';

const Difference = builder.objectRef<DifferenceView>('Difference').implement({
  description:
    'A vote of which a source says otherwise than the source that the ledger goes by. It is no stance, and no number takes it into account.',
  fields: (t) => ({
    proposition: t.field({
      type: Proposition,
      nullable: true,
      description: `The roll call; ${unknown}.`,
      resolve: ({ propositionId, knownAt }, _args, { snapshot }) =>
        snapshotAt(snapshot, knownAt).propositions.byId.get(propositionId) ?? null,
    }),
    party: t.field({
      type: Party,
      nullable: true,
      description: `The party; ${unknown}.`,
      resolve: ({ partyId, knownAt }, _args, { snapshot }) =>
        snapshotAt(snapshot, knownAt).parties.byId.get(partyId) ?? null,
    }),
    source: t.exposeString('source', { description: 'The source that says otherwise, as in `Revision.source`.' }),
    position: t.expose('position', {
      type: Position,
      nullable: true,
      description: 'What that source records; null when it says that the party did not vote.',
    }),
    ledgerPosition: t.expose('ledgerPosition', {
      type: Position,
      nullable: true,
      description: 'The position that the ledger goes by; null when it has an absence, or nothing any more.',
    }),
    address: t.expose('address', {
      type: 'URL',
      nullable: true,
      description: 'Page of that source about the roll call; null when not recorded.',
    }),
  }),
});

const PartyDifferences = builder
  .objectRef<{ readonly partyId: number; readonly count: number; readonly knownAt: number }>('PartyDifferences')
  .implement({
    description: 'How many votes of a party two sources record differently.',
    fields: (t) => ({
      party: t.field({
        type: Party,
        nullable: true,
        description: `The party; ${unknown}.`,
        resolve: ({ partyId, knownAt }, _args, { snapshot }) =>
          snapshotAt(snapshot, knownAt).parties.byId.get(partyId) ?? null,
      }),
      count: t.exposeInt('count', { description: 'Number of these votes.' }),
    }),
  });

builder.objectFields(Dataset, (t) => ({
  differences: t.connection({
    type: Difference,
    description: 'Votes that two sources record differently, by roll call and party.',
    args: {
      parties: t.arg.stringList({ description: 'Keys or names of parties; only differences about these.' }),
    },
    extensions: cost({ points: listedFromDatabase }),
    resolve: async ({ revision }, { parties, ...page }, { database, snapshot, pageSizes }) => {
      const ids = parties?.map((key) => partyOf(snapshotAt(snapshot, revision), key).id) ?? null;
      const rows = await readDifferences(database.pool, revision, ids);
      const views = rows.map((row) => ({ ...row, knownAt: revision }));
      return connectionOf(views, page, pageSizes, ({ id }) => `difference ${id}`);
    },
  }),
  differencesByParty: t.field({
    type: [PartyDifferences],
    description:
      'How many votes of each party two sources record differently, most first; without those that have none.',
    extensions: cost({ points: listedFromDatabase, rows: 200 }),
    resolve: async ({ revision }, _args, { database }) =>
      (await countDifferences(database.pool, revision)).map((row) => ({ ...row, knownAt: revision })),
  }),
}));
