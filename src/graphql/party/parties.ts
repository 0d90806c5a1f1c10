import { partyOf, standing } from '#ledger/compare/look-up.ts';
import { membershipsOf } from '#ledger/compare/memberships-of.ts';
import { searchSnapshot } from '#ledger/search/search-snapshot.ts';
import type { Party as PartyRow } from '#ledger/snapshot/snapshot.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import { type Order, searchable } from '../connection/searchable.ts';
import type { Context } from '../context.ts';
import { listCost, partiesIn } from '../cost/list-cost.ts';
import { Party } from './party.ts';

const orders = {
  NAME: (a, b) => a.name.localeCompare(b.name, 'en'),
  KEY: (a, b) => (a.key < b.key ? -1 : 1),
} as const satisfies Record<string, Order<PartyRow>>;

const PartyOrder = builder.enumType('PartyOrder', {
  description: 'Orders of parties.',
  values: { NAME: { description: 'By name.' }, KEY: { description: 'By key.' } } as const,
});

builder.queryField('party', (t) =>
  t.field({
    description: 'A country or bloc by its key; null when there is none.',
    type: Party,
    nullable: true,
    args: { key: t.arg.string({ required: true, description: '`CN`, `nato` …' }) },
    resolve: (_root, { key }, { snapshot }) => standing(snapshot.parties, key),
  }),
);

const lists = {
  parties: { kind: null, description: 'Countries and blocs.' },
  countries: { kind: 'COUNTRY', description: 'Countries.' },
  blocs: { kind: 'BLOC', description: 'Blocs.' },
} as const;

for (const [name, { kind, description }] of Object.entries(lists)) {
  builder.queryField(name, (t) =>
    t.connection({
      description,
      type: Party,
      args: {
        search: t.arg.string({
          description: 'Words of a name, an abbreviation or a code; accents and small typos are forgiven.',
        }),
        memberOf: t.arg.string({ description: 'Key of a bloc: only its members today.' }),
        orderBy: t.arg({ type: PartyOrder, description: 'Default: by name; by likeness when `search` is given.' }),
      },
      extensions: listCost(partiesIn),
      resolve(_root, args, context) {
        const fits = context.snapshot.parties.list.filter(
          (party) => !party.retired && (kind === null || party.kind === kind),
        );
        const members = args.memberOf ? memberOrdinals(args.memberOf, context) : null;
        const rows = fits.filter(({ ordinal }) => members?.has(ordinal) ?? true);
        const order = args.orderBy ? orders[args.orderBy] : null;
        const sorted = searchable(
          rows,
          args.search,
          (text) => searchSnapshot(context.snapshot, 'parties', text),
          order,
          orders.NAME,
        );
        return connectionOf(sorted, args, ({ key }) => key);
      },
    }),
  );
}

function memberOrdinals(bloc: string, { snapshot, today }: Context): Set<number> {
  const question = { day: today, revision: snapshot.revision, includeUnclear: false, includeParticipants: false };
  return new Set(membershipsOf(snapshot, 'bloc', partyOf(snapshot, bloc), question).map(({ member }) => member));
}
