import { deedsOfProposition, type KnownDeed } from '#comparison/deeds/known-deeds.ts';
import { builder } from '../builder.ts';
import { cost } from '../cost/field-cost.ts';
import { Verification } from '../document/document-enums.ts';
import { Proposition } from '../proposition/proposition.ts';

export const Deed = builder.objectRef<KnownDeed>('Deed').implement({
  description:
    'A vote that says the same as a claim, or the contrary: named by body and symbol, so that it is found whichever source the roll call comes from.',
  fields: (t) => ({
    claim: t.expose('claim', { type: Proposition, description: 'The claim that the vote is a deed of.' }),
    rollCall: t.field({
      type: Proposition,
      nullable: true,
      description:
        'The roll call; null when the ledger holds none on it. The first of `rollCalls` where records of several sources were not matched.',
      resolve: ({ rollCalls }) => rollCalls[0] ?? null,
    }),
    rollCalls: t.field({
      type: [Proposition],
      description: 'The roll call of each of its symbols that the ledger holds, on the whole text; may be empty.',
      extensions: cost({ rows: 2 }),
      resolve: ({ rollCalls }) => [...rollCalls],
    }),
    sign: t.int({
      description: '1: a vote in favour supports the claim; -1: it opposes the claim.',
      resolve: ({ deed }) => deed.sign,
    }),
    body: t.string({ description: 'Body that voted, such as `UNGA`.', resolve: ({ deed }) => deed.body }),
    symbol: t.string({
      description: 'Symbol of the text that was voted on, in the form `74/41` for every spelling of it.',
      resolve: ({ deed }) => deed.symbol,
    }),
    otherSymbols: t.stringList({
      description: 'Symbols under which other records have the same vote, such as `26/2758G`; may be empty.',
      resolve: ({ deed }) => [...deed.otherSymbols],
    }),
    reason: t.string({
      description: 'What of the text says the same as the claim, or the contrary.',
      resolve: ({ deed }) => deed.reason,
    }),
    address: t.field({
      type: 'URL',
      nullable: true,
      description: 'A page that carries or reports the text; null when none was read.',
      resolve: ({ deed }) => deed.address,
    }),
    verification: t.field({
      type: Verification,
      description: 'Whether the text was read for this; PARTLY_VERIFIED: that of another year with the same title.',
      resolve: ({ deed }) => deed.verification,
    }),
  }),
});

builder.objectField(Proposition, 'deeds', (t) =>
  t.field({
    type: [Deed],
    description:
      'Votes that say the same as the claim, or the contrary, in the order in which they were linked; of a roll call: the claims that it is a vote on. May be empty.',
    extensions: cost({ points: (_args, { ledger }) => 1 + ledger.deeds / 20 }),
    resolve: ({ ordinal, knownAt }, _args, { snapshot }) =>
      deedsOfProposition(snapshot, ordinal, knownAt ?? snapshot.revision),
  }),
);
