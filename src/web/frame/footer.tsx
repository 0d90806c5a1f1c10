import { writeAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { SourcesDocument } from '../generated/graphql.ts';
import { count } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';

/** Whose records are shown and on which terms, at which revision, what is missing, and where to go from here. */
export function Footer() {
  const dataset = useAnswer(SourcesDocument, {}).data?.dataset ?? null;
  const described = dataset?.sources.filter(({ title }) => title !== null) ?? [];
  const gaps = dataset?.knownGaps ?? [];
  const words = texts.frame.footer;
  return (
    <footer class="page-footer">
      <p>{words.what}</p>
      <nav aria-label={words.label}>
        <a href={writeAddress('/about')}>{words.about}</a>
        <a href={writeAddress('/graphql')}>{words.api}</a>
        <a href={writeAddress('/q/')}>{words.queries}</a>
        <a href={writeAddress('/exports/')}>{words.exports}</a>
        {dataset !== null && (
          <span>
            {words.ledger(count(dataset.revision))}
            {dataset.digest !== null && (
              <span title={dataset.digest}>, {texts.share.digest(dataset.digest.slice(0, 12))}</span>
            )}
          </span>
        )}
      </nav>
      {described.length > 0 && (
        <details open>
          <summary>{words.sources}</summary>
          <ul>
            {described.map(({ key, title, citation, licence, licenceAddress, address, reviewedOn }) => (
              <li key={key}>
                {address === null ? title : <a href={address}>{title}</a>}
                {citation !== null && <>. {citation}</>}
                {licence !== null && (
                  <>
                    . {words.terms}
                    {licenceAddress === null ? licence : <a href={licenceAddress}>{licence}</a>}
                  </>
                )}
                {reviewedOn !== null && <>. {words.reviewed(dateInWords(reviewedOn))}</>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {gaps.length > 0 && (
        <details>
          <summary id="gaps">{words.gaps(gaps.length)}</summary>
          <ul>
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </details>
      )}
    </footer>
  );
}
