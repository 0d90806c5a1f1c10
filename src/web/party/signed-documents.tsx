import { recordAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useFirst } from '../frame/use-first.tsx';
import { SignedDocumentsDocument } from '../generated/graphql.ts';
import { givenOf, type Question } from '../record/question.ts';
import { partyTexts } from '../texts/en-party.ts';
import { dateInWords } from '../words/dates.ts';
import { inWords } from '../words/stances.ts';

interface Props {
  readonly party: string;
  readonly name: string;
  readonly question: Question;
}

const firstShown = 20;

/** The documents that a party signed, latest first. */
export function SignedDocumentList({ party, name, question }: Props) {
  const { data, error } = useAnswer(SignedDocumentsDocument, { signatories: [party], asKnownAt: question.revision });
  const { shown, rest } = useFirst(data?.documents.nodes ?? [], firstShown);
  if (error !== null) return <p class="soft">{partyTexts.signedFailed(name)}</p>;
  if (data === null || data.documents.totalCount === 0) return null;
  const { totalCount, nodes } = data.documents;
  return (
    <section aria-labelledby="signed">
      <h2 id="signed">
        {partyTexts.signed} <span class="count">{totalCount}</span>
      </h2>
      <ol class="documents">
        {shown.map(({ key, title, date, precision, kind, publisher }) => (
          <li key={key}>
            <time dateTime={date}>{dateInWords(date, precision)}</time>
            <span>
              <a href={recordAddress('document', key, givenOf(question))}>{title}</a>
              <span class="soft">
                {' '}
                {inWords(kind)}
                {publisher !== null && `, ${publisher}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {rest}
      {totalCount > nodes.length && <p class="soft">{partyTexts.latest(nodes.length)}</p>}
    </section>
  );
}
