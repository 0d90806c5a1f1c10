import { type Address, type ViewName, writeAddress } from '../address/address.ts';
import { SearchBox } from '../search/search-box.tsx';
import { texts } from '../texts/texts.ts';
import { carriedFrom } from './carried.ts';

/** The name of the page and the navigation to its views, which keeps what was chosen. */
export function Header({ address }: { readonly address: Address }) {
  const { view } = address;
  const carried = carriedFrom(address);
  const words = texts.frame;
  const links: readonly (readonly [ViewName, string, string])[] = [
    ['compare', carried.compare, words.compare],
    ['matrix', carried.matrix, words.matrix],
    ['chart', carried.charts, words.charts],
    ['votes', writeAddress('/votes'), words.votes],
  ];
  return (
    <header class="page-header">
      <a class="page-name" href={writeAddress('/')} aria-current={view === 'home' ? 'page' : undefined}>
        Concord
      </a>
      <nav aria-label={words.views}>
        {links.map(([name, href, text]) => (
          <a key={name} href={href} aria-current={name === view ? 'page' : undefined}>
            {text}
          </a>
        ))}
        <a href={writeAddress('/graphql')}>{words.api}</a>
      </nav>
      {view !== 'home' && view !== 'search' && <SearchBox />}
    </header>
  );
}
