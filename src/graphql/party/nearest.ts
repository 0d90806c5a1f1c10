import { comparisonOf, mostParties, partiesOf } from '#comparison/asked-comparison.ts';
import { neighboursOf } from '#comparison/nearest.ts';
import { allCountries } from '#comparison/speaking-parties.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { AgreementPair } from '../agreement/agreement-matrix.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import { compareArgs } from '../comparison/comparison-queries.ts';
import { type Around, cost, type RawArguments } from '../cost/field-cost.ts';
import { cellPoints, compared, countOf, derivingPoints } from '../cost/points.ts';
import { Party } from './party.ts';
import { PartyKind } from './party-kind.ts';

const ends = {
  nearest: { first: 'HIGHEST', description: 'The parties that agree most with this one, the highest value first.' },
  farthest: { first: 'LOWEST', description: 'The parties that agree least with this one, the lowest value first.' },
} as const;

const usual = 10;

/** The party and those that it is compared with: those named, or all of a kind. */
function size({ among, kind, scope, policy }: RawArguments, around: Around) {
  const { countries, otherParties } = around.ledger;
  const ofKind = kind == null || kind === 'COUNTRY' ? countries : Math.min(mostParties, otherParties);
  const { propositions, blocs } = compared({ parties: among ?? [], scope, policy }, around);
  const areBlocs = among == null && kind === 'BLOC';
  return { propositions, parties: 1 + countOf(among, ofKind), blocs: 1 + (areBlocs ? ofKind : blocs) };
}

const shown = ({ first }: RawArguments) => Math.min(mostParties, Math.max(0, Number(first ?? usual) || 0));

for (const [name, { first, description }] of Object.entries(ends)) {
  builder.objectField(Party, name as keyof typeof ends, (t) =>
    t.field({
      type: [AgreementPair],
      description: `${description} Only those with which it has a value; see \`minimumShared\` of the policy, without which one shared proposition suffices. \`party\` is this one. Of equal ones, that with more shared propositions comes first, then by key.`,
      args: {
        first: t.arg.int({ defaultValue: usual, description: 'How many, 1 to 250. Default: 10.' }),
        among: t.arg.stringList({
          description: 'Only these parties, 1 to 250 without duplicates: their keys, or other codes and names.',
        }),
        kind: t.arg({
          type: PartyKind,
          description: 'Only parties of this kind. Default: COUNTRY; with `among`, of any kind.',
        }),
        ...compareArgs,
      },
      extensions: cost({
        points(args, around) {
          const among = size(args, around);
          const { parties, propositions } = among;
          return cellPoints(among) + parties * (2 + propositions / 150) + derivingPoints({ ...around, ...among });
        },
        rows: shown,
        around: size,
      }),
      resolve(party, args, context) {
        const count = args.first ?? usual;
        if (count < 1 || count > mostParties)
          throw apiError('BAD_INPUT', `first: found ${count}, expected 1 to ${mostParties}.`);
        const scope = { ...args.scope, asKnownAt: args.scope?.asKnownAt ?? party.knownAt };
        const comparison = comparisonOf(
          context.snapshot,
          (ledger) => withParty(party, othersOf(args.among ?? null, args.kind ?? null, ledger), ledger),
          { scope, policy: args.policy },
          context,
        );
        const self = comparison.parties.find(({ ordinal }) => ordinal === party.ordinal) ?? party;
        return neighboursOf(comparison, self, first).slice(0, count);
      },
    }),
  );
}

/** The parties to choose from; throws BAD_INPUT when there are more of a kind than can be compared. */
function othersOf(among: readonly string[] | null, kind: PartyRow['kind'] | null, ledger: Snapshot) {
  const isWanted = (party: PartyRow) => kind === null || party.kind === kind;
  if (among !== null) return partiesOf(among, ledger, 'among').filter(isWanted);
  if (kind === null || kind === 'COUNTRY') return allCountries(ledger);
  const ofKind = ledger.parties.list.filter((party) => !party.retired && isWanted(party));
  if (ofKind.length <= mostParties) return ofKind;
  throw apiError(
    'BAD_INPUT',
    `kind: found ${ofKind.length} parties of it, expected at most ${mostParties}; name some in \`among\`.`,
  );
}

/** The list itself when the party is in it, so that all countries are compared once for all of them. */
function withParty(party: PartyRow, others: readonly PartyRow[], { parties }: Snapshot): readonly PartyRow[] {
  if (others.some(({ ordinal }) => ordinal === party.ordinal)) return others;
  return [parties.list[party.ordinal] ?? party, ...others];
}
