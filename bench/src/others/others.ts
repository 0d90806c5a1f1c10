import { busyCountries } from '../ledger/busy-countries.ts';
import { withClient } from '../ledger/server.ts';
import { withServer } from '../run/child.ts';
import { short } from '../run/figures.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord } from '../side-by-side/concord.ts';
import { questionsFrom } from '../side-by-side/question.ts';
import type { Latency, SteadyResult } from '../steady/steady-plan.ts';
import { withSteadyLoad } from '../steady/with-steady-load.ts';
import { type Hog, hogs } from './hogs.ts';
import { type HogRun, runHog } from './run-hog.ts';

const perSecond = 50;
const warmUpMs = 4_000;
const quietMs = 10_000;
/** A hog is sent again and again for so long, and at least so often. */
const hogMs = 10_000;
const fewestRuns = 2;
const mostP99 = 50;

/** While one client sends a request that is much work, another asks `/health` and the side-by-side question at a steady rate. */
export async function others(url: string): Promise<Result[]> {
  const contestant = concord(url);
  const [questions, countries] = await withClient(url, async (client) => [
    await questionsFrom(client),
    await busyCountries(client),
  ]);
  const bodies = Array.from({ length: 200 }, () => contestant.bodyOf(questions()));
  const results: Result[] = [];
  let quiet: SteadyResult | null = null;
  for (const hog of [null, ...hogs({ countries })]) {
    note(hog === null ? 'others: nobody else asks' : `others: ${hog.name}`);
    // Each on a server of its own, for one that did not get over the hog before measures nothing.
    const { steady, runs } = await withServer(contestant.args, contestant.environment, async (api) => {
      await withSteadyLoad({ api, bodies, perSecond }, () => pause(warmUpMs)); // until everything is compiled
      const found: HogRun[] = [];
      const during = hog === null ? () => pause(quietMs) : () => again(api, hog, found);
      return { steady: await withSteadyLoad({ api, bodies, perSecond }, during), runs: found };
    });
    quiet ??= steady;
    results.push(resultOf(hog, runs, steady, quiet));
  }
  return results;
}

async function again(api: string, hog: Hog, runs: HogRun[]): Promise<void> {
  const end = performance.now() + hogMs;
  while (runs.length < fewestRuns || performance.now() < end) runs.push(await runHog(api, hog));
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));

function resultOf(
  hog: Hog | null,
  runs: readonly HogRun[],
  { health, question, answers }: SteadyResult,
  quiet: SteadyResult,
): Result {
  const failed = Object.entries(answers).filter(([name]) => name !== '200');
  const p99 = Math.max(health.p99, question.p99);
  return {
    what: hog === null ? 'others: nobody else asks' : `others: ${hog.name} (${describeRuns(runs)})`,
    concord: [
      `/health ${latency(health)}, side by side ${latency(question)}`,
      ...failed.map(([name, count]) => `${count} answered ${name}`),
    ].join('; '),
    peer: `nobody else: ${latency(quiet.health)}, ${latency(quiet.question)}`,
    ratio: '',
    target: `p99 <= ${mostP99} ms`,
    met: p99 <= mostP99 && failed.length === 0,
  };
}

const latency = ({ p50, p99, max }: Latency) => `p50 ${short(p50)}, p99 ${short(p99)}, most ${short(max)} ms`;

function describeRuns(runs: readonly HogRun[]): string {
  const answers = [...new Set(runs.map(({ answer }) => answer))].join(', ');
  const times = runs.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  return `${runs.length} times, ${short(times[times.length >> 1] ?? 0)} ms each, ${answers}`;
}
