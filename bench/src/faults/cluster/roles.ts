import { type Machine, type NodeName, nodes } from './machine.ts';
import { until } from './until.ts';

const patienceMs = 400;

interface Member {
  readonly Role: string;
  readonly State: string;
  readonly 'Lag in MB'?: number | string;
}

/** A primary: its node, and when its PostgreSQL was started. */
export interface Primary {
  readonly node: NodeName;
  readonly started: string;
}

/**
 * The primary when a node's Patroni says by `/primary` that this is it, and its PostgreSQL takes writes; null when not, or when it says nothing. The status
 * alone, which HAProxy asks for, is 200 as soon as it has the leader's lock: before it is promoted, and while a killed PostgreSQL is started again.
 */
async function primaryAt(machine: Machine, node: NodeName): Promise<Primary | null> {
  try {
    const response = await fetch(`${machine.url.patroni(node)}/primary`, { signal: AbortSignal.timeout(patienceMs) });
    const { role, postmaster_start_time: started } = (await response.json()) as Said;
    return response.ok && role === 'master' && started !== undefined ? { node, started } : null;
  } catch {
    return null;
  }
}

interface Said {
  readonly role: 'master' | 'replica';
  /** Not there while its PostgreSQL does not answer. */
  readonly postmaster_start_time?: string;
}

/** The primary by what the nodes say of themselves; null when none does. */
export async function primaryOf(machine: Machine): Promise<Primary | null> {
  const said = await Promise.all(nodes.map((node) => primaryAt(machine, node)));
  return said.find((one) => one !== null) ?? null;
}

/** Waits until one node is the primary and the others receive from it. */
export async function untilHealthy(machine: Machine): Promise<Primary> {
  await until(
    'the cluster is healthy',
    async () => {
      const members = JSON.parse(await machine.patronictl('list', '-f', 'json')) as readonly Member[];
      const roles = members.map(({ Role, State }) => `${Role} ${State}`).join();
      const lags = members.filter(({ Role }) => Role !== 'Leader').map((member) => Number(member['Lag in MB'] ?? 0));
      const isRunning =
        members.length === nodes.length && members.every(({ State }) => /^(running|streaming)$/.test(State));
      return (
        isRunning && roles.includes('Leader') && lags.every((lag) => lag === 0) && (await primaryOf(machine)) !== null
      );
    },
    180_000,
  );
  return (await primaryOf(machine)) as Primary; // see above
}
