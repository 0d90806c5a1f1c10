import type { Point } from '#agreement/stance-columns.ts';
import { alphabetically, standingInOrder } from '#comparison/list-documents.ts';
import { membershipsOf, partyIfAny, partyOf, searchParties } from '#comparison/look-up.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { builder } from '../builder.ts';
import { connectionOf, found } from '../connection.ts';
import { listCost, partiesIn } from '../cost/points.ts';
import { knownAtArg, ledgerAt, pointArgs, pointOf } from '../scope/point.ts';
import { Party } from './party.ts';

/** Equal ones follow their keys. */
const orders = {
  NAME: (a: PartyRow, b: PartyRow) => alphabetically(a.name, b.name),
  KEY: null,
} as const;

const PartyOrder = builder.enumType('PartyOrder', {
  description: 'Sort orders for parties.',
  values: { NAME: { description: 'By name, ascending.' }, KEY: { description: 'By key, ascending.' } } as const,
});

builder.queryField('party', (t) =>
  t.field({
    description:
      'A country, bloc, person or group by its key, as known at a revision; null when it does not exist. A name of several parties is an error (UNKNOWN_PARTY).',
    type: Party,
    nullable: true,
    args: {
      key: t.arg.string({
        required: true,
        description:
          'Key of the party, such as `CN` or `nato`, or another code or name of it alone, such as `CHN` or `China`.',
      }),
      ...knownAtArg,
    },
    resolve: (_root, { key, asKnownAt }, context) => partyIfAny(ledgerAt(asKnownAt, context), key),
  }),
);

const lists = {
  parties: { kind: null, description: 'Parties: countries and blocs, persons and groups.' },
  countries: { kind: 'COUNTRY', description: 'Countries, including former ones.' },
  blocs: { kind: 'BLOC', description: 'Blocs: groups of countries, such as NATO.' },
  people: { kind: 'PERSON', description: 'Persons who vote, such as members of a parliament.' },
  groups: { kind: 'GROUP', description: 'Groups of persons, such as the political groups of a parliament.' },
} as const;

for (const [name, { kind, description }] of Object.entries(lists)) {
  builder.queryField(name, (t) =>
    t.connection({
      description,
      type: Party,
      args: {
        ...pointArgs,
        search: t.arg.string({
          description:
            'Search words from a name, an abbreviation or a code. Ignores accents and tolerates small typos. What the whole text names comes first.',
        }),
        memberOf: t.arg.string({ description: 'Key or name of a bloc or group; only its members on `asOf`.' }),
        orderBy: t.arg({
          type: PartyOrder,
          description: 'Sort order. Default: by name; by relevance when `search` is given.',
        }),
      },
      extensions: listCost(partiesIn),
      resolve(_root, args, context) {
        const point = pointOf(args, context);
        const ledger = ledgerAt(args.asKnownAt, context);
        const { search } = args;
        const ranks = search == null ? null : searchParties(ledger, search, point.revision);
        const members = args.memberOf ? memberOrdinals(args.memberOf, ledger, point) : null;
        const order = args.orderBy ?? 'NAME';
        const rows = standingInOrder(ledger.parties, order, orders[order]).filter(
          (party) => (kind === null || party.kind === kind) && (members?.has(party.ordinal) ?? true),
        );
        return connectionOf(
          found(rows, ranks, args.orderBy ? 'AS_ORDERED' : 'BEST_FIRST'),
          args,
          context.pageSizes,
          ({ key }) => key,
        );
      },
    }),
  );
}

function memberOrdinals(bloc: string, ledger: Snapshot, point: Point): Set<number> {
  const question = { ...point, includeUnclear: false, includeParticipants: false };
  return new Set(membershipsOf(ledger, 'bloc', partyOf(ledger, bloc), question).map(({ member }) => member));
}
