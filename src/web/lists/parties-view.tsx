import { type Address, recordAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { type ListedPartyFragment, PartyListDocument } from '../generated/graphql.ts';
import { listsTexts } from '../texts/en-lists.ts';
import { count } from '../texts/intl.ts';
import { ListFrame, searchFor, wordsIn } from './list-frame.tsx';

/** All parties by name: blocs, countries, and persons with their groups where the ledger has any. */
export function PartiesView({ address }: { readonly address: Address }) {
  const words = wordsIn(address);
  const variables = { search: searchFor(words) };
  const asking = useAnswer(PartyListDocument, variables);
  const { data } = asking;
  const kinds =
    data === null
      ? []
      : (['blocs', 'countries', 'groups', 'people'] as const).filter((kind) => data[kind].totalCount > 0);
  return (
    <ListFrame
      path="/party"
      title={listsTexts.parties}
      hint={listsTexts.partiesHint}
      words={words}
      asking={asking}
      isEmpty={kinds.length === 0}
      document={PartyListDocument}
      variables={variables}
    >
      {data !== null && kinds.map((kind) => <Kind key={kind} title={listsTexts[kind]} found={data[kind]} />)}
    </ListFrame>
  );
}

interface Props {
  readonly title: string;
  readonly found: { readonly totalCount: number; readonly nodes: readonly ListedPartyFragment[] };
}

function Kind({ title, found: { totalCount, nodes } }: Props) {
  return (
    <section aria-label={title}>
      <h2>
        {title} <span class="count">{count(totalCount)}</span>
      </h2>
      <ul class="listed-names">
        {nodes.map(({ key, name }) => (
          <li key={key}>
            <a href={recordAddress('party', key)}>{name}</a>
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && <p class="soft">{listsTexts.part(nodes.length, totalCount)}</p>}
    </section>
  );
}
