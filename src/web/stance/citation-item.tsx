import { recordAddress } from '../address/address.ts';
import type { StanceQuery } from '../generated/graphql.ts';
import { dateInWords } from '../words/dates.ts';
import { citationWords, inWords, verificationWords } from '../words/stances.ts';

interface Props {
  readonly citation: NonNullable<StanceQuery['stance']>['citations'][number];
  readonly revision: number | null;
}

/** A citation: the phrase, its location in the document, the document and its addresses. */
export function CitationItem({ citation, revision }: Props) {
  const { document, role, locator, keyPhrase, verification, verifiedAt } = citation;
  const { key, title, publisher, date, precision, kind, addresses } = document;
  return (
    <li>
      {keyPhrase !== null && <q class="key-phrase">{keyPhrase}</q>}
      <p>
        <a href={recordAddress('document', key, { revision })}>{title}</a>
        {locator !== null && `, ${locator}`}
      </p>
      <p class="soft">
        {dateInWords(date, precision)} · {inWords(kind)}
        {publisher !== null && ` · ${publisher}`} · {citationWords[role]} · {verificationWords[verification]}
      </p>
      <ul class="addresses">
        {[...new Set([...addresses.map(({ url }) => url), ...(verifiedAt === null ? [] : [verifiedAt])])].map((url) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {hostOf(url)}
              <span class="unseen"> (opens in a new tab)</span>
              <span aria-hidden="true"> ↗</span>
            </a>
          </li>
        ))}
      </ul>
    </li>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return url;
  }
}
