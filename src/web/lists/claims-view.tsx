import { type Address, recordAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ClaimListDocument } from '../generated/graphql.ts';
import { listsTexts } from '../texts/en-lists.ts';
import { ListFrame, searchFor, wordsIn } from './list-frame.tsx';

/** The claims that parties support or oppose, by their first issue. */
export function ClaimsView({ address }: { readonly address: Address }) {
  const words = wordsIn(address);
  const variables = { search: searchFor(words) };
  const asking = useAnswer(ClaimListDocument, variables);
  const { nodes = [], totalCount = 0 } = asking.data?.propositions ?? {};
  const byIssue = Map.groupBy(nodes, ({ issues }) => issues[0]?.key ?? '');
  return (
    <ListFrame
      path="/proposition"
      title={listsTexts.claims}
      hint={listsTexts.claimsHint}
      words={words}
      asking={asking}
      isEmpty={totalCount === 0}
      document={ClaimListDocument}
      variables={variables}
    >
      {[...byIssue].map(([key, claims]) => (
        <section key={key}>
          <h2>
            {key === '' ? (
              listsTexts.withoutIssue
            ) : (
              <a href={recordAddress('issue', key)}>{claims[0]?.issues[0]?.name}</a>
            )}
          </h2>
          <ul class="listed-rows">
            {claims.map((claim) => (
              <li key={claim.key}>
                <a href={recordAddress('proposition', claim.key)}>{claim.text}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {totalCount > nodes.length && <p class="soft">{listsTexts.part(nodes.length, totalCount)}</p>}
    </ListFrame>
  );
}
