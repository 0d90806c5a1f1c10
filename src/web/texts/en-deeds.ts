import type { WordNotCountedReason, WordVerdict } from '../generated/graphql.ts';
import { count, list, percent } from './intl.ts';

const leftOut: Readonly<Record<WordNotCountedReason, string>> = {
  BASIS_WEIGHTLESS: 'its basis does not count',
  NEUTRAL_EXCLUDED: 'neutral is excluded',
  SAME_VOTE: 'its word was read from this vote',
  SILENT: 'only one is known',
  UNANIMOUS_ROLL_CALL: 'the vote was unanimous',
  WORD_IS_VOTE: 'its word was read from votes',
};

/** The texts of the words and deeds of a party. */
export const deedTexts = {
  title: 'Word and deed',
  day: 'Its word is the position of',
  days: { AS_OF: 'the day shown', ON_THE_DAY: 'the day of each vote' },
  sum(
    name: string,
    {
      n,
      consistent,
      softer,
      contrary,
      share,
    }: Readonly<Record<'n' | 'consistent' | 'softer' | 'contrary', number>> & { readonly share: number | null },
  ) {
    if (share === null) return `Of ${name} no word can be put beside a vote of its own here.`;
    const others = [
      ...(softer > 0 ? [`milder or firmer in ${count(softer)}`] : []),
      ...(contrary > 0 ? [`contrary to it in ${count(contrary)}`] : []),
    ];
    const rest = others.length === 0 ? '' : `; ${list(others)}`;
    return `${name} voted as it says in ${count(consistent)} of ${count(n)} ${n === 1 ? 'vote' : 'votes'} that ${n === 1 ? 'counts' : 'count'} (${percent(share)})${rest}.`;
  },
  note: 'Votes on texts that say the same as a claim, or the contrary. Votes after which a country changed its mind count as well, and a text says more than the claim.',
  claim: 'Claim',
  word: 'What it says',
  vote: 'How it voted',
  together: 'Together',
  notOf: 'on a text to the contrary',
  verdicts: {
    CONSISTENT: 'the same',
    SOFTER: 'softer',
    CONTRARY: 'contrary',
    SILENT: 'only one is known',
  } satisfies Record<WordVerdict, string>,
  since: (day: string) => `since ${day}`,
  leftOut: (reason: WordNotCountedReason) => `not counted: ${leftOut[reason]}`,
  shown: (shown: number, total: number) => `The latest ${count(shown)} of ${count(total)} are shown.`,
} as const;
