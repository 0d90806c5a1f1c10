import { useAnswer } from '../api/use-answer.ts';
import { SourcesDocument } from '../generated/graphql.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords, today } from '../words/dates.ts';

/** Whose records a printed page shows, on which terms, its address and the day: on paper only, above whatever view is printed. */
export function PrintedSource() {
  const sources = useAnswer(SourcesDocument, {}).data?.dataset.sources ?? [];
  return (
    <div class="print-only printed-source">
      {sources.flatMap(({ key, title, licence }) =>
        title === null ? [] : [<p key={key}>{licence === null ? title : `${title} (${licence})`}</p>],
      )}
      <p>{location.href}</p>
      <p>{texts.frame.printed(dateInWords(today()))}</p>
    </div>
  );
}
