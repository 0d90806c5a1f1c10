import { useEffect } from 'preact/hooks';
import type { Address } from '../address/address.ts';
import { navigate } from '../address/navigate.ts';
import { presentAddress } from '../address/present-address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { VotesDocument } from '../generated/graphql.ts';
import { Loading } from '../states/loading.tsx';
import { Problem } from '../states/problem.tsx';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { votesTexts } from '../texts/en-votes.ts';
import { texts } from '../texts/texts.ts';
import { VoteFilters } from './filters.tsx';
import { PrintedFilters } from './printed-filters.tsx';
import { type Ask, addressOf, filtersIn, type Question, readQuestion, variablesOf } from './question.ts';
import { VoteRow } from './vote-row.tsx';
import '../record/record.css';
import './votes.css';

/** The votes that fit the words and filters of the address, newest first. */
export function VotesView({ address }: { readonly address: Address }) {
  const question = readQuestion(address);
  const variables = variablesOf(question);
  const asking = useAnswer(VotesDocument, variables);
  const ask: Ask = (change, how = 'push') => {
    navigate(addressOf({ ...readQuestion(presentAddress()), after: null, ...change }), how);
  };
  const { data, error, loading } = asking;
  const found = data?.rollCalls ?? null;
  useEffect(() => {
    document.title = texts.tab(question.words === '' ? votesTexts.title : `${question.words} – ${votesTexts.title}`);
  }, [question.words]);
  return (
    <article class="record votes-view" aria-busy={loading}>
      <header class="title">
        <h1>{votesTexts.title}</h1>
        <PrintedFilters question={question} />
      </header>
      <VoteFilters question={question} ask={ask} named={partiesIn(found?.nodes ?? [])} />
      {error !== null && <Problem error={error} retry={asking.retry} />}
      {found === null && error === null && <Loading what={texts.states.what.votes} slow={asking.slow} />}
      {found !== null && error === null && (
        <>
          <p class="votes-found" role="status">
            {found.totalCount > 0
              ? votesTexts.found(found.totalCount)
              : isOpen(question)
                ? votesTexts.nothingHeld
                : votesTexts.none}
          </p>
          <ol class="votes">
            {found.nodes.map((vote) => (
              <VoteRow key={vote.key} vote={vote} question={question} />
            ))}
          </ol>
          {(found.pageInfo.hasNextPage || question.after !== null) && (
            <nav class="next-page" aria-label={votesTexts.pages}>
              <span class="soft">{votesTexts.page(found.nodes.length, found.totalCount)}</span>
              {question.after !== null && (
                <a class="button" href={addressOf({ ...question, after: null })}>
                  {votesTexts.first}
                </a>
              )}
              {found.pageInfo.hasNextPage && (
                <a class="button" href={addressOf({ ...question, after: found.pageInfo.endCursor })}>
                  {votesTexts.next}
                </a>
              )}
            </nav>
          )}
          <QueryBehind document={VotesDocument} variables={variables} />
        </>
      )}
    </article>
  );
}

/** Whether nothing restricts the votes. */
const isOpen = (question: Question) => question.words.trim() === '' && filtersIn(question) === 0;

type Shown = NonNullable<Parameters<typeof VoteRow>[0]['vote']>;

/** The parties whose votes are shown, by key, with their names as the answer has them. */
const partiesIn = (votes: readonly Shown[]): ReadonlyMap<string, string> =>
  new Map(votes.flatMap(({ stances }) => stances?.nodes ?? []).map(({ party }) => [party.key, party.name]));
