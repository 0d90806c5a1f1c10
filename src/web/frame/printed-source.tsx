import { useEffect, useState } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { SourcesDocument } from '../generated/graphql.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords, today } from '../words/dates.ts';

/** Whose records a printed page shows, on which terms, its address and the day: on paper only, above whatever view is printed. */
export function PrintedSource() {
  const [address, show] = useState(location.href);
  // A view may have written the day and the revision that it shows into its address without a word.
  useEffect(() => {
    const paper = matchMedia('print');
    const look = () => show(location.href);
    paper.addEventListener('change', look);
    return () => paper.removeEventListener('change', look);
  }, []);
  const sources = useAnswer(SourcesDocument, {}).data?.dataset.sources ?? [];
  return (
    <div class="print-only printed-source">
      {sources.flatMap(({ key, title, licence }) =>
        title === null ? [] : [<p key={key}>{licence === null ? title : `${title} (${licence})`}</p>],
      )}
      <p>{address}</p>
      <p>{texts.frame.printed(dateInWords(today()))}</p>
    </div>
  );
}
