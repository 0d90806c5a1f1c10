import type { GraphQLSchema } from 'graphql';
import { prepareQuery } from '#stored-queries/prepared-query.ts';
import type { StoredQuery } from '#stored-queries/stored-query.ts';
import { html, textPage } from '../page/text-page.ts';
import { storedQueriesPath } from './query-address.ts';

/** A stored query as the index tells it. */
interface Listed {
  readonly name: string;
  readonly version: number;
  readonly description: string;
  readonly json: string;
  readonly csv: string;
  /** The feeds of its changes. */
  readonly atom: string;
  readonly feed: string;
  readonly variables: readonly { readonly name: string; readonly type: string; readonly default?: unknown }[];
}

/** `root` is put before the addresses. */
function listed(schema: GraphQLSchema, query: StoredQuery, root: string): Listed[] {
  const { name, version, description } = query;
  try {
    const { variables } = prepareQuery(schema, query);
    return [
      {
        name,
        version,
        description,
        json: `${root}${storedQueriesPath}${name}`,
        csv: `${root}${storedQueriesPath}${name}.csv`,
        atom: `${root}${storedQueriesPath}${name}.atom`,
        feed: `${root}${storedQueriesPath}${name}.feed.json`,
        variables: variables.map((one) => ({ name: one.name, type: one.typeText, default: one.fallback })),
      },
    ];
  } catch {
    // Stored for another schema: it cannot be answered.
    return [];
  }
}

/** The stored queries, as JSON; `publicPath` is the path under which Concord is served. */
export const jsonIndex = (schema: GraphQLSchema, queries: readonly StoredQuery[], publicPath: string): string =>
  JSON.stringify({ queries: queries.flatMap((query) => listed(schema, query, publicPath)) });

/** The same as a page for people; `root` is the root of Concord, relative to the page, without a slash at its end. */
export const htmlIndex = (schema: GraphQLSchema, queries: readonly StoredQuery[], root: string): string =>
  textPage('Stored queries', [
    '<p>Each answers a plain GET as JSON or as a CSV table; its variables are parameters of the address.</p>',
    `<ul>\n${queries
      .flatMap((query) => listed(schema, query, root))
      .map(itemOf)
      .join('\n')}\n</ul>`,
  ]);

const itemOf = ({
  name,
  description,
  json,
  csv,
  atom,
  feed,
  variables,
}: Listed) => `<li><h2>${html(name)}</h2><p>${html(description)}</p>
<p><a href="${html(json)}">JSON</a> · <a href="${html(csv)}">CSV</a> · <a href="${html(csv)}?bom=1">CSV for Excel</a> · changes: <a href="${html(atom)}">Atom</a> · <a href="${html(feed)}">JSON Feed</a></p>
<p>${variables.map((one) => `<code>${html(variableText(one))}</code>`).join(' · ')}</p></li>`;

const variableText = (one: Listed['variables'][number]) =>
  `${one.name}: ${one.type}${one.default === undefined ? '' : ` = ${JSON.stringify(one.default)}`}`;
