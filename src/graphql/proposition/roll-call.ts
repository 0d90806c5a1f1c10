import { absentFrom, marginOf, resultOf } from '#comparison/votes/tally.ts';
import { textAddress } from '#comparison/votes/text-address.ts';
import { titleOf, type Vote } from '#comparison/votes/vote-title.ts';
import { mendedText } from '#ledger/titles/mended-case.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { cost } from '../cost/field-cost.ts';
import { Precision } from '../scalar/scalars.ts';

export const TextScope = builder.enumType('TextScope', {
  description: 'How much of a text was put to the vote.',
  values: {
    WHOLE: { description: 'The text as a whole.' },
    PARAGRAPH: { description: 'A paragraph or another part of it.' },
    AMENDMENT: { description: 'An amendment to it.' },
    UNKNOWN: { description: 'The record does not say which part was voted on.' },
  } as const,
});

export const VoteResult = builder.enumType('VoteResult', {
  description:
    'Which side of a roll call had more votes, abstentions aside. Whether a text was adopted can depend on more: important questions in the UN General Assembly take two thirds.',
  values: {
    MORE_FOR: { description: 'More votes in favour than against.' },
    MORE_AGAINST: { description: 'More votes against than in favour.' },
    TIED: { description: 'As many votes in favour as against.' },
  } as const,
});

/** A roll call and the revision whose knowledge of it is shown. */
export const RollCall = builder.objectRef<Vote>('RollCall');

export const shownAt = ({ knownAt }: Vote, { snapshot }: Context) => knownAt ?? snapshot.revision;

/** About what it takes to read a text letter by letter, and to find its names. */
const mending = 60;

builder.objectType(RollCall, {
  description: 'A recorded vote in a body such as the UN General Assembly.',
  fields: (t) => ({
    title: t.string({
      description:
        'Title for lists, at most some 150 letters: that of the text, the few words under which the source lists it, or the text itself, with the case of texts in capitals mended by rule. Never empty.',
      extensions: cost({ points: mending }),
      resolve: (vote, _args, context) => titleOf(snapshotAt(context.snapshot, shownAt(vote, context)), vote),
    }),
    readableText: t.string({
      description:
        '`Proposition.text` as a reader expects it: text in capitals as a sentence, without stray backslashes and control characters. What the source wrote is in `text`.',
      extensions: cost({ points: mending }),
      resolve: ({ text }) => mendedText(text),
    }),
    shortTitle: t.string({
      nullable: true,
      description: 'The few words under which the source lists it, as it writes them; null when it has none.',
      resolve: ({ rollCall }) => rollCall.shortTitle,
    }),
    body: t.string({
      description: 'The body that voted, such as `UNGA`.',
      resolve: ({ rollCall }) => rollCall.body,
    }),
    session: t.int({ description: 'Session number, such as 74.', resolve: ({ rollCall }) => rollCall.session }),
    series: t.string({
      description:
        'Session by its own name: `ES-11` for the eleventh emergency special session, `S-32` for a special one, `77` for a regular one. `session` is then the regular session in progress.',
      resolve: ({ rollCall }) => rollCall.series,
    }),
    symbol: t.string({
      nullable: true,
      description: 'Symbol of the text, such as `R/74/41`; null when the record has none.',
      resolve: ({ rollCall }) => rollCall.symbol,
    }),
    textAddress: t.field({
      type: 'URL',
      nullable: true,
      description:
        'Where the UN shows the text, as the symbol tells; nobody has looked whether it is there. Null for other bodies, sessions before 1976, decisions and where the symbol is unknown.',
      resolve: ({ rollCall }) => textAddress(rollCall),
    }),
    tabledOn: t.field({
      type: 'Date',
      description: 'Day of the vote; `tabledOnPrecision` says how exact it is.',
      resolve: ({ rollCall }) => rollCall.tabledOn,
    }),
    tabledOnPrecision: t.field({
      type: Precision,
      description: 'How exact `tabledOn` is.',
      resolve: ({ rollCall }) => rollCall.tabledOnPrecision,
    }),
    textScope: t.field({
      type: TextScope,
      description: 'How much of the text was put to the vote.',
      resolve: ({ rollCall }) => rollCall.textScope,
    }),
    important: t.boolean({
      nullable: true,
      description: 'Whether the US Department of State listed it as an important vote; null when unknown.',
      resolve: ({ rollCall }) => rollCall.important,
    }),
    yes: t.int({
      nullable: true,
      description: 'Number of votes in favour; null when not recorded.',
      resolve: ({ rollCall }) => rollCall.yes,
    }),
    no: t.int({
      nullable: true,
      description: 'Number of votes against; null when not recorded.',
      resolve: ({ rollCall }) => rollCall.no,
    }),
    abstain: t.int({
      nullable: true,
      description: 'Number of abstentions; null when not recorded.',
      resolve: ({ rollCall }) => rollCall.abstain,
    }),
    absent: t.int({
      nullable: true,
      description: 'Number of recorded absences; null when none is recorded: it is not known then who was absent.',
      extensions: cost({ points: 2 }),
      resolve: (vote, _args, context) => absentFrom(context.snapshot, vote, shownAt(vote, context)),
    }),
    result: t.field({
      type: VoteResult,
      nullable: true,
      description: 'Which side had more votes; null when the votes are not recorded or nobody took a side.',
      resolve: ({ rollCall }) => resultOf(rollCall),
    }),
    margin: t.float({
      nullable: true,
      description:
        'How far apart the sides were: |yes - no| / (yes + no), from 0 (tied) to 1 (all on one side). Null when the votes are not recorded or nobody took a side.',
      resolve: ({ rollCall }) => marginOf(rollCall),
    }),
  }),
});
