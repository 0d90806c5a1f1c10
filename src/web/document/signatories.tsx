import { recordAddress, writeAddress } from '../address/address.ts';
import type { DocumentPageQuery, SignatoryRole } from '../generated/graphql.ts';
import { givenOf, type Question } from '../record/question.ts';
import { dateInWords } from '../words/dates.ts';

type Document = NonNullable<DocumentPageQuery['document']>;

const roleWords: Readonly<Record<SignatoryRole, string>> = {
  SIGNED: 'signed it',
  ADOPTED: 'adopted it',
  ASSOCIATED: 'associated itself with it',
  ACCEDED: 'acceded to it',
};

/** The signatories of a document, with their roles, and dates that differ from the document's. */
export function Signatories({ document, question }: { readonly document: Document; readonly question: Question }) {
  const { signatories, date } = document;
  if (signatories.length === 0) return null;
  const keys = signatories.flatMap(({ party }) => (party === null ? [] : [party.key]));
  return (
    <section aria-labelledby="signatories">
      <h2 id="signatories">
        Signatories <span class="count">{signatories.length}</span>
      </h2>
      <ul class="memberships">
        {signatories.map(({ party, role, date: on }) => (
          <li key={`${party?.key} ${on}`}>
            {party === null ? (
              'A party that is not shown'
            ) : (
              <a href={recordAddress('party', party.key, givenOf(question))}>{party.name}</a>
            )}
            <span class="soft">
              {' '}
              {roleWords[role]}
              {on !== date && ` on ${dateInWords(on)}`}
            </span>
          </li>
        ))}
      </ul>
      {keys.length > 1 && (
        <p class="ways">
          <a class="button" href={writeAddress('/compare', { parties: keys, asOf: date, revision: question.revision })}>
            Compare them on that day
          </a>
        </p>
      )}
    </section>
  );
}
