import { useEffect } from 'preact/hooks';
import type { ComparisonQuery } from '../generated/graphql.ts';
import { dateInWords } from '../words/dates.ts';
import { listInWords } from '../words/lists.ts';
import type { Question } from './question.ts';

interface Props {
  readonly comparison: ComparisonQuery['comparison'];
  readonly question: Question;
  /** The newest revision of the ledger; null while it is not known. */
  readonly newest: number | null;
  readonly ask: (change: Partial<Question>) => void;
}

const mostNames = 4;

/** Says what is compared, on which day and at which revision, and where to if the ledger has gone on. */
export function Title({ comparison, question, newest, ask }: Props) {
  const names = comparison?.parties.map(({ name }) => name) ?? question.parties;
  const who = names.length > mostNames ? `${names.length} parties` : listInWords(names);
  const day = comparison?.scope.asOf ?? question.asOf;
  const title =
    names.length === 0 ? 'Where do they agree?' : names.length === 1 ? `Where ${who} stands` : `Where ${who} agree`;
  useEffect(() => {
    document.title = `${title}${day === null ? '' : `, ${dateInWords(day)}`} – Concord`;
  }, [title, day]);
  const shown = comparison?.scope.asKnownAt ?? null;
  return (
    <header class="title">
      <h1>{title}</h1>
      {day !== null && (
        <p class="standfirst">
          As it stood on <time dateTime={day}>{dateInWords(day)}</time>
          {shown !== null && `, as known at revision ${shown} of the ledger`}.
          {shown !== null && newest !== null && newest > shown && (
            <>
              {' '}
              <button type="button" class="inline" onClick={() => ask({ revision: null })}>
                Show revision {newest}, the newest
              </button>
            </>
          )}
        </p>
      )}
      <p class="address-in-print">{location.href}</p>
    </header>
  );
}
