import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { note } from '../run/note.ts';
import { check } from './cluster/check.ts';
import { reader, Witness, writer } from './cluster/clients.ts';
import { type Fault, faults, mendAfterMs, newPrimary } from './cluster/faults.ts';
import { Machine, missing, servers, until } from './cluster/machine.ts';

const { values } = parseArgs({
  options: {
    failovers: { type: 'string', default: '20' },
    scripts: { type: 'string', default: fileURLToPath(new URL('../../../../shared/cluster', import.meta.url)) },
    base: { type: 'string', default: '/tmp/concord-faults' },
    'first-port': { type: 'string', default: '28000' },
    only: { type: 'string', default: '' },
  },
});

const place = { scripts: values.scripts, base: values.base, firstPort: Number(values['first-port']) };
const lacking = missing(place);
if (lacking !== null) {
  console.log(`The cluster is left out: found ${lacking}.`);
  process.exit(0);
}

const calmMs = 4_000;
const afterwardsMs = 10_000;

/** How a cluster commits, and whether HAProxy ends sessions with a node that is not the primary any more. */
const modes = [
  { synchronous: true, endsSessions: true },
  { synchronous: true, endsSessions: false },
  { synchronous: false, endsSessions: true },
  { synchronous: false, endsSessions: false },
] as const;
type Mode = (typeof modes)[number];

const machine = new Machine(place);
const bodies = new Map<string, string>();
let firstDay = 0;
let count = 0;
const wrong: string[] = [];
const stopped = Promise.withResolvers<never>();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stopped.reject(new Error(`stopped by ${signal}`)));
try {
  await Promise.race([all(), stopped.promise]);
} catch (error) {
  wrong.push(String(error instanceof Error ? error.stack : error));
} finally {
  note('stopping the cluster');
  await machine.down();
}
console.log(wrong.length === 0 ? `Nothing is wrong in ${count} failovers.` : wrong.slice(0, 60).join('\n'));
process.exit(wrong.length === 0 ? 0 : 1);

async function all(): Promise<void> {
  note('starting the cluster');
  await machine.up();
  await machine.balance(true);
  await machine.concord('migrate');
  for (const name of servers) {
    await machine.server(name, 'start');
    await machine.untilReady(name);
  }
  const made = await machine.concord('key', 'create', '--name', 'faults', '--scope', 'stances:write', '--json');
  const { key } = JSON.parse(made) as { readonly key: string };
  const asked = Number(values.failovers);
  const chosen = faults.filter(({ name }) => name.includes(values.only));
  const rounds = Array.from({ length: asked }, (_, index) => ({
    mode: modes[Math.floor(index / chosen.length) % modes.length] as Mode,
    fault: chosen[index % chosen.length] as Fault,
  }));
  console.log(
    'commits      sessions  fault             acknowledged  lost  ghosts  writes again after   gap   reads good       stale  other outcomes',
  );
  let before: Mode | null = null;
  for (const { mode, fault } of rounds) {
    if (before !== mode) await set(mode);
    before = mode;
    await round(mode, fault, key);
  }
}

async function set({ synchronous, endsSessions }: Mode): Promise<void> {
  await machine.patronictl('edit-config', 'concord', '--force', '-s', `synchronous_mode=${synchronous}`);
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

async function round(mode: Mode, fault: Fault, key: string): Promise<void> {
  const old = await machine.untilHealthy();
  count++;
  const witness = new Witness();
  const stopping = new AbortController();
  const name = `failover ${count}`;
  const { reads, writes } = { reads: machine.url.reads(), writes: machine.url.writes() };
  const clients = [
    ...[0, 1].map((one) =>
      writer(witness, stopping.signal, {
        url: writes,
        key,
        name: `${name} writer ${one}`,
        writer: one,
        firstDay,
        perSecond: 8,
      }),
    ),
    ...[0, 1, 2].map(() => reader(witness, stopping.signal, { url: reads, kind: 'memory', perSecond: 12 })),
    reader(witness, stopping.signal, { url: reads, kind: 'sources', perSecond: 8 }),
  ];
  await delay(calmMs);
  const struckAt = performance.now();
  const led = newPrimary(machine, await machine.writable());
  await fault.strike(machine, old);
  const found = await led;
  if (found === null) wrong.push(`${name}: no new primary within two minutes`);
  await delay(Math.max(afterwardsMs, mendAfterMs(fault) - (performance.now() - struckAt)));
  await fault.mend(machine, old);
  await delay(calmMs);
  stopping.abort();
  const used = await Promise.allSettled(clients);
  for (const one of used) if (one.status === 'rejected') wrong.push(`${name}: ${one.reason}`);
  firstDay += Math.max(...used.map((one) => (one.status === 'fulfilled' ? (one.value ?? 0) : 0))) + 1;
  await machine.untilHealthy();
  for (const server of servers) await machine.untilReady(server);
  const mayLose = !mode.synchronous;
  const primaryAt = found ?? struckAt;
  const seen = await check(machine, witness, bodies, { primaryAt, mayLose });
  const say = (text: string) => wrong.push(`${name}, ${JSON.stringify(mode)}, ${fault.name}: ${text}`);
  seen.wrong.forEach(say);
  await until('the servers have caught up', async () => (await machine.checkServers()).length === 0, 15_000).catch(
    () => {},
  );
  (await machine.checkServers()).forEach(say);
  report(mode, fault, witness, { ...seen, primaryAt });
}

interface Seen {
  readonly lost: number;
  readonly ghosts: number;
  readonly primaryAt: number;
}

function report(mode: Mode, fault: Fault, witness: Witness, { lost, ghosts, primaryAt }: Seen): void {
  const { acknowledged, outcomes, given } = witness;
  const times = acknowledged.map(({ at }) => at).sort((a, b) => a - b);
  const again = (times.find((at) => at > primaryAt) ?? Number.NaN) - primaryAt;
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
      ` ${others.join(', ')}`,
    ].join(' '),
  );
  for (const what of others) if (what.includes('INTERNAL')) wrong.push(`${fault.name}: ${what}`);
  if (good < 0.999 * sum(outcomes.memory))
    wrong.push(`${fault.name}: only ${good} of ${sum(outcomes.memory)} reads were answered`);
}
