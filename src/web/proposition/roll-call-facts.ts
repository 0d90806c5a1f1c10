import type { PropositionPageQuery, TextScope } from '../generated/graphql.ts';
import { dateInWords } from '../words/dates.ts';

type RollCallAnswer = NonNullable<PropositionPageQuery['proposition']>['rollCall'];

const scopeWords: Readonly<Record<TextScope, string>> = {
  WHOLE: 'the whole text',
  PARAGRAPH: 'a paragraph or another part',
  AMENDMENT: 'an amendment',
  UNKNOWN: 'not recorded',
};

/** The facts about a vote, by label; none for a claim. */
export function rollCallFacts(rollCall: RollCallAnswer): readonly (readonly [string, string | null])[] {
  if (rollCall === null) return [];
  const { body, session, symbol, tabledOn, tabledOnPrecision, textScope, important, yes, no, abstain } = rollCall;
  const tally = [
    [yes, 'for'],
    [no, 'against'],
    [abstain, 'abstaining'],
  ].flatMap(([count, words]) => (count === null ? [] : [`${count} ${words}`]));
  return [
    ['Voted in', `${body}, session ${session}${symbol === null ? '' : `, ${symbol}`}`],
    ['Voted on', dateInWords(tabledOn, tabledOnPrecision)],
    ['Vote on', scopeWords[textScope]],
    ['Important', important === true ? 'as the US Department of State listed it' : null],
    ['Tally', tally.length === 0 ? null : tally.join(', ')],
  ];
}
