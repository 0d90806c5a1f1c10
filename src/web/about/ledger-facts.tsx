import type { AboutQuery } from '../generated/graphql.ts';
import { aboutTexts } from '../texts/en-about.ts';
import { list } from '../texts/intl.ts';
import { dateInWords } from '../words/dates.ts';

/** What the ledger holds, what is known to be missing, and whose records it has. */
export function LedgerFacts({ dataset }: { readonly dataset: AboutQuery['dataset'] }) {
  const { revision, digest, counts, coverage, reviewedOn, knownGaps, sources } = dataset;
  const { earliest, latest } = coverage;
  const described = sources.filter(({ title }) => title !== null);
  return (
    <>
      <section aria-labelledby="ledger">
        <h2 id="ledger">{aboutTexts.ledger}</h2>
        <p>
          {list(aboutTexts.counts(counts))}.{' '}
          {earliest !== null && latest !== null && aboutTexts.covers(dateInWords(earliest), dateInWords(latest))}{' '}
          {reviewedOn !== null && aboutTexts.reviewed(dateInWords(reviewedOn))} {aboutTexts.revision(revision, digest)}
        </p>
      </section>
      {knownGaps.length > 0 && (
        <section aria-labelledby="known-gaps">
          <h2 id="known-gaps">{aboutTexts.gaps}</h2>
          <ul>
            {knownGaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </section>
      )}
      {described.length > 0 && (
        <section aria-labelledby="sources">
          <h2 id="sources">{aboutTexts.sources}</h2>
          <ul>
            {described.map(({ key, title, address, citation, licence, licenceAddress }) => (
              <li key={key}>
                {address === null ? title : <a href={address}>{title}</a>}
                {citation !== null && <>. {citation}</>}
                {licence !== null && (
                  <>
                    . {aboutTexts.terms}
                    {licenceAddress === null ? licence : <a href={licenceAddress}>{licence}</a>}
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
