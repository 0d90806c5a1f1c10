import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import { withClient } from '../ledger/server.ts';
import { concordMain, withServer } from '../run/child.ts';
import { perSecond, short, times } from '../run/figures.ts';
import { inTurns, ratioOf } from '../run/measure.ts';
import { note } from '../run/note.ts';
import { residentBytes } from '../run/resident-bytes.ts';
import type { Result } from '../run/table.ts';
import { query } from '../side-by-side/concord.ts';
import { questionsFrom } from '../side-by-side/question.ts';
import { Asking, Contestant, turns } from './contestant.ts';
import { bytesOfSnapshot } from './of-its-own.ts';

const bare = fileURLToPath(new URL('./bare-loops.ts', import.meta.url));
const questions = 20_000;
const targets = { rate: 1.5, memory: 1.1 };
const threads = Math.max(2, availableParallelism());

/** The side-by-side question of one thread and of one per core, in turns: how many a second, processor time, memory. */
export async function threadsBeside(url: string): Promise<Result[]> {
  const next = await withClient(url, questionsFrom);
  const bodies = Array.from({ length: questions }, () => JSON.stringify({ query, variables: next() }));
  const environment = { DATABASE_URL: url, PORT: '0', CONCORD_RATE_LIMIT: '999999999' };
  const serve = [concordMain, 'serve', '--json'];
  return withServer(serve, { ...environment, CONCORD_THREADS: '1' }, (one, onePid) =>
    withServer(serve, { ...environment, CONCORD_THREADS: `${threads}` }, async (several, severalPid) => {
      const asking = new Asking(bodies);
      try {
        note(`side by side, one thread and ${threads} in turns`);
        const single = new Contestant(asking, one, onePid);
        const many = new Contestant(asking, several, severalPid);
        const measured = await inTurns({ single: () => single.rate(), many: () => many.rate() }, turns);
        const ratio = ratioOf(measured.many, measured.single);
        const { shared, first, other } = bytesOfSnapshot(await collectingGarbage(() => buildSnapshot(url)));
        note(`a bare server that computes for as long, one thread and ${threads} in turns`);
        const most = await ceiling(asking, Math.round(single.cost * 1_000));
        const together = shared + first + other * (threads - 1);
        const memory = together / (shared + first);
        return [
          result(
            `side by side of ${threads} threads`,
            perSecond(measured.many),
            `one thread ${perSecond(measured.single)}`,
            ratio,
            `>= ${targets.rate}x`,
            ratio >= targets.rate,
          ),
          result(
            'processor time of a request, with that of the load',
            many.told(),
            single.told(),
            many.cost / single.cost,
            '',
            null,
          ),
          result(
            `side by side of ${threads} threads of a bare server that computes for as long`,
            perSecond(most.many),
            `one thread ${perSecond(most.single)}`,
            ratioOf(most.many, most.single),
            '',
            null,
          ),
          result(
            'a snapshot in memory',
            megabytes(together),
            `${megabytes(shared)} shared, ${megabytes(first)} of the first thread, ${megabytes(other)} of each other one`,
            memory,
            `<= ${targets.memory}x`,
            memory <= targets.memory,
          ),
          result(
            'resident memory',
            megabytes(residentBytes(severalPid) ?? 0),
            megabytes(residentBytes(onePid) ?? 0),
            (residentBytes(severalPid) ?? 0) / (residentBytes(onePid) ?? 1),
            '',
            null,
          ),
        ];
      } finally {
        asking.end();
      }
    }),
  );
}

/** What several threads of a server gain on this machine that computes for so many microseconds for an answer, and whose threads have nothing in common. */
const ceiling = (asking: Asking, microseconds: number) =>
  withServer([bare, '1', `${microseconds}`], {}, (one, onePid) =>
    withServer([bare, `${threads}`, `${microseconds}`], {}, (several, severalPid) => {
      const single = new Contestant(asking, one, onePid);
      const many = new Contestant(asking, several, severalPid);
      return inTurns({ single: () => single.rate(), many: () => many.rate() }, turns);
    }),
  );

const result = (
  what: string,
  concord: string,
  peer: string,
  ratio: number,
  target: string,
  met: boolean | null,
): Result => ({
  what,
  concord,
  peer,
  ratio: times(ratio),
  target,
  met,
});

const megabytes = (bytes: number): string => `${short(bytes / 2 ** 20)} MiB`;

/** Runs `work` where garbage can be collected when it is told to. */
function collectingGarbage<T>(work: () => T): T {
  setFlagsFromString('--expose-gc');
  globalThis.gc ??= runInNewContext('gc');
  return work();
}
