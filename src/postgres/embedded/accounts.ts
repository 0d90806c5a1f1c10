import { readFile, stat } from 'node:fs/promises';
import type { Cluster } from './cluster.ts';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const nobody: Account = { uid: 65534, gid: 65534 };

/** An account without rights that has a name, which initdb insists on: `postgres`, else `nobody`. */
export async function unprivilegedAccount(): Promise<Account> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const rows = passwd.split('\n').map((line) => line.split(':'));
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  const account = { uid: Number(row?.[2]), gid: Number(row?.[3]) };
  return account.uid > 0 && account.gid > 0 ? account : nobody;
}

/** Whom the data belongs to, unless that is root: the server of a user's data runs as that user, whoever starts it. */
export async function ownerOfData(cluster: Cluster): Promise<Account | null> {
  for (const folder of [cluster.folder, cluster.dataDirectory]) {
    const stats = await stat(folder).catch(() => null);
    if (stats !== null && stats.uid !== 0) return { uid: stats.uid, gid: stats.gid };
  }
  return null;
}
