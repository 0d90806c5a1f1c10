import type { GraphQLSchema } from 'graphql';
import { prepareQuery } from '#stored-queries/prepared-query.ts';
import type { StoredQuery } from '#stored-queries/stored-query.ts';
import { securityOfText } from '../page/page-security.ts';
import { storedQueriesPath } from './query-address.ts';

/** A stored query as the index tells it. */
interface Listed {
  readonly name: string;
  readonly version: number;
  readonly description: string;
  readonly json: string;
  readonly csv: string;
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

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}code{font-size:.9em}';

/** The headers of the page. */
export const htmlIndexHeaders = { ...securityOfText(style), 'content-type': 'text/html; charset=utf-8' };

/** The same as a page for people; `root` is the root of Concord, relative to the page, without a slash at its end. */
export function htmlIndex(schema: GraphQLSchema, queries: readonly StoredQuery[], root: string): string {
  const items = queries.flatMap((query) => listed(schema, query, root)).map(itemOf);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Stored queries of Concord</title>
<style>${style}</style>
</head><body><h1>Stored queries</h1>
<p>Each answers a plain GET as JSON or as a CSV table; its variables are parameters of the address.</p>
<ul>
${items.join('\n')}
</ul></body></html>
`;
}

const itemOf = ({
  name,
  description,
  json,
  csv,
  variables,
}: Listed) => `<li><h2>${html(name)}</h2><p>${html(description)}</p>
<p><a href="${html(json)}">JSON</a> · <a href="${html(csv)}">CSV</a></p>
<p>${variables.map((one) => `<code>${html(variableText(one))}</code>`).join(' · ')}</p></li>`;

const variableText = (one: Listed['variables'][number]) =>
  `${one.name}: ${one.type}${one.default === undefined ? '' : ` = ${JSON.stringify(one.default)}`}`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const html = (text: string) => text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter);
