import { recordAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { MovesDocument, type MovesQueryVariables } from '../generated/graphql.ts';
import { PositionMark } from '../marks/position-mark.tsx';
import { recordTexts } from '../texts/en-records.ts';
import { dateInWords } from '../words/dates.ts';
import { type Asked, givenOf } from './question.ts';

interface Props extends Asked {
  readonly title: string;
  /** Whose stances, or on what. */
  readonly filter: MovesQueryVariables['filter'];
  readonly day: string;
  /** What is the same in all of them, and is not repeated. */
  readonly without: 'party' | 'proposition' | null;
}

const mostShown = 8;

/** The latest changes of position up to the day, from which to which; nothing where there is none. */
export function Moves({ title, filter, day, without, question, ask }: Props) {
  const variables = { filter: { kinds: ['CLAIM' as const], ...filter }, asKnownAt: question.revision };
  const { data } = useAnswer(MovesDocument, variables);
  const given = givenOf(question);
  const moves = (data?.stances.nodes ?? [])
    .flatMap((stance) => {
      const { previous } = stance;
      const isMove = previous !== null && previous.position !== stance.position && stance.heldFrom <= day;
      return isMove ? [{ stance, from: previous.position }] : [];
    })
    .slice(0, mostShown);
  if (moves.length === 0) return null;
  return (
    <section aria-labelledby="moves">
      <h2 id="moves">{title}</h2>
      <ol class="moves">
        {moves.map(({ stance: { key, party, proposition, position, heldFrom, heldFromPrecision }, from }) => (
          <li key={key}>
            <time dateTime={heldFrom}>{dateInWords(heldFrom, heldFromPrecision)}</time>
            <span>
              {without !== 'party' && (
                <>
                  <a href={recordAddress('party', party.key, given)}>{party.name}</a>{' '}
                </>
              )}
              {without !== 'proposition' && (
                <a class="move-what" href={recordAddress('proposition', proposition.key, given)}>
                  {proposition.text}
                </a>
              )}
            </span>
            <button type="button" class="mark-button" aria-haspopup="dialog" onClick={() => ask({ stance: key })}>
              <PositionMark standing={from} />
              <span aria-hidden="true"> → </span>
              <span class="unseen">{recordTexts.became}</span>
              <PositionMark standing={position} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
