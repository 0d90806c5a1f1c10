import { type Machine, type NodeName, nodes } from './machine.ts';
import { type Primary, primaryAt } from './roles.ts';

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

const lookEveryMs = 50;
/** A look takes as long as Patroni waits for a PostgreSQL that does not answer; others are begun meanwhile. */
const lookTakesMs = 2_000;

/**
 * Waits until a node is the primary that was not before a blow, another one or the same with a PostgreSQL that was started again, and tells when its
 * Patroni said first that it takes writes, by the clock of `performance`. Null when none does within two minutes.
 */
export async function newPrimary(machine: Machine, before: Primary): Promise<number | null> {
  const found = Promise.withResolvers<number | null>();
  const look = (node: NodeName) =>
    primaryAt(machine, node, lookTakesMs).then((now) => {
      if (now !== null && (now.node !== before.node || now.started !== before.started))
        found.resolve(performance.now());
    });
  const looking = setInterval(() => nodes.forEach(look), lookEveryMs);
  const end = setTimeout(() => found.resolve(null), 120_000);
  try {
    return await found.promise;
  } finally {
    clearInterval(looking);
    clearTimeout(end);
  }
}
