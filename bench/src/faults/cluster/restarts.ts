import { setTimeout as delay } from 'node:timers/promises';
import { check } from './check.ts';
import { reader, Witness, writer } from './clients.ts';
import type { Run } from './failover.ts';
import { servers } from './machine.ts';

const readers = 12;

/** Restarts the servers one after another, again and again, until so many questions were asked by HAProxy: none may fail, and no write. */
export async function restarts(run: Run, questions: number): Promise<void> {
  const { machine, key, bodies, wrong } = run;
  const witness = new Witness();
  const stopping = new AbortController();
  const [reads, writes] = [machine.url.reads(), machine.url.writes()];
  const clients = [
    ...[0, 1].map((one) =>
      writer(witness, stopping.signal, {
        url: writes,
        key,
        name: `restarts writer ${one}`,
        writer: one,
        firstDay: run.firstDay,
        perSecond: 5,
      }),
    ),
    ...Array.from({ length: readers }, () =>
      reader(witness, stopping.signal, { url: reads, kind: 'memory', perSecond: 25 }),
    ),
  ];
  const asked = () => [...witness.outcomes.memory.values()].reduce((all, one) => all + one, 0);
  let count = 0;
  while (asked() < questions) {
    await machine.restartServer(servers[count++ % servers.length] as string);
    await delay(2_000); // until HAProxy has seen it too
  }
  stopping.abort();
  await Promise.allSettled(clients);
  const seen = await check(machine, witness, bodies, { primaryAt: 0, mayLose: false });
  wrong.push(...seen.wrong.map((text) => `restarts: ${text}`));
  const failed = (['memory', 'write'] as const).flatMap((kind) =>
    [...witness.outcomes[kind]]
      .filter(([what]) => what !== 'good' && what !== 'done')
      .map(([what, times]) => `${kind} ${what}: ${times}`),
  );
  wrong.push(...failed.map((text) => `restarts: ${text}`));
  console.log(
    `${count} restarts: ${asked()} questions, ${witness.acknowledged.length} writes; failed: ${failed.join(', ') || 'none'}`,
  );
}
