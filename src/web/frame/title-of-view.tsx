import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { dateInWords } from '../words/dates.ts';

interface Props {
  readonly title: string;
  /** The day that is shown; null while loading. */
  readonly day: string | null;
  /** The revision that is shown; null while loading. */
  readonly shown: number | null;
  /** The newest revision of the ledger; null while loading. */
  readonly newest: number | null;
  readonly onNewest: () => void;
  readonly children?: ComponentChildren;
}

/** The heading of a view with its day and revision, and a link to a newer revision if there is one. */
export function TitleOfView({ title, day, shown, newest, onNewest, children }: Props) {
  useEffect(() => {
    document.title = `${title}${day === null ? '' : `, ${dateInWords(day)}`} – Concord`;
  }, [title, day]);
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
              <button type="button" class="inline" onClick={onNewest}>
                Show revision {newest}, the newest
              </button>
            </>
          )}
        </p>
      )}
      {children}
    </header>
  );
}
