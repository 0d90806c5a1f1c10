import type { HomeQuery } from '../generated/graphql.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';

/** What is in the ledger, until when, and how much is known to be missing. */
export function Ledger({ dataset }: { readonly dataset: HomeQuery['dataset'] }) {
  const { counts, coverage, reviewedOn, knownGaps } = dataset;
  const words = texts.home;
  const numbers: readonly (readonly [number, (number: number) => string])[] = [
    [counts.claims, words.claims],
    [counts.rollCalls, words.votes],
    [counts.stances, words.stances],
    [counts.documents, words.documents],
    [counts.countries, words.countries],
    [counts.blocs, words.blocs],
  ];
  const { earliest, latest } = coverage;
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger">{words.ledger}</h2>
      {counts.stances === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <>
          <ul class="numbers">
            {numbers
              .filter(([number]) => number > 0)
              .map(([number, inWords]) => (
                <li key={inWords(number)}>{inWords(number)}</li>
              ))}
          </ul>
          <p class="soft">
            {[
              ...(earliest !== null && latest !== null
                ? [words.period(dateInWords(earliest), dateInWords(latest))]
                : []),
              ...(reviewedOn !== null ? [words.reviewed(dateInWords(reviewedOn))] : []),
            ].join('; ')}
          </p>
          {knownGaps.length > 0 && (
            <details>
              <summary>{texts.frame.footer.gaps(knownGaps.length)}</summary>
              <ul>
                {knownGaps.map((gap) => (
                  <li key={gap}>{gap}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}
