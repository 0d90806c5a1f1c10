import './take-away.css';
import { writeAddress } from '../address/address.ts';

interface Props {
  readonly document: { toString(): string };
  readonly variables: unknown;
}

/** Shows the query behind a view, with a link that opens it in the playground. */
export function QueryBehind({ document, variables }: Props) {
  const query = document.toString().trim();
  const given = JSON.stringify(variables, null, 2);
  // In the fragment, which is not sent, so that it may be of any length.
  const playground = `${writeAddress('/graphql')}#${new URLSearchParams({ query, variables: given })}`;
  return (
    <details class="query-behind">
      <summary>The query behind this</summary>
      <p>
        <a class="button" href={playground} target="_blank" rel="noopener">
          Open in playground
        </a>
      </p>
      <h3>Query</h3>
      <pre>{query}</pre>
      <h3>Variables</h3>
      <pre>{given}</pre>
    </details>
  );
}
