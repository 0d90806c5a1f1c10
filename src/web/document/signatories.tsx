import { recordAddress, writeAddress } from '../address/address.ts';
import type { DocumentPageQuery } from '../generated/graphql.ts';
import { givenOf, type Question } from '../record/question.ts';
import { documentTexts } from '../texts/en-document.ts';
import { dateInWords } from '../words/dates.ts';

type Document = NonNullable<DocumentPageQuery['document']>;

/** The signatories of a document, with their roles, and dates that differ from the document's. */
export function Signatories({ document, question }: { readonly document: Document; readonly question: Question }) {
  const { signatories, date } = document;
  if (signatories.length === 0) return null;
  const keys = signatories.flatMap(({ party }) => (party === null ? [] : [party.key]));
  return (
    <section aria-labelledby="signatories">
      <h2 id="signatories">
        {documentTexts.signatories} <span class="count">{signatories.length}</span>
      </h2>
      <ul class="memberships">
        {signatories.map(({ party, role, date: on }) => (
          <li key={`${party?.key} ${on}`}>
            {party === null ? (
              documentTexts.notShown
            ) : (
              <a href={recordAddress('party', party.key, givenOf(question))}>{party.name}</a>
            )}
            <span class="soft">
              {' '}
              {on === date ? documentTexts.roles[role] : documentTexts.on(documentTexts.roles[role], dateInWords(on))}
            </span>
          </li>
        ))}
      </ul>
      {keys.length > 1 && (
        <p class="ways">
          <a class="button" href={writeAddress('/compare', { parties: keys, asOf: date, revision: question.revision })}>
            {documentTexts.compareThen}
          </a>
        </p>
      )}
    </section>
  );
}
