import { setTimeout as delay } from 'node:timers/promises';
import { check } from './check.ts';
import { reader, Witness, writer } from './clients.ts';
import { type Fault, mendAfterMs } from './faults.ts';
import { firstCommit, serverOf } from './first-commit.ts';
import { type Machine, servers } from './machine.ts';
import { untilHealthy } from './roles.ts';
import { until } from './until.ts';

/** What goes on from one failover to the next. */
export interface Run {
  readonly machine: Machine;
  /** An API key for writes. */
  readonly key: string;
  /** The bodies of all entity tags so far. */
  readonly bodies: Map<string, string>;
  readonly wrong: string[];
  /** Milliseconds from the first commit of a new primary over a connection of its own to the first write that was acknowledged, failover by failover. */
  readonly writesAgainAfter: number[];
  failovers: number;
  /** From this day on nothing was written yet. */
  firstDay: number;
}

/** How a cluster commits, and whether HAProxy ends sessions with a node that is not the primary any more. */
export const modes = [
  { synchronous: true, endsSessions: true },
  { synchronous: true, endsSessions: false },
  { synchronous: false, endsSessions: true },
  { synchronous: false, endsSessions: false },
] as const;
export type Mode = (typeof modes)[number];

const calmMs = 4_000;
const afterwardsMs = 10_000;

/** Has the cluster commit so, and HAProxy treat sessions so. */
export async function setMode({ machine }: Run, { synchronous, endsSessions }: Mode): Promise<void> {
  const settings = [`synchronous_mode=${synchronous}`, 'postgresql.parameters.wal_retrieve_retry_interval=1s']; // the latter as in deploy/patroni
  await machine.patronictl('edit-config', 'concord', '--force', ...settings.flatMap((one) => ['-s', one]));
  await machine.balance(endsSessions);
  await until(
    'the setting is taken',
    async () => {
      const rows = await machine.sql<{ names: string }>("SELECT current_setting('synchronous_standby_names') AS names");
      return (rows[0]?.names !== '') === synchronous;
    },
    60_000,
  );
  for (const name of servers) await machine.untilReady(name);
}

/** Does a fault to the primary under writes and questions, and checks what came of it; a line of the table. */
export async function failover(run: Run, mode: Mode, fault: Fault): Promise<void> {
  const { machine, key, bodies, wrong } = run;
  const old = await untilHealthy(machine);
  run.failovers++;
  const witness = new Witness();
  const stopping = new AbortController();
  const name = `failover ${run.failovers}`;
  const web = machine.url.web();
  const clients = [
    ...[0, 1].map((one) =>
      writer(witness, stopping.signal, {
        url: web,
        key,
        name: `${name} writer ${one}`,
        writer: one,
        firstDay: run.firstDay,
        perSecond: 8,
      }),
    ),
    ...[0, 1, 2].map(() => reader(witness, stopping.signal, { url: web, kind: 'memory', perSecond: 12 })),
    reader(witness, stopping.signal, { url: web, kind: 'sources', perSecond: 8 }),
  ];
  // Waited for at once: what one of them refuses is told at the end, with what else was seen.
  const ended = Promise.allSettled(clients);
  await delay(calmMs);
  const before = await serverOf(machine, old.node);
  const struckAt = performance.now();
  const led = firstCommit(machine, before);
  await fault.strike(machine, old.node);
  const found = await led;
  if (found === null) wrong.push(`${name}: no new primary within two minutes`);
  await delay(Math.max(afterwardsMs, mendAfterMs(fault) - (performance.now() - struckAt)));
  const mendedAt = performance.now();
  await fault.mend(machine, old.node);
  await delay(calmMs);
  stopping.abort();
  const used = await ended;
  for (const one of used) if (one.status === 'rejected') wrong.push(`${name}: ${one.reason}`);
  run.firstDay += Math.max(...used.map((one) => (one.status === 'fulfilled' ? (one.value ?? 0) : 0))) + 1;
  const now = await untilHealthy(machine);
  // Patroni 3.0 renews its lock in etcd without asking whose it is: one that was frozen can take it back, and what its successor acknowledged is lost.
  const tookBack = found !== null && now.node === old.node && now.started === old.started;
  for (const server of servers) await machine.untilReady(server);
  const mayLose = !mode.synchronous || tookBack;
  const primaryAt = found ?? struckAt;
  const seen = await check(machine, witness, bodies, { primaryAt: tookBack ? mendedAt : primaryAt, mayLose });
  const say = (text: string) => wrong.push(`${name}, ${JSON.stringify(mode)}, ${fault.name}: ${text}`);
  seen.wrong.forEach(say);
  await until('the servers have caught up', async () => (await machine.checkServers()).length === 0, 15_000).catch(
    () => {},
  );
  (await machine.checkServers()).forEach(say);
  report(run, mode, fault, witness, { ...seen, primaryAt, tookBack });
}

export const tableHead =
  'commits      sessions  fault             acknowledged  lost  ghosts  writes again after     gap     reads good  stale  other outcomes';

interface Seen {
  readonly lost: number;
  readonly ghosts: number;
  readonly primaryAt: number;
  /** Whether the old primary went on as one when it was there again, and its successor was given up. */
  readonly tookBack: boolean;
}

function report(
  { wrong, writesAgainAfter }: Run,
  mode: Mode,
  fault: Fault,
  witness: Witness,
  { lost, ghosts, primaryAt, tookBack }: Seen,
): void {
  const { acknowledged, outcomes, given } = witness;
  const times = acknowledged.map(({ at }) => at).sort((a, b) => a - b);
  const again = (times.find((at) => at > primaryAt) ?? Number.NaN) - primaryAt;
  writesAgainAfter.push(again);
  const gap = Math.max(...times.slice(1).map((at, index) => at - (times[index] as number)));
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0);
  const good = outcomes.memory.get('good') ?? 0;
  const others = Object.entries(outcomes).flatMap(([kind, counts]) =>
    [...counts]
      .filter(([what]) => what !== 'good' && what !== 'done')
      .map(([what, times]) => `${kind} ${what}: ${times}`),
  );
  console.log(
    [
      (mode.synchronous ? 'synchronous' : 'asynchronous').padEnd(12),
      (mode.endsSessions ? 'ended' : 'left').padEnd(9),
      fault.name.padEnd(17),
      String(acknowledged.length).padStart(12),
      String(lost).padStart(5),
      String(ghosts).padStart(7),
      `${(again / 1_000).toFixed(1)} s`.padStart(19),
      `${(gap / 1_000).toFixed(1)} s`.padStart(7),
      `${good} of ${sum(outcomes.memory)}`.padStart(14),
      String(given.filter(({ staleSince }) => staleSince !== null).length).padStart(6),
      ` ${[...(tookBack ? ['the old primary took its lock back'] : []), ...others].join(', ')}`,
    ].join(' '),
  );
  for (const what of others) if (what.includes('INTERNAL')) wrong.push(`${fault.name}: ${what}`);
  if (good < 0.999 * sum(outcomes.memory))
    wrong.push(`${fault.name}: only ${good} of ${sum(outcomes.memory)} reads were answered`);
}
