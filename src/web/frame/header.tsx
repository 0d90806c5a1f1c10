import type { ViewName } from '../address/address.ts';

const links: readonly (readonly [ViewName, string, string])[] = [
  ['compare', '/compare', 'Compare'],
  ['matrix', '/matrix', 'Matrix'],
];

/** The name of the page and the way to its views. */
export function Header({ view }: { readonly view: ViewName }) {
  return (
    <header class="page-header">
      <a class="page-name" href="/">
        Concord
      </a>
      <nav aria-label="Views">
        {links.map(([name, href, text]) => (
          <a key={name} href={href} aria-current={name === view ? 'page' : undefined}>
            {text}
          </a>
        ))}
        <a href="/graphql">API</a>
      </nav>
    </header>
  );
}
