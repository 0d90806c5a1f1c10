import { type Address, recordAddress, writeAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Choice } from '../fields/choice.tsx';
import { DocumentListDocument } from '../generated/graphql.ts';
import { listsTexts } from '../texts/en-lists.ts';
import { dateInWords } from '../words/dates.ts';
import { inWords } from '../words/stances.ts';
import { documentKinds } from './document-kinds.ts';
import { change, ListFrame, searchFor, wordsIn } from './list-frame.tsx';

/** The documents but the records of votes, the latest first. */
export function DocumentsView({ address }: { readonly address: Address }) {
  const words = wordsIn(address);
  const kind = documentKinds.find((one) => one === address.parameters.get('kind')) ?? null;
  const after = address.parameters.get('after');
  const variables = { search: searchFor(words), kinds: kind === null ? documentKinds : [kind], after };
  const asking = useAnswer(DocumentListDocument, variables);
  const found = asking.data?.documents ?? null;
  const given = { q: words || null, kind };
  return (
    <ListFrame
      path="/document"
      title={listsTexts.documents}
      hint={listsTexts.documentsHint}
      words={words}
      asking={asking}
      isEmpty={found?.totalCount === 0}
      document={DocumentListDocument}
      variables={variables}
      tools={
        <Choice
          label={listsTexts.documentKind}
          value={kind ?? ''}
          options={[['', listsTexts.anyKind], ...documentKinds.map((one) => [one, inWords(one)] as const)]}
          change={(value) => change('/document', { kind: value }, 'push')}
        />
      }
    >
      <p class="soft">
        {listsTexts.documentsNote}
        <a href={writeAddress('/votes')}>{listsTexts.votes}</a>.
      </p>
      <ol class="documents">
        {(found?.nodes ?? []).map(({ key, title, publisher, kind: of, date, precision }) => (
          <li key={key}>
            <time dateTime={date}>{dateInWords(date, precision)}</time>
            <span>
              <a href={recordAddress('document', key)}>{title}</a>{' '}
              <span class="soft">{[inWords(of), publisher].filter(Boolean).join(', ')}</span>
            </span>
          </li>
        ))}
      </ol>
      {found !== null && (found.pageInfo.hasNextPage || after !== null) && (
        <nav class="next-page" aria-label={listsTexts.pages}>
          <span class="soft">{listsTexts.page(found.nodes.length, found.totalCount)}</span>
          {after !== null && (
            <a class="button" href={writeAddress('/document', given)}>
              {listsTexts.first}
            </a>
          )}
          {found.pageInfo.hasNextPage && (
            <a class="button" href={writeAddress('/document', { ...given, after: found.pageInfo.endCursor })}>
              {listsTexts.next}
            </a>
          )}
        </nav>
      )}
    </ListFrame>
  );
}
