import { recordAddress } from '../address/address.ts';
import type { StanceQuery } from '../generated/graphql.ts';
import { OuterLink } from '../record/outer-link.tsx';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';
import { citationWords, inWords, verificationWords } from '../words/stances.ts';

interface Props {
  readonly citation: NonNullable<StanceQuery['stance']>['citations'][number];
  /** Whether the stance is a vote that came from a table of votes, which nobody read one by one. */
  readonly isVote: boolean;
  readonly revision: number | null;
}

/** A citation: the phrase, its location in the document, the document, its addresses, and which of them were read. */
export function CitationItem({ citation, isVote, revision }: Props) {
  const { document, role, locator, keyPhrase, verification, verifiedAt } = citation;
  const { key, title, publisher, date, precision, kind, addresses, symbol, textAddress } = document;
  // The page that was read for this citation is read, whatever is noted of the document.
  const listed = addresses.filter(({ url }) => url !== verifiedAt);
  const read = verifiedAt === null ? [] : [{ url: verifiedAt, note: null, read: true }];
  return (
    <li>
      {keyPhrase !== null && <q class="key-phrase">{keyPhrase}</q>}
      <p>
        <a href={recordAddress('document', key, { revision })}>{title}</a>
        {locator !== null && `, ${locator}`}
      </p>
      <p class="soft">
        {dateInWords(date, precision)} · {inWords(kind)}
        {publisher !== null && ` · ${publisher}`} · {citationWords[role]} ·{' '}
        {isVote ? texts.stance.importedVote : verificationWords[verification]}
      </p>
      <ul class="addresses">
        {textAddress !== null && (
          <li>
            <OuterLink url={textAddress} label={texts.stance.unDocument(symbol ?? '')} />
          </li>
        )}
        {[...read, ...listed].map((address) => (
          <li key={address.url}>
            <OuterLink url={address.url} {...(isVote && { label: texts.stance.sourceOfVote(address.note) })} />
            {!address.read && <span class="soft"> {texts.stance.notRead}</span>}
          </li>
        ))}
      </ul>
    </li>
  );
}
