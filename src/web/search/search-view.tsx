import { useEffect } from 'preact/hooks';
import { type Address, writeAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { type SearchKind, SearchPageDocument, type SearchPageQuery } from '../generated/graphql.ts';
import { Loading } from '../states/loading.tsx';
import { Problem } from '../states/problem.tsx';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { kindTexts, searchTexts } from '../texts/en-search.ts';
import { count, list } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';
import { addressOfHit, detailOfHit } from './hit.ts';
import { SearchBox } from './search-box.tsx';
import '../record/record.css';
import './search.css';

const usual = 5;
const most = 100;
const mostCharacters = 200;

/** Everything that the words of the address find, by kind; one kind in full where the address names it. */
export function SearchView({ address }: { readonly address: Address }) {
  const text = (address.parameters.get('q') ?? '').trim().slice(0, mostCharacters);
  const only = groups.find(({ kind }) => kind === address.parameters.get('kind'))?.kind ?? null;
  const variables = text === '' ? null : { text, first: only === null ? usual : most };
  const { data, error, loading, slow, retry } = useAnswer(SearchPageDocument, variables);
  useEffect(() => {
    document.title = texts.tab(searchTexts.title(text));
  }, [text]);
  const shown = groups.filter(({ kind }) => only === null || kind === only);
  const total = data === null ? 0 : shown.reduce((sum, { of }) => sum + data[of].totalCount, 0);
  return (
    <article class="record search-view" aria-busy={loading}>
      <header class="title">
        <h1>{searchTexts.title(text)}</h1>
      </header>
      <SearchBox text={text} />
      {text === '' && <p class="soft">{searchTexts.begin}</p>}
      {error !== null && <Problem error={error} retry={retry} />}
      {text !== '' && data === null && error === null && <Loading what={texts.states.what.hits} slow={slow} />}
      {text !== '' && data !== null && error === null && (
        <>
          <p role="status">
            {total === 0 ? `${searchTexts.none(text)} ${searchTexts.advice}` : searchTexts.hits(total)}
          </p>
          <Together parties={data.parties.nodes} text={text} />
          {shown.map(({ kind, of }) => (
            <Group key={kind} kind={kind} found={data[of]} text={text} isAlone={only !== null} />
          ))}
          <QueryBehind document={SearchPageDocument} variables={variables} />
        </>
      )}
    </article>
  );
}

type Found = SearchPageQuery['parties'];

const groups = [
  { kind: 'PARTY', of: 'parties' },
  { kind: 'ISSUE', of: 'issues' },
  { kind: 'CLAIM', of: 'claims' },
  { kind: 'ROLL_CALL', of: 'votes' },
  { kind: 'DOCUMENT', of: 'documents' },
  { kind: 'PASSAGE', of: 'passages' },
] as const satisfies readonly { readonly kind: SearchKind; readonly of: keyof SearchPageQuery }[];

interface GroupProps {
  readonly kind: SearchKind;
  readonly found: Found;
  readonly text: string;
  readonly isAlone: boolean;
}

function Group({ kind, found: { totalCount, nodes }, text, isAlone }: GroupProps) {
  if (totalCount === 0) return null;
  const id = `found-${kind.toLowerCase()}`;
  const all = kind === 'ROLL_CALL' ? writeAddress('/votes', { q: text }) : writeAddress('/search', { q: text, kind });
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {kindTexts[kind].heading} <span class="count">{count(totalCount)}</span>
      </h2>
      <ul class="search-list">
        {nodes.map((hit) => (
          <li key={hit.key}>
            <a href={addressOfHit(hit)}>{hit.title}</a> <span class="soft">{detailOfHit(hit)}</span>
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && (!isAlone || kind === 'ROLL_CALL') && (
        <p>
          <a class="button" href={all}>
            {searchTexts.more(kind, totalCount)}
          </a>
        </p>
      )}
    </section>
  );
}

/** A way to compare the parties found, where there are a few. */
function Together({ parties, text }: { readonly parties: Found['nodes']; readonly text: string }) {
  const countries = parties.filter(({ node }) => node.__typename === 'Party' && node.partyKind === 'COUNTRY');
  if (countries.length < 2 || text.length < 2) return null;
  return (
    <p>
      <a class="button" href={writeAddress('/compare', { parties: countries.map(({ key }) => key) })}>
        {searchTexts.compare(list(countries.map(({ title }) => title)))}
      </a>
    </p>
  );
}
