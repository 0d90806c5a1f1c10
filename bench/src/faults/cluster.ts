import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { note } from '../run/note.ts';
import { failover, type Mode, modes, type Run, setMode, tableHead } from './cluster/failover.ts';
import { type Fault, faults } from './cluster/faults.ts';
import { Machine, servers } from './cluster/machine.ts';
import { missing } from './cluster/missing.ts';
import { restarts } from './cluster/restarts.ts';
import { untilHealthy } from './cluster/roles.ts';

const { values } = parseArgs({
  options: {
    failovers: { type: 'string', default: '20' },
    scripts: { type: 'string', default: fileURLToPath(new URL('../../../../shared/cluster', import.meta.url)) },
    base: { type: 'string', default: '/tmp/concord-faults' },
    'first-port': { type: 'string', default: '28000' },
    reads: { type: 'string', default: '20000' },
    only: { type: 'string', default: '' },
  },
});

const place = { scripts: values.scripts, base: values.base, firstPort: Number(values['first-port']) };
const lacking = missing(place);
if (lacking !== null) {
  console.log(`The cluster is left out: found ${lacking}.`);
  process.exit(0);
}

const machine = new Machine(place);
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
console.log(
  wrong.length === 0
    ? `Nothing is wrong in ${values.failovers} failovers and ${values.reads} questions during restarts.`
    : wrong.slice(0, 60).join('\n'),
);
process.exit(wrong.length === 0 ? 0 : 1);

async function all(): Promise<void> {
  note('starting the cluster');
  await machine.up();
  await untilHealthy(machine);
  await machine.balance(true);
  await machine.concord('migrate');
  for (const name of servers) {
    await machine.server(name, 'start');
    await machine.untilReady(name);
  }
  const made = await machine.concord('key', 'create', '--name', 'faults', '--scope', 'stances:write', '--json');
  const { key } = JSON.parse(made) as { readonly key: string };
  const asked = Number(values.failovers);
  const chosen = faults.filter(({ name }) => values.only.split(',').some((only) => name.includes(only)));
  const rounds = Array.from({ length: asked }, (_, index) => ({
    mode: modes[Math.floor(index / chosen.length) % modes.length] as Mode,
    fault: chosen[index % chosen.length] as Fault,
  }));
  const run: Run = { machine, key, bodies: new Map(), wrong, writesAgainAfter: [], failovers: 0, firstDay: 0 };
  if (asked > 0) console.log(tableHead);
  let before: Mode | null = null;
  for (const { mode, fault } of rounds) {
    if (before !== mode) await setMode(run, mode);
    before = mode;
    await failover(run, mode, fault);
  }
  const soon = run.writesAgainAfter.filter((milliseconds) => milliseconds <= 2_000).length;
  if (asked > 0) console.log(`Writes went on within 2 s of the new primary's first own commit in ${soon} of ${asked}.`);
  if (Number(values.reads) > 0) await restarts(run, Number(values.reads));
}
