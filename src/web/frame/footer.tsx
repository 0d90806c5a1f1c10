import { useAnswer } from '../api/use-answer.ts';
import { SourcesDocument } from '../generated/graphql.ts';

/** Whose records are shown and on which terms: whoever uses a number has to say so. Nothing until it is known. */
export function Footer() {
  const sources = useAnswer(SourcesDocument, {}).data?.dataset.sources ?? [];
  const described = sources.filter(({ title }) => title !== null);
  if (described.length === 0) return null;
  return (
    <footer class="page-footer">
      <h2>Sources</h2>
      <ul>
        {described.map(({ key, title, citation, licence, licenceAddress, address }) => (
          <li key={key}>
            {address === null ? title : <a href={address}>{title}</a>}
            {citation !== null && <>. {citation}</>}
            {licence !== null && (
              <>. Terms: {licenceAddress === null ? licence : <a href={licenceAddress}>{licence}</a>}</>
            )}
          </li>
        ))}
      </ul>
    </footer>
  );
}
