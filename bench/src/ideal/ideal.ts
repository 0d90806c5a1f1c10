import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { dateOf, dayOf } from '../../../src/agreement/day.ts';
import { asOf } from '../matrix/whole.ts';
import { withServer } from '../run/child.ts';
import { milliseconds } from '../run/figures.ts';
import { inTurns, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord } from '../side-by-side/concord.ts';
import { ask } from '../side-by-side/load.ts';
import { drawnSession } from './drawn-session.ts';

const most = 150;

/** Ideal points of one session: the estimate alone in a thread, and the whole answer over HTTP. */
export async function ideal(url: string): Promise<Result[]> {
  note('ideal points of one session');
  return [await inThread(190, 100), await overHttp(url)];
}

/** Always another session, so that nothing is learnt but the code. */
async function inThread(parties: number, rollCalls: number): Promise<Result> {
  const worker = new Worker(new URL('./estimate-thread.ts', import.meta.url));
  let seed = 1;
  const estimate = async () => {
    const session = drawnSession(parties, rollCalls, seed++);
    return timed(async () => {
      worker.postMessage(session);
      const [{ points, propositions }] = await once(worker, 'message');
      if (points !== parties || propositions < rollCalls - 5)
        throw new Error(
          `estimated ${points} parties on ${propositions} roll calls, expected ${parties} on ${rollCalls}`,
        );
    });
  };
  const { estimated } = await inTurns({ estimated: estimate }, { warmUp: 5, rounds: 20 });
  await worker.terminate();
  return {
    what: `idealPoints of one session, ${parties} x ${rollCalls}, in a thread`,
    concord: milliseconds(estimated),
    peer: '',
    ratio: '',
    target: `<= ${most} ms`,
    met: estimated.median <= most,
  };
}

const query = `query Ideal($asOf: Date!) {
  idealPoints(scope: { rollCalls: { sessions: [73] }, asOf: $asOf }) { points { party { key } value standardError } reason revision }
}`;

/** Each time as of another day, so that nothing is remembered. */
async function overHttp(url: string): Promise<Result> {
  const { args, environment } = concord(url);
  let day = dayOf(asOf);
  const askOnce = (api: string) => timed(() => ask(api, JSON.stringify({ query, variables: { asOf: dateOf(day++) } })));
  const { answer } = await withServer(args, environment, (api) =>
    inTurns({ answer: () => askOnce(api) }, { warmUp: 8, rounds: 20 }),
  );
  return {
    what: 'idealPoints of session 73, the whole HTTP answer',
    concord: milliseconds(answer),
    peer: '',
    ratio: '',
    target: '',
    met: null,
  };
}
