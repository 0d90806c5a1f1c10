import type { WordTally } from '#agreement/word-and-deed.ts';
import { deedLeftOutReasons, type DeedLeftOut as LeftOutShape } from '#comparison/deeds/deeds-in-scope.ts';
import { type WordAndDeed as AnswerShape, wordDays, wordTallyOf } from '#comparison/deeds/word-and-deed.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { NoValueReason } from '../agreement/agreement.ts';
import { Policy } from '../agreement/policy.ts';
import { builder, describedValues } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { type Around, cost } from '../cost/field-cost.ts';
import { partiesCompared } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { Scope } from '../scope/scope.ts';
import { Deed } from './deed.ts';
import { WordAndDeedRow, WordVerdict } from './word-and-deed-row.ts';

export const WordDay = builder.enumType('WordDay', {
  description: 'On which day the word is looked up.',
  values: describedValues(wordDays),
});

const WordAndDeedOrder = builder.enumType('WordAndDeedOrder', {
  description: 'Sort orders for words and deeds. Votes of one day are by claim, deed and party.',
  values: {
    DATE_DESC: { description: 'By the day of the vote, latest first.' },
    DATE_ASC: { description: 'By the day of the vote, earliest first.' },
  } as const,
});

const PartyWords = builder.objectRef<{ readonly party: PartyRow; readonly tally: WordTally }>('PartyWords').implement({
  description: 'How the words and votes of one party stand to each other: a count of its rows.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party whose rows are counted.' }),
    share: t.float({
      nullable: true,
      description:
        'Share of the rows that count which are CONSISTENT, 0 to 1; null when there is none, and `reason` says why.',
      resolve: ({ tally }) => tally.share.value,
    }),
    reason: t.field({
      type: NoValueReason,
      nullable: true,
      description:
        'Why there is no share: NO_SHARED_EVIDENCE when no row counts, BELOW_MINIMUM_SHARED when fewer than `minimumShared` do; null when there is one.',
      resolve: ({ tally: { share } }) => (share.value === null ? share.reason : null),
    }),
    n: t.int({ description: 'Number of rows that count.', resolve: ({ tally }) => tally.n }),
    consistent: t.int({ description: 'Of these, how many are CONSISTENT.', resolve: ({ tally }) => tally.consistent }),
    softer: t.int({ description: 'Of these, how many are SOFTER.', resolve: ({ tally }) => tally.softer }),
    contrary: t.int({ description: 'Of these, how many are CONTRARY.', resolve: ({ tally }) => tally.contrary }),
    silent: t.int({ description: 'Number of rows that are SILENT.', resolve: ({ tally }) => tally.silent }),
    notCounted: t.int({
      description: 'Number of other rows that do not count, such as words that were read from a vote.',
      resolve: ({ tally }) => tally.notCounted,
    }),
  }),
});

const DeedLeftOut = builder.objectRef<LeftOutShape>('DeedLeftOut').implement({
  description: 'A deed in scope that has no rows, or not those of all parties.',
  fields: (t) => ({
    deed: t.expose('of', { type: Deed, description: 'The deed that is left out.' }),
    reason: t.expose('reason', {
      type: builder.enumType('DeedLeftOutReason', {
        description: 'Why a deed in scope has no rows, or not those of all parties.',
        values: describedValues(deedLeftOutReasons),
      }),
      description: 'Why it has none, or not all.',
    }),
  }),
});

/** Rows that there can be. */
const rowsAtMost = ({ parties, ledger }: Around) => parties * ledger.deeds;

export const WordAndDeed = builder.objectRef<AnswerShape>('WordAndDeed').implement({
  description: 'What parties say beside how they voted.',
  fields: (t) => ({
    parties: t.field({
      type: [PartyWords],
      description: 'One entry per party, in the order of the argument.',
      extensions: cost({ points: (_args, around) => rowsAtMost(around) / 20, rows: partiesCompared }),
      resolve: (answer) => answer.parties.map((party) => ({ party, tally: wordTallyOf(answer, party) })),
    }),
    rows: t.connection({
      type: WordAndDeedRow,
      description: 'One row for each party and deed with a word or a vote.',
      args: {
        verdicts: t.arg({ type: [WordVerdict], description: 'Only rows with these verdicts. Default: all.' }),
        counted: t.arg.boolean({
          description: 'True: only rows that count in a share. False: only those that do not. Default: all.',
        }),
        orderBy: t.arg({
          type: WordAndDeedOrder,
          defaultValue: 'DATE_DESC',
          description: 'Sort order. Default: DATE_DESC.',
        }),
      },
      extensions: cost({
        points: (_args, around) => 10 + rowsAtMost(around) / 20,
        around: (_args, around) => ({ page: Math.min(around.page, rowsAtMost(around)) }),
      }),
      resolve({ rows, snapshot, scope }, { verdicts, counted, orderBy, ...page }, { pageSizes }) {
        const wanted = rows.filter(
          ({ verdict, notCounted }) =>
            (verdicts?.includes(verdict) ?? true) && (counted == null || counted === (notCounted === null)),
        );
        const ordered = orderBy === 'DATE_ASC' ? wanted.toSorted((a, b) => a.day - b.day) : wanted;
        const views = ordered.map((row) => ({ ...row, snapshot, revision: scope.asKnownAt }));
        return connectionOf(views, page, pageSizes, ({ party, of }) => `word ${party.key} ${of.deed.id}`);
      },
    }),
    leftOut: t.field({
      type: [DeedLeftOut],
      description: 'Deeds of claims in scope that have no rows, or not those of all parties, by claim.',
      extensions: cost({ rows: (_args, { ledger }) => ledger.deeds }),
      resolve: ({ leftOut }) => [...leftOut],
    }),
    wordDay: t.expose('wordDay', { type: WordDay, description: 'On which day words were looked up.' }),
    scope: t.field({
      type: Scope,
      description: 'What was looked at, with defaults filled in. `kinds` does not matter here.',
      resolve: ({ scope }) => scope,
    }),
    policy: t.field({
      type: Policy,
      description: 'Which positions count, with defaults filled in. The measure does not matter here.',
      resolve: ({ policy }) => policy,
    }),
    revision: t.int({
      description: 'The ledger revision that the response was computed from.',
      resolve: ({ snapshot }) => snapshot.revision,
    }),
  }),
});
