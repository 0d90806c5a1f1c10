import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../deploy/haproxy/', import.meta.url));

export interface BalancerPorts {
  readonly primary: number;
  readonly standbys: number;
  readonly web: number;
  /** Of PostgreSQL and of Patroni's REST API, node by node. */
  readonly nodes: readonly { readonly postgres: number; readonly patroni: number }[];
  readonly servers: readonly number[];
}

/**
 * The configurations of deploy/haproxy for a cluster on this machine: other addresses, and where `endsSessions` is false, sessions that stay with a node
 * that is no longer the primary.
 */
export async function balancerConfigs(ports: BalancerPorts, endsSessions: boolean): Promise<readonly string[]> {
  const [postgres, concord] = await Promise.all(
    ['postgres.cfg', 'concord.cfg'].map((name) => readFile(`${folder}${name}`, 'utf8')),
  );
  const [nodes, servers] = [
    ports.nodes.map(({ postgres, patroni }, index) => `  server n${index + 1} 127.0.0.1:${postgres} port ${patroni}`),
    ports.servers.map((port, index) => `  server c${index + 1} 127.0.0.1:${port}`),
  ].map((lines) => lines.join('\n'));
  return [
    changed(postgres, [
      [/bind :5432/, `bind 127.0.0.1:${ports.primary}`],
      [/bind :5433/, `bind 127.0.0.1:${ports.standbys}`],
      [/default-server check port 8008/, 'default-server check'],
      [/( {2}server node\d .*\n)+/g, `${nodes}\n`],
      ...(endsSessions ? [] : ([[/ on-marked-down shutdown-sessions/, '']] as const)),
    ]),
    changed(concord, [
      [/bind :8080/, `bind 127.0.0.1:${ports.web}`],
      [/ {2}server-template .*/g, servers ?? ''],
    ]),
  ];
}

/** A text with all of the changes; throws where one finds nothing to change. */
function changed(text = '', changes: readonly (readonly [RegExp, string])[]): string {
  return changes.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    if (after === before) throw new Error(`deploy/haproxy has nothing like ${from}`);
    return after;
  }, text);
}
