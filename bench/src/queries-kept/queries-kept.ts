import { busyCountries } from '../ledger/busy-countries.ts';
import { withClient } from '../ledger/server.ts';
import { concordMain, withServer } from '../run/child.ts';
import { short } from '../run/figures.ts';
import { note } from '../run/note.ts';
import { settledBytes, settling } from '../run/settled-memory.ts';
import type { Result } from '../run/table.ts';
import { watchMemory } from '../soak/memory.ts';
import { answerName } from '../steady/answer-name.ts';
import { invalidDocuments, longQueries, ordinaryQueries } from './texts.ts';

const atOnce = 8;
const mostMegabytes = 250;

interface Load {
  readonly what: string;
  readonly texts: readonly string[];
  /** How often each text is asked in a row: what is asked again is kept in other places than what is asked once. */
  readonly times: number;
}

/** How much more memory a server has in use after it was asked many different queries. */
export async function queriesKept(url: string): Promise<Result[]> {
  const countries = await withClient(url, busyCountries);
  const ordinary = ordinaryQueries(20_000, countries);
  const loads: readonly Load[] = [
    { what: '20,000 ordinary queries, valid and not, once each', texts: ordinary, times: 1 },
    { what: '2,000 of them, four times each', texts: ordinary.slice(0, 2_000), times: 4 },
    { what: '1,024 invalid documents of 8 KB', texts: invalidDocuments(1_024, 8_192), times: 1 },
    { what: '410 queries of 1.2 KB, four times each', texts: longQueries(410, countries), times: 4 },
  ];
  const results: Result[] = [];
  for (const load of loads) results.push(await memoryAfter(url, load));
  return results;
}

async function memoryAfter(url: string, { what, texts, times }: Load): Promise<Result> {
  note(`queries kept: ${what}`);
  const environment = { DATABASE_URL: url, PORT: '0', CONCORD_RATE_LIMIT: '0' };
  return withServer([...settling, concordMain, 'serve', '--json'], environment, async (api, pid) => {
    // What every server loads with its first questions is not kept for a query.
    await askAll(api, ordinaryWarmUp, 4);
    const before = (await settledBytes(pid)) ?? Number.NaN;
    const memory = watchMemory(pid);
    const answers = await askAll(api, texts, times);
    const most = Math.max(...memory.stop());
    const after = (await settledBytes(pid)) ?? Number.NaN;
    const kept = (after - before) / 1e6;
    const counts = [...answers].map(([name, count]) => `${count} ${name}`).join(', ');
    return {
      what: `memory kept after ${what} (${counts})`,
      concord: `${short(kept)} MB: ${short(after / 1e6)} MB, before ${short(before / 1e6)}, most ${short(most / 1e6)}`,
      peer: '',
      ratio: '',
      target: `<= ${mostMegabytes} MB`,
      met: kept <= mostMegabytes,
    };
  });
}

const ordinaryWarmUp = ordinaryQueries(100, ['CN', 'RU', 'US', 'FR', 'GB']);

/** Asks each text so often, some texts at once; counts the answers by name. */
async function askAll(api: string, texts: readonly string[], times: number): Promise<Map<string, number>> {
  const answers = new Map<string, number>();
  let next = 0;
  const one = async () => {
    for (let text = texts[next++]; text !== undefined; text = texts[next++]) {
      for (let time = 0; time < times; time++) {
        const body = JSON.stringify({ query: text });
        const response = await fetch(api, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        const name = answerName(response.status, await response.text());
        answers.set(name, (answers.get(name) ?? 0) + 1);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return answers;
}
