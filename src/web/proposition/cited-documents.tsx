import { recordAddress } from '../address/address.ts';
import type { PropositionPageQuery } from '../generated/graphql.ts';
import { givenOf, type Question } from '../record/question.ts';
import { issueTexts } from '../texts/en-issue.ts';
import { dateInWords } from '../words/dates.ts';

interface Props {
  readonly stances: NonNullable<PropositionPageQuery['proposition']>['stances']['nodes'];
  readonly question: Question;
}

/** The documents that show the positions on a proposition, latest first. */
export function CitedDocuments({ stances, question }: Props) {
  const cited = new Map(stances.flatMap(({ citations }) => citations.map(({ document }) => [document.key, document])));
  if (cited.size === 0) return null;
  const documents = [...cited.values()].sort((a, b) => (a.date < b.date ? 1 : -1));
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">
        {issueTexts.documents} <span class="count">{documents.length}</span>
      </h2>
      <ol class="documents">
        {documents.map(({ key, title, date, precision }) => (
          <li key={key}>
            <time dateTime={date}>{dateInWords(date, precision)}</time>
            <a href={recordAddress('document', key, givenOf(question))}>{title}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}
