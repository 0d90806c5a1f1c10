import { setTimeout as delay } from 'node:timers/promises';
import type { Machine, NodeName } from './machine.ts';
import { primaryOf, type Writable, writableNodes } from './roles.ts';

export interface Fault {
  readonly name: string;
  /** Does it to the primary. */
  readonly strike: (machine: Machine, primary: NodeName) => Promise<void>;
  /** Puts right what it did, once another one is the primary, or this one again. */
  readonly mend: (machine: Machine, primary: NodeName) => Promise<void>;
}

const frozenMs = 50_000;
const start = (machine: Machine, node: NodeName) => machine.node(node, 'start');

export const faults: readonly Fault[] = [
  {
    name: 'kill -9 postgres',
    strike: (machine, node) => machine.node(node, 'kill-postgres').then(() => {}),
    mend: async () => {},
  },
  // Its PostgreSQL goes on, and nobody fences it.
  {
    name: 'kill -9 Patroni',
    strike: (machine, node) => machine.node(node, 'kill-patroni').then(() => {}),
    mend: async (machine, node) => void (await start(machine, node)),
  },
  {
    name: 'kill -9 both',
    strike: (machine, node) => machine.node(node, 'kill').then(() => {}),
    mend: async (machine, node) => void (await start(machine, node)),
  },
  {
    name: 'frozen for 50 s',
    strike: (machine, node) => machine.node(node, 'freeze').then(() => {}),
    mend: async (machine, node) => void (await machine.node(node, 'thaw')),
  },
  {
    name: 'switch-over',
    strike: async (machine, node) => {
      await machine.patronictl('switchover', 'concord', '--master', node, '--force');
    },
    mend: async () => {},
  },
];

/** How long after the blow it is put right. */
export const mendAfterMs = ({ name }: Fault): number => (name.startsWith('frozen') ? frozenMs : 0);

/**
 * Waits until a PostgreSQL takes writes that did not before a blow and its Patroni says so, and tells when, by the clock of `performance`: that of another node,
 * or that of the same after it was started again. Null when none does within two minutes.
 */
export async function newPrimary(machine: Machine, before: readonly Writable[]): Promise<number | null> {
  const known = new Set(before.map(({ node, started }) => `${node} ${started}`));
  const end = performance.now() + 120_000;
  while (performance.now() < end) {
    const now = await writableNodes(machine);
    const fresh = now.find(({ node, started }) => !known.has(`${node} ${started}`));
    if (fresh !== undefined && (await primaryOf(machine)) === fresh.node) return performance.now();
    await delay(50);
  }
  return null;
}
