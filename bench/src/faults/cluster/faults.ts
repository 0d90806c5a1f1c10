import type { Machine, NodeName } from './machine.ts';

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
