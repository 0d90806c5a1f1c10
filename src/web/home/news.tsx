import { recordAddress } from '../address/address.ts';
import type { HomeQuery } from '../generated/graphql.ts';
import { PositionMark } from '../marks/position-mark.tsx';
import { count } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';

interface Props {
  readonly revisions: HomeQuery['revisions']['nodes'];
  readonly stances: HomeQuery['stances']['nodes'];
}

/** The latest positions that parties took, and the latest changes of the ledger. */
export function News({ revisions, stances }: Props) {
  const words = texts.home;
  return (
    <section aria-labelledby="news">
      <h2 id="news">{words.news}</h2>
      {stances.length === 0 && revisions.length === 0 && <p>{words.newsNone}</p>}
      <ul class="news">
        {stances.map(({ key, party, position, proposition, heldFrom }) => (
          <li key={key}>
            <time dateTime={heldFrom}>{dateInWords(heldFrom)}</time>
            <span>
              <a href={recordAddress('party', party.key)}>{party.name}</a> <PositionMark standing={position} />{' '}
              <a href={recordAddress('proposition', proposition.key, { stance: key })}>{proposition.text}</a>
            </span>
          </li>
        ))}
        {revisions.map(({ number, time, message }) => (
          <li key={number}>
            <time dateTime={time}>{dateInWords(time.slice(0, 10))}</time>
            <span>
              {texts.capital(texts.frame.revision(count(number)))}: {message}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
