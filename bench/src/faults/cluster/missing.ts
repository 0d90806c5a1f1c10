import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Place } from './machine.ts';

const programs = ['patroni', 'patronictl', 'etcd', 'etcdctl', 'haproxy', 'psql', 'perl', 'setpriv'];

/** What is missing to start a cluster on this machine, as the end of a sentence; null when nothing is. */
export function missing({ scripts }: Pick<Place, 'scripts'>): string | null {
  if (!existsSync(join(scripts, 'up.sh'))) return `no scripts at ${scripts}`;
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/sbin', '/usr/lib/postgresql/15/bin');
  const lacking = programs.filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
  if (lacking.length === 0) return null;
  return `no ${lacking.join(', ')} (Debian: apt-get install --no-install-recommends patroni etcd-server etcd-client postgresql-15 haproxy pgbouncer)`;
}
