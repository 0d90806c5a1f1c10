import type { Address } from '../address/address.ts';
import { DocumentPageDocument, type DocumentPageQuery } from '../generated/graphql.ts';
import { Facts } from '../record/facts.tsx';
import { OuterLink } from '../record/outer-link.tsx';
import { type Asked, addressOf } from '../record/question.ts';
import { RecordFrame } from '../record/record-frame.tsx';
import { StanceTable } from '../record/stance-table.tsx';
import { stancesCsv } from '../record/stances-csv.ts';
import { useRecord } from '../record/use-record.ts';
import { withProvenance } from '../take-away/provenance.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { TakeAway } from '../take-away/take-away.tsx';
import { takenStances } from '../take-away/taken-stances.ts';
import { documentTexts } from '../texts/en-document.ts';
import { recordTexts } from '../texts/en-records.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';
import { inWords, verificationWords } from '../words/stances.ts';
import { Passages } from './passages.tsx';
import { Signatories } from './signatories.tsx';

/** A document: its signatories, its passages, the positions that it shows, and its addresses. */
export function DocumentView({ address }: { readonly address: Address }) {
  const asked = useRecord('document', address, DocumentPageDocument, ({ key, asKnownAt }) => ({ key, asKnownAt }));
  const document = asked.asking.data?.document ?? null;
  return (
    <RecordFrame
      {...asked}
      kind={document === null ? documentTexts.kind : texts.capital(inWords(document.kind))}
      title={document?.title ?? null}
      isThere={document !== null}
    >
      {document !== null && <DocumentShown {...asked} document={document} />}
    </RecordFrame>
  );
}

interface Props extends Asked {
  readonly document: NonNullable<DocumentPageQuery['document']>;
  readonly variables: unknown;
}

function DocumentShown({ document, variables, question, ask }: Props) {
  const { key, title, publisher, date, precision, symbol, textAddress, verification, note, addresses, stances } =
    document;
  const change = { question, ask };
  const isVote = stances.nodes.some(({ proposition }) => proposition.kind === 'ROLL_CALL');
  const provenance = { asOf: null, asKnownAt: question.revision, scope: { document: key } };
  const taken = () => takenStances({ document: key }, question.revision);
  return (
    <>
      {note !== null && <p class="note">{note}</p>}
      <Facts
        facts={[
          [documentTexts.date, <time dateTime={date}>{dateInWords(date, precision)}</time>],
          [documentTexts.publisher, publisher],
          [documentTexts.symbol, symbol],
          [documentTexts.checked, isVote ? texts.stance.importedVote : verificationWords[verification]],
          [
            documentTexts.readAt,
            addresses.length === 0 && textAddress === null ? null : (
              <>
                {textAddress !== null && (
                  <span class="listed">
                    <OuterLink url={textAddress} label={texts.stance.unDocument(symbol ?? '')} />
                  </span>
                )}
                {addresses.map(({ url, read, note: about }) => (
                  <span key={url} class="listed">
                    <OuterLink url={url} {...(isVote && { label: texts.stance.sourceOfVote(about) })} />
                    {!isVote && (
                      <span class="soft">
                        {' '}
                        {read ? texts.stance.read : texts.stance.notRead}
                        {about !== null && `; ${about}`}
                      </span>
                    )}
                  </span>
                ))}
              </>
            ),
          ],
          [recordTexts.key, key],
        ]}
      />
      <Signatories document={document} question={question} />
      <Passages passages={document.passages} {...change} />
      <section aria-labelledby="shows">
        <h2 id="shows">
          {documentTexts.shows} <span class="count">{stances.totalCount}</span>
        </h2>
        {stances.totalCount === 0 ? (
          <p class="soft">{documentTexts.showsNone}</p>
        ) : (
          <StanceTable stances={stances.nodes} caption={documentTexts.showsOf(title)} {...change} />
        )}
        {stances.totalCount > stances.nodes.length && (
          <p class="soft">{recordTexts.shownOf(stances.nodes.length, stances.totalCount)}</p>
        )}
      </section>
      <TakeAway
        address={addressOf(question)}
        {...(question.revision !== null && {
          cited: { title, scope: dateInWords(date, precision), revision: question.revision },
        })}
        name={`concord-document-${key}-revision-${question.revision ?? 'newest'}`}
        forms={{
          csv: async () => stancesCsv(await taken(), provenance),
          json: async () =>
            withProvenance(provenance, variables, { document: { ...document, stances: await taken() } }),
        }}
      />
      <QueryBehind document={DocumentPageDocument} variables={variables} />
    </>
  );
}
