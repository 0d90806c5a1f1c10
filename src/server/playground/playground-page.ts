import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { securityWith, sourceOf } from '../page/page-security.ts';
import { examples } from './examples.ts';
import { playgroundBar, playgroundStyle } from './playground-bar.ts';

/** The page: GraphiQL with all assets inline, so that no other host is contacted. It has some megabytes, so it is built and compressed once. */
export function renderPage(endpoint: string) {
  const html = renderGraphiQL({
    title: 'Concord playground',
    endpoint,
    favicon: 'data:,',
    defaultTabs: examples.slice(0, 1).map(({ query }) => ({ query })),
    shouldPersistHeaders: false,
  });
  const headEnd = placeIn(html, html.indexOf('</head>'));
  const root = placeIn(html, html.indexOf('<div id="root">'));
  const options = placeIn(html, html.lastIndexOf('{"title":'));
  const plain = Buffer.from(
    [
      html.slice(0, headEnd),
      `<style>${playgroundStyle}</style>`,
      html.slice(headEnd, root),
      playgroundBar,
      html.slice(root, options),
      `{...(${inTheAddress})(),`,
      html.slice(options + 1).replace(`"endpoint":${JSON.stringify(endpoint)}`, '"endpoint":location.pathname'),
    ].join(''),
  );
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { plain, packed: gzipSync(plain), etag, security: securityOf(plain.toString()) };
}

function placeIn(html: string, place: number): number {
  if (place < 0) throw new Error(`The page of GraphiQL has changed: ${html.slice(0, 200)}…`);
  return place;
}

/**
 * As the explorer's, with what GraphiQL cannot do without: its one script stands in the page, its editor makes styles and fetches none, has a font
 * in one of them and runs in workers whose scripts are in memory.
 */
function securityOf(html: string) {
  const script = html.slice(html.indexOf(scriptBegin) + scriptBegin.length, html.lastIndexOf('</script>'));
  return securityWith({
    'script-src': sourceOf(script),
    'style-src': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': 'data:',
    'worker-src': 'blob:',
    'require-trusted-types-for': '', // it writes HTML
  });
}

const scriptBegin = '<script>';

/**
 * Runs in the browser. What the page is opened with is in the fragment of its address, `/graphql#query=…&variables=…`, or in the address of an
 * answer, `/graphql?query=…&variables=…`, which becomes the former: a fragment is not sent, so it may be of any length, and what is loaded again is
 * never the answer. What is edited is written there, so that it stays when the page is loaded again and goes with its address.
 */
const inTheAddress = `() => {
  const parts = [location.hash, location.search].map((part) => new URLSearchParams(part.slice(1)));
  const asked = parts.find((part) => part.has('query'));
  const shown = { query: asked?.get('query') ?? '', variables: asked?.get('variables') ?? '' };
  const write = () => {
    const written = new URLSearchParams(Object.entries(shown).filter(([, text]) => text.trim() !== ''));
    history.replaceState(history.state, '', location.pathname + (written.size > 0 ? '#' + written : ''));
  };
  const edit = (what) => (text) => {
    shown[what] = text ?? '';
    write();
  };
  if (asked) write();
  addEventListener('hashchange', () => location.reload());
  const examples = document.querySelector('#examples');
  examples.addEventListener('change', () => {
    location.hash = examples.value;
  });
  return {
    ...(asked ? { query: shown.query, variables: shown.variables } : {}),
    onEditQuery: edit('query'),
    onEditVariables: edit('variables'),
    onTabChange({ tabs, activeTabIndex }) {
      const { query, variables } = tabs[activeTabIndex];
      Object.assign(shown, { query: query ?? '', variables: variables ?? '' });
      write();
    },
  };
}`;
