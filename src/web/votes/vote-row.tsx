import { recordAddress } from '../address/address.ts';
import type { VotesQuery } from '../generated/graphql.ts';
import { votedTexts, votesTexts } from '../texts/en-votes.ts';
import { TallyBar } from '../vote/tally-bar.tsx';
import { votedAs } from '../vote/voted.ts';
import { dateInWords } from '../words/dates.ts';
import type { Question } from './question.ts';

interface Props {
  readonly vote: VotesQuery['rollCalls']['nodes'][number];
  readonly question: Pick<Question, 'revision'>;
}

/** One vote in a list: when, on what, and how it went. */
export function VoteRow({ vote, question: { revision } }: Props) {
  const { key, rollCall, issues, stances } = vote;
  if (rollCall === null) return null;
  const { title, readableText, body, series, symbol, tabledOn, tabledOnPrecision, textScope, result } = rollCall;
  const scope = votesTexts.scopes[textScope];
  const facts = [votesTexts.bodies[body] ?? body, votesTexts.session(series), symbol, scope].filter(Boolean);
  return (
    <li class="vote">
      <time dateTime={tabledOn}>{dateInWords(tabledOn, tabledOnPrecision)}</time>
      <div>
        <h2>
          <a href={recordAddress('vote', key, { revision })}>{title}</a>
        </h2>
        <p class="vote-facts">
          {facts.join(' · ')}
          {issues.map((issue) => (
            <span key={issue.key}>
              {' · '}
              <a href={recordAddress('issue', issue.key, { revision })}>{issue.name}</a>
            </span>
          ))}
        </p>
        {saysMore(title, readableText) && (
          <details class="vote-text">
            <summary>{votesTexts.text}</summary>
            <p>{readableText}</p>
          </details>
        )}
      </div>
      <div class="vote-result">
        <TallyBar tally={rollCall} />
        {result !== null && result !== 'MORE_FOR' && <p class="vote-outcome">{votesTexts.results[result]}</p>}
        {stances !== undefined && (
          <ul class="vote-parties">
            {stances.nodes.map(({ party, position }) => (
              <li key={party.key}>
                {party.name}:{' '}
                <span class={`voted voted-${votedAs(position).toLowerCase()}`}>
                  {votedTexts[votedAs(position)].word}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

/** Whether a text says more than its title. */
const saysMore = (title: string, text: string) => !title.startsWith(text.replace(/ ?: resol.*$/, ''));
