import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { count } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';

interface Props {
  readonly title: string;
  /** The title of the browser's tab, if it is another. */
  readonly tab?: string;
  /** What the view is about besides its title, such as "recorded votes on “Human rights”". */
  readonly scope: string;
  /** The day that is shown; null while loading. */
  readonly day: string | null;
  /** The revision that is shown; null while loading. */
  readonly shown: number | null;
  /** The newest revision of the ledger; null while loading. */
  readonly newest: number | null;
  readonly onNewest: () => void;
  readonly children?: ComponentChildren;
}

/** The heading of a view with its day, scope and revision, and a link to a newer revision if there is one. */
export function TitleOfView({ title, tab = title, scope, day, shown, newest, onNewest, children }: Props) {
  useEffect(() => {
    document.title = texts.tab(`${tab}${day === null ? '' : `, ${dateInWords(day)}`}`);
  }, [tab, day]);
  return (
    <header class="title">
      <h1>{title}</h1>
      {day !== null && (
        <p class="standfirst">
          {texts.frame.asOf}
          <time dateTime={day}>{dateInWords(day)}</time>
          <span class="dot"> · </span>
          {scope}
          {shown !== null && (
            <>
              <span class="dot"> · </span>
              {texts.frame.revision(count(shown))}
            </>
          )}
          {shown !== null && newest !== null && newest > shown && (
            <>
              {' '}
              <button type="button" class="inline" onClick={onNewest}>
                {texts.frame.oldRevision(count(newest))}
              </button>
            </>
          )}
        </p>
      )}
      {children}
    </header>
  );
}
