import type { Point } from '#agreement/stance-columns.ts';
import { partyOf, standing } from '#ledger/compare/look-up.ts';
import { membershipsOf } from '#ledger/compare/memberships-of.ts';
import { searchSnapshot } from '#ledger/search/search-snapshot.ts';
import type { Party as PartyRow, Snapshot } from '#ledger/snapshot/snapshot.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import { type Order, searchable } from '../connection/searchable.ts';
import { listCost, partiesIn } from '../cost/list-cost.ts';
import { knownAtArg, ledgerAt, pointArgs, pointOf } from '../scope/point-args.ts';
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
    description: 'A country or bloc by its key, as known at a revision; null when there is none.',
    type: Party,
    nullable: true,
    args: { key: t.arg.string({ required: true, description: '`CN`, `nato` …' }), ...knownAtArg },
    resolve: (_root, { key, asKnownAt }, context) => standing(ledgerAt(asKnownAt, context).parties, key),
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
        ...pointArgs,
        search: t.arg.string({
          description: 'Words of a name, an abbreviation or a code; accents and small typos are forgiven.',
        }),
        memberOf: t.arg.string({ description: 'Key of a bloc: only its members on `asOf`.' }),
        orderBy: t.arg({ type: PartyOrder, description: 'Default: by name; by likeness when `search` is given.' }),
      },
      extensions: listCost(partiesIn),
      resolve(_root, args, context) {
        const point = pointOf(args, context);
        const ledger = ledgerAt(args.asKnownAt, context);
        const fits = ledger.parties.list.filter((party) => !party.retired && (kind === null || party.kind === kind));
        const members = args.memberOf ? memberOrdinals(args.memberOf, ledger, point) : null;
        const rows = fits.filter(({ ordinal }) => members?.has(ordinal) ?? true);
        const order = args.orderBy ? orders[args.orderBy] : null;
        const sorted = searchable(
          rows,
          args.search,
          (text) => searchSnapshot(ledger, 'parties', text),
          order,
          orders.NAME,
        );
        return connectionOf(sorted, args, ({ key }) => key);
      },
    }),
  );
}

function memberOrdinals(bloc: string, ledger: Snapshot, point: Point): Set<number> {
  const question = { ...point, includeUnclear: false, includeParticipants: false };
  return new Set(membershipsOf(ledger, 'bloc', partyOf(ledger, bloc), question).map(({ member }) => member));
}
