import type { AgreementMatrix } from '#comparison/agreement-matrix.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { Party } from '../party/party.ts';

/** A cell of a matrix beside its diagonal. */
export interface PairShape {
  readonly party: PartyRow;
  readonly other: PartyRow;
  readonly value: number | null;
  readonly shared: number;
}

/** Each pair of a matrix once, in the order of its parties. */
export const pairsOf = ({ comparison: { parties }, values, shared }: AgreementMatrix): PairShape[] =>
  parties.flatMap((party, a) =>
    parties.slice(a + 1).map((other, after) => {
      const b = a + 1 + after;
      return { party, other, value: values[a]?.[b] ?? null, shared: shared[a]?.[b] ?? 0 };
    }),
  );

export const AgreementPair = builder.objectRef<PairShape>('AgreementPair').implement({
  description: 'The agreement between two parties.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'First party of the pair.' }),
    other: t.expose('other', {
      type: Party,
      description: 'Second party of the pair; it follows `party` in the order of `parties`.',
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'Value of the measure; null when the pair has none.',
    }),
    shared: t.exposeInt('shared', { description: 'Number of propositions on which both hold a position that counts.' }),
  }),
});
