import { writeAddress } from '../address/address.ts';
import { texts } from '../texts/texts.ts';
import { CopyField } from './copy-field.tsx';
import { curlOf, formulaOf, type StoredTable } from './query-elsewhere.ts';
import './take-away.css';

interface Props {
  readonly document: { toString(): string };
  readonly variables: unknown;
  /** The stored query that returns the view as a table, if there is one. */
  readonly table?: StoredTable;
}

/** The query behind a view: in the playground, as a command, as a formula of a spreadsheet, and its text. */
export function QueryBehind({ document, variables, table }: Props) {
  const query = document.toString().trim();
  const given = JSON.stringify(variables, null, 2);
  // In the fragment, which is not sent, so that it may be of any length.
  const playground = `${writeAddress('/graphql')}#${new URLSearchParams({ query, variables: given })}`;
  const words = texts.share;
  return (
    <details class="query-behind">
      <summary>{words.behind}</summary>
      <p>
        <a class="button" href={playground} target="_blank" rel="noopener">
          {words.playground}
        </a>
      </p>
      <CopyField label={words.curl} text={curlOf(query, variables)} />
      {table !== undefined && <CopyField label={words.formula} hint={words.formulaHow} text={formulaOf(table)} />}
      <CopyField label={words.query} text={query} />
      <CopyField label={words.variables} text={given} />
    </details>
  );
}
