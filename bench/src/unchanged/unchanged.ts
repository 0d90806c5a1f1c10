import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { concordMain, withServer } from '../run/child.ts';
import { perSecond, times } from '../run/figures.ts';
import { inTurns, ratioOf } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';

const connections = 4;
const seconds = 2;
/** The engine goes on compiling for tens of thousands of requests. */
const turns = { warmUp: 4, rounds: 9 };
const target = 0.5;
const bareServer = fileURLToPath(new URL('./bare-server.ts', import.meta.url));

const query = `query Compared($parties: [String!]!) {
  comparison(parties: $parties) { agreement { value } rows { nodes { proposition { key } verdict cells { position } } } }
}`;

/** A GET whose answer the client has already: Concord as users run it, and a bare server that always gives the same 304. */
export async function unchanged(url: string): Promise<Result[]> {
  const environment = { DATABASE_URL: url, PORT: '0', CONCORD_RATE_LIMIT: '999999999' };
  return withServer([concordMain, 'serve', '--json'], environment, async (api) => {
    const path = unchangedPath(api);
    const headers = await headersWhenUnchanged(new URL(path, api));
    return withServer([bareServer], { HEADERS: JSON.stringify(headers) }, async (bare) => {
      note('a GET of what has not changed');
      const rate = (of: string) => () => unchangedPerSecond(new URL(path, of), headers.etag ?? '');
      const measured = await inTurns({ concord: rate(api), bare: rate(bare) }, turns);
      const ratio = ratioOf(measured.concord, measured.bare);
      return [
        {
          what: 'a GET answered 304',
          concord: perSecond(measured.concord),
          peer: `bare node:http ${perSecond(measured.bare)}`,
          ratio: times(ratio),
          target: `>= ${target}x`,
          met: ratio >= target,
        },
      ];
    });
  });
}

/** The path of a GET that is asked again and again. */
export const unchangedPath = (api: string): string =>
  `${new URL(api).pathname}?${new URLSearchParams({ query, variables: JSON.stringify({ parties: ['CN', 'RU', 'US'] }) })}`;

/** How many times a second a server tells the client that has its answer already that it has not changed. */
export const unchangedRate = (address: URL) => async (): Promise<number> => {
  const { etag = '' } = await headersWhenUnchanged(address);
  return unchangedPerSecond(address, etag);
};

const ofTheConnection = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding']);

/** The headers of Concord's 304. */
async function headersWhenUnchanged(address: URL): Promise<Readonly<Record<string, string>>> {
  const { headers } = await fetch(address);
  const again = await fetch(address, { headers: { 'if-none-match': headers.get('etag') ?? '' } });
  if (again.status !== 304) throw new Error(`${address} answers ${again.status} to the tag of its own answer`);
  return Object.fromEntries([...again.headers].filter(([name]) => !ofTheConnection.has(name)));
}

async function unchangedPerSecond(address: URL, etag: string): Promise<number> {
  const headers = { 'if-none-match': etag };
  const result = await autocannon({ url: address.href, connections, duration: seconds, headers });
  const failed = result['2xx'] + result['4xx'] + result['5xx'] + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of the requests to ${address} were answered otherwise than with 304`);
  return result['3xx'] / result.duration;
}
