import { NONE } from '#agreement/in-force.ts';
import { wordVerdicts } from '#agreement/word-and-deed.ts';
import type { Held } from '#comparison/deeds/held-on.ts';
import { type WordAndDeedRow as RowShape, wordNotCountedReasons } from '#comparison/deeds/word-and-deed.ts';
import { derivationOf } from '#comparison/derivation-receipt.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { builder, describedValues } from '../builder.ts';
import { CellView, ComparisonCell, DerivedCellView } from '../comparison/comparison-row.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { StanceView } from '../stance/stance-view.ts';
import { Deed } from './deed.ts';

export const WordVerdict = builder.enumType('WordVerdict', {
  description: 'How what a party says and how it voted stand to each other.',
  values: describedValues(wordVerdicts),
});

const WordOrDeed = builder.enumType('WordOrDeed', {
  description: 'What a party says, or how it voted.',
  values: { WORD: { description: 'What the party says.' }, DEED: { description: 'How the party voted.' } } as const,
});

const WordNotCountedReason = builder.enumType('WordNotCountedReason', {
  description: 'Why a row does not count in the share.',
  values: describedValues(wordNotCountedReasons),
});

/** A row with the ledger that its stances are rows of. */
export type RowView = RowShape & { readonly snapshot: Snapshot; readonly revision: number };

function cellOf({ party, snapshot, revision }: RowView, { cell, stanceRow, from }: Held): CellView {
  const stance = stanceRow === NONE ? null : new StanceView(snapshot, stanceRow, revision);
  if (from === null || from.comparison.blocs === null) return new CellView(party, cell, stance);
  return new DerivedCellView(party, cell, stance, () => derivationOf(from.comparison, from.column, from.row));
}

export const WordAndDeedRow = builder.objectRef<RowView>('WordAndDeedRow').implement({
  description: 'What one party says on a claim beside how it voted on a text that says the same, or the contrary.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party whose word and vote these are.' }),
    claim: t.field({ type: Proposition, description: 'The claim that the word is on.', resolve: ({ of }) => of.claim }),
    deed: t.expose('of', { type: Deed, description: 'The link to the vote, with its sign, reason and source.' }),
    rollCall: t.expose('rollCall', {
      type: Proposition,
      nullable: true,
      description:
        'The roll call in which the party voted; null when the vote is known from a stance on a claim that was read from it.',
    }),
    date: t.expose('day', { type: 'Date', description: 'Day of the vote, as the record has it.' }),
    word: t.field({
      type: ComparisonCell,
      description: 'What the party holds on the claim.',
      resolve: (row) => cellOf(row, row.word),
    }),
    vote: t.field({
      type: ComparisonCell,
      description:
        'Its vote on the text: SUPPORT is in favour, whatever `deed.sign` says that this is to the claim. Where no roll call is held, `stance` is the one on the claim that tells the vote.',
      resolve: (row) => cellOf(row, row.vote),
    }),
    verdict: t.expose('verdict', { type: WordVerdict, description: 'How the two stand to each other.' }),
    missing: t.expose('missing', {
      type: WordOrDeed,
      nullable: true,
      description: 'Which of the two is not there; null unless the verdict is SILENT.',
    }),
    milder: t.expose('milder', {
      type: WordOrDeed,
      nullable: true,
      description: 'Which of the two is milder; null unless the verdict is SOFTER.',
    }),
    counted: t.boolean({
      description: 'Whether the row counts in the share of its party.',
      resolve: ({ notCounted }) => notCounted === null,
    }),
    notCountedReason: t.expose('notCounted', {
      type: WordNotCountedReason,
      nullable: true,
      description: 'Why it does not count; null when it does.',
    }),
  }),
});
