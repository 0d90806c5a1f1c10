import { BlockList, isIP, type Socket } from 'node:net';
import type { Client, ClientBase } from 'pg';

/** The two ends of a connection as its server sees them, as `address port`; null over a Unix socket. */
export interface Ends {
  readonly server: string | null;
  readonly client: string | null;
}

/** Selects the ends of the connection that asks. */
export const ownEnds = `json_build_object('server', host(inet_server_addr()) || ' ' || inet_server_port(),
  'client', host(inet_client_addr()) || ' ' || inet_client_port()) AS ends`;

/** What pg has and does not declare. */
interface Inside extends Pick<Client, 'host'> {
  readonly connection: { readonly stream: Socket };
}

const thisMachine = new BlockList();
thisMachine.addSubnet('127.0.0.0', 8);
thisMachine.addAddress('::1', 'ipv6');

const direct = new WeakSet<ClientBase>();

/** Keeps whether a connection is direct, given its ends as its server sees them. */
export function noteEnds(client: ClientBase, { server, client: own }: Ends): void {
  const { host, connection } = client as unknown as Inside; // see above
  const { remoteAddress = '', remotePort, localAddress, localPort } = connection.stream;
  const isSettled = host === 'localhost' || isIP(host) !== 0; // any other name may lead elsewhere tomorrow
  const isLocal =
    isIP(remoteAddress) !== 0 && thisMachine.check(remoteAddress, isIP(remoteAddress) === 6 ? 'ipv6' : 'ipv4');
  if (isSettled && isLocal && server === `${remoteAddress} ${remotePort}` && own === `${localAddress} ${localPort}`)
    direct.add(client);
}

/**
 * Whether a connection leads to a server of this machine with no balancer, pooler or tunnel between: both see the same two ends. As long as it lasts its
 * server listens on its port, so every new connection to the same address leads there too.
 */
export const isDirect = (client: ClientBase): boolean => direct.has(client);
