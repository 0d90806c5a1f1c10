import { type ViewName, writeAddress } from '../address/address.ts';

const links: readonly (readonly [ViewName, string, string])[] = [
  ['compare', '/compare', 'Compare'],
  ['matrix', '/matrix', 'Matrix'],
];

/** The name of the page and the navigation to its views. */
export function Header({ view }: { readonly view: ViewName }) {
  return (
    <header class="page-header">
      <a class="page-name" href={writeAddress('/')}>
        Concord
      </a>
      <nav aria-label="Views">
        {links.map(([name, href, text]) => (
          <a key={name} href={writeAddress(href)} aria-current={name === view ? 'page' : undefined}>
            {text}
          </a>
        ))}
        <a href={writeAddress('/graphql')}>API</a>
      </nav>
    </header>
  );
}
