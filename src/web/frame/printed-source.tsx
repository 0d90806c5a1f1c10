import { useAnswer } from '../api/use-answer.ts';
import { SourcesDocument } from '../generated/graphql.ts';

/** Whose records a printed page shows, on which terms, and its address: on paper only, on the first page. */
export function PrintedSource() {
  const sources = useAnswer(SourcesDocument, {}).data?.dataset.sources ?? [];
  return (
    <div class="print-only printed-source">
      {sources.flatMap(({ key, title, licence }) =>
        title === null ? [] : [<p key={key}>{licence === null ? title : `${title} (${licence})`}</p>],
      )}
      <p>{location.href}</p>
    </div>
  );
}
