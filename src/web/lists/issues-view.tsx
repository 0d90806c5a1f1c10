import { type Address, recordAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { IssueListDocument } from '../generated/graphql.ts';
import { listsTexts } from '../texts/en-lists.ts';
import { ListFrame, searchFor, wordsIn } from './list-frame.tsx';

/** All issues by name, and how many propositions are about each. */
export function IssuesView({ address }: { readonly address: Address }) {
  const words = wordsIn(address);
  const variables = { search: searchFor(words) };
  const asking = useAnswer(IssueListDocument, variables);
  const issues = asking.data?.issues.nodes ?? [];
  return (
    <ListFrame
      path="/issue"
      title={listsTexts.issues}
      hint={listsTexts.issuesHint}
      words={words}
      asking={asking}
      isEmpty={issues.length === 0}
      document={IssueListDocument}
      variables={variables}
    >
      <ul class="listed-rows">
        {issues.map(({ key, name, summary, propositions }) => (
          <li key={key}>
            <a href={recordAddress('issue', key)}>{name}</a>{' '}
            <span class="soft">{listsTexts.about(propositions.totalCount)}</span>
            {summary !== null && <p class="soft">{summary}</p>}
          </li>
        ))}
      </ul>
    </ListFrame>
  );
}
