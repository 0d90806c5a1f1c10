import { partiesOf, policyOf } from '#comparison/asked-comparison.ts';
import { wordAndDeed } from '#comparison/deeds/word-and-deed.ts';
import { resolveScope } from '#comparison/scope.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { compareArgs, partiesDescription } from '../comparison/comparison-queries.ts';
import { type Around, askedOfDatabase, cost, type RawArguments } from '../cost/field-cost.ts';
import { cellPoints, compared, derivingPoints, receiptPoints } from '../cost/points.ts';
import { WordAndDeed, WordDay } from './word-and-deed.ts';

/** The parties, and the claims and roll calls that deeds name. */
const besideDeeds = (args: RawArguments, around: Around) => ({
  ...compared(args, around),
  propositions: 2 * around.ledger.deeds,
});

builder.queryField('wordAndDeed', (t) =>
  t.field({
    type: WordAndDeed,
    nullable: true,
    description:
      'What parties say beside how they voted: for each of them and each claim with deeds (`Proposition.deeds`) the stance and the votes. `scope.issues` and `propositions` choose claims, `rollCalls`, `takenFrom` and `takenBefore` votes, the rest words. See docs/word-and-deed.md. What names no party, or several, is an error (UNKNOWN_PARTY).',
    args: {
      parties: t.arg.stringList({ required: true, description: partiesDescription }),
      word: t.arg({ type: WordDay, defaultValue: 'AS_OF', description: 'Which word counts. Default: AS_OF.' }),
      ...compareArgs,
    },
    extensions: cost({
      points(args, around) {
        const size = besideDeeds(args, around);
        const within = { ...around, ...size };
        // Another comparison for each day on which somebody voted.
        const days = args.word === 'ON_THE_DAY' ? around.ledger.deeds : 1;
        const read = cellPoints(size) + derivingPoints(within);
        const rows = size.parties * around.ledger.deeds;
        const looked = 3 * rows + around.ledger.deeds * receiptPoints(within);
        return 1_500 + askedOfDatabase + (1 + days / 2) * read + looked;
      },
      around: besideDeeds,
    }),
    resolve(_root, { parties, scope, policy, word }, context) {
      const { snapshot, loaders } = context;
      const resolved = resolveScope(snapshot, scope ?? {}, context);
      return wordAndDeed(
        snapshot,
        partiesOf(parties, snapshotAt(snapshot, resolved.asKnownAt)),
        resolved,
        // The measure changes nothing, and one that counts absences would leave propositions out.
        { ...policyOf(policy), measure: 'AGREEMENT' },
        word ?? 'AS_OF',
        async (ids) => {
          const citations = await Promise.all(ids.map((id) => loaders.citations.load(id, resolved.asKnownAt)));
          return citations.map((ofStance) => ofStance.map(({ documentId }) => documentId));
        },
      );
    },
  }),
);
