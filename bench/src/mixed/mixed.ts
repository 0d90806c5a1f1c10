import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { makeScratchFolder } from '../../../src/postgres/embedded/scratch-folder.ts';
import { busyCountries } from '../ledger/busy-countries.ts';
import { keyFor } from '../ledger/key-for.ts';
import { withClient } from '../ledger/server.ts';
import { hogs } from '../others/hogs.ts';
import { runHog } from '../others/run-hog.ts';
import { withServer } from '../run/child.ts';
import { short, times } from '../run/figures.ts';
import { summary } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord } from '../side-by-side/concord.ts';
import { questionsFrom } from '../side-by-side/question.ts';
import { watchMemory } from '../soak/memory.ts';
import { withSteadyLoad } from '../steady/with-steady-load.ts';
import { Exporter } from './exporter.ts';
import { repeat } from './repeat.ts';
import { Tally } from './tally.ts';
import { Writer } from './writer.ts';

const perSecond = 100;
const everyMs = { hog: 1_000, write: 1_000, export: 60_000 };
/** What a hog may be answered: that it takes too long. */
const askedFor = ['REQUEST_TIMEOUT'];

/** Minutes of everything at once: cheap questions, the hogs one after another, writes, and an export a minute. */
export async function mixed(url: string, minutes: number): Promise<Result[]> {
  const contestant = concord(url);
  const [questions, countries] = await withClient(url, async (client) => [
    await questionsFrom(client),
    await busyCountries(client),
  ]);
  const bodies = Array.from({ length: 1_000 }, () => contestant.bodyOf(questions()));
  const scratch = makeScratchFolder();
  const secret = randomBytes(32).toString('base64');
  const key = await keyFor(url, 'bench-writer', secret);
  const environment = {
    ...contestant.environment,
    CONCORD_KEY_SECRET: secret,
    CONCORD_EXPORT_DESTINATIONS: `local=${join(scratch.path, 'exports')}`,
  };
  try {
    return await withServer(contestant.args, environment, async (api, pid) => {
      note(`mixed load, ${minutes} minutes`);
      const tally = new Tally();
      const memory = watchMemory(pid);
      const [writer, exporter] = [new Writer(api, key), new Exporter(api, key)];
      tally.add('exports', await exporter.define());
      const all = hogs({ countries });
      const during = { until: performance.now() + minutes * 60_000 };
      const steady = await withSteadyLoad({ api, bodies, perSecond }, async () => {
        await Promise.all([
          repeat({ ...during, everyMs: everyMs.hog }, async (n) => {
            const hog = all[n % all.length] as (typeof all)[number];
            tally.add('hogs', (await runHog(api, hog)).answer);
          }),
          repeat({ ...during, everyMs: everyMs.write }, async () => {
            for (const answer of await writer.write()) tally.add('writes', answer);
          }),
          repeat({ ...during, everyMs: everyMs.export }, async (n) => {
            tally.add('exports', await exporter.run());
            if (n > 0) tally.add('files of exports', await exporter.read());
          }),
        ]);
      });
      for (const [answer, count] of Object.entries(steady.answers))
        tally.add('cheap questions and /health', answer, count);
      return [...answered(tally, minutes), latency(steady.question.p99, steady.health.p99), growth(memory.stop())];
    });
  } finally {
    scratch.remove();
  }
}

const answered = (tally: Tally, minutes: number): Result[] =>
  tally.who().map((who) => {
    const failures = tally.failures(who, who === 'hogs' ? askedFor : []);
    return {
      what: `mixed load, ${minutes} min: ${who}`,
      concord: tally.of(who),
      peer: '',
      ratio: '',
      target: 'no 5xx but those asked for',
      met: failures === 0,
    };
  });

const latency = (question: number, health: number): Result => ({
  what: 'the same, 99th of a hundred',
  concord: `side by side ${short(question)} ms, /health ${short(health)} ms`,
  peer: '',
  ratio: '',
  target: '',
  met: null,
});

function growth(bytes: readonly number[]): Result {
  const part = (from: number, to: number) => summary(bytes.slice(from * bytes.length, to * bytes.length)).median;
  // The first quarter is that in which all is asked for the first time.
  const [early, middle, late] = [part(0.25, 0.5), part(0.5, 0.75), part(0.75, 1)];
  const ratio = late / early;
  return {
    what: 'the same, resident memory, last quarter against the second',
    concord: `${short(late / 1e6)} MB (before ${short(middle / 1e6)}, most ${short(Math.max(...bytes) / 1e6)})`,
    peer: `${short(early / 1e6)} MB`,
    ratio: times(ratio),
    target: '<= 1.1x',
    met: ratio <= 1.1,
  };
}
