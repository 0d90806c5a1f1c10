import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Random } from './random.ts';
import { type Done, send } from './send.ts';
import type { KeptServer } from './servers.ts';
import type { Tally } from './tally.ts';
import type { PlannedWrite } from './writer-plan.ts';

/** A write with the answer that it got first. */
export interface Acknowledged {
  readonly write: PlannedWrite;
  readonly token: string;
  readonly done: Done;
  /** Moments of this process: when it was sent first, and when it was answered. */
  readonly sentAt: number;
  readonly answeredAt: number;
}

const pauseMs = 30;

export interface ApiWriter {
  readonly acknowledged: readonly Acknowledged[];
  /** Ends when the write at hand is answered. */
  stop(): Promise<void>;
}

/** Writes one after the other, each sent again with the same key, to any server, until it is answered; ends at one that is refused. Some are sent to every server at once. */
export function startWriter(
  token: string,
  next: () => PlannedWrite,
  servers: readonly KeptServer[],
  random: Random,
  tally: Tally,
  over: AbortSignal,
): ApiWriter {
  const acknowledged: Acknowledged[] = [];
  let stopping = false;
  let refused = false;

  /** Null when nobody answered that it is done. */
  const attempt = async (write: PlannedWrite): Promise<Done | null> => {
    const apis = servers.flatMap(({ api }) => api ?? []);
    if (apis.length === 0) return null;
    tally.count('sent');
    const chosen = random.below(5) === 0 ? apis : [random.one(apis)];
    const sent = await Promise.all(chosen.map((api) => send(api, token, write)));
    const answers = sent.flatMap((each) => ('done' in each ? [each.done] : []));
    for (const each of sent) {
      if ('done' in each) continue;
      tally.count(`answered ${each.code}`);
      if (each.expected) continue;
      refused = true;
      tally.wrong.push(`${write.mutation} ${write.message} was answered ${each.code}`);
    }
    if (answers.some((answer) => !isDeepStrictEqual(answer, answers[0])))
      tally.wrong.push(`${write.message}, sent twice at once, was answered ${JSON.stringify(answers)}`);
    return answers[0] ?? null;
  };
  const running = (async () => {
    while (!stopping) {
      const write = next();
      const sentAt = performance.now();
      let done = await attempt(write);
      while (done === null) {
        if (over.aborted || refused) return;
        await delay(pauseMs);
        done = await attempt(write);
      }
      acknowledged.push({ write, token, done, sentAt, answeredAt: performance.now() });
      tally.count('acknowledged');
    }
  })();

  return {
    acknowledged,
    async stop() {
      stopping = true;
      await running;
    },
  };
}
