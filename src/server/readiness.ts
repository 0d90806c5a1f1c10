import { setTimeout as delay } from 'node:timers/promises';
import { lackingMigrations } from '#ledger/migrate/lacking-migrations.ts';
import type { Database } from '#ledger/open-database.ts';
import type { Snapshots } from '#ledger/snapshot/snapshots.ts';
import type { Lifecycle } from './lifecycle.ts';

interface Check {
  readonly ok: boolean;
  /** What was found, for people. */
  readonly found: string;
}

/** Whether requests should be sent to this server, and why not. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<'serving' | 'database' | 'migrations' | 'snapshot', Check>>;
}

const patienceMs = 1_000;
/** The follower looks every five seconds; twice missed is too long. */
export const oldestSnapshotMs = 12_000;

const late = { ok: false, found: `no answer within ${patienceMs} ms` };

/** Looks at everything that an answer may need. Takes a second at most; says nothing of where the database is. */
export async function readiness(database: Database, snapshots: Snapshots, { stopping }: Lifecycle): Promise<Readiness> {
  const ofDatabase = await Promise.race([
    askDatabase(database),
    delay(patienceMs, { database: late, migrations: late }, { ref: false }),
  ]);
  const checks = {
    serving: { ok: !stopping, found: stopping ? 'stopping' : 'serving' },
    ...ofDatabase,
    snapshot: checkSnapshot(snapshots),
  };
  return { ready: Object.values(checks).every(({ ok }) => ok), checks };
}

async function askDatabase(database: Database): Promise<{ readonly database: Check; readonly migrations: Check }> {
  try {
    const pending = await lackingMigrations(database);
    const migrations = {
      ok: pending.length === 0,
      found: pending.length === 0 ? 'all applied' : `pending: ${pending.join(', ')}`,
    };
    return { database: { ok: true, found: 'answers' }, migrations };
  } catch {
    const found = 'cannot be asked';
    return { database: { ok: false, found }, migrations: { ok: false, found } };
  }
}

function checkSnapshot({ current, checkedAt }: Snapshots): Check {
  if (current === null || checkedAt === null) return { ok: false, found: 'not built yet' };
  const age = Date.now() - checkedAt.getTime();
  const found = `revision ${current.revision}, checked ${Math.round(age / 1000)} s ago`;
  return { ok: age <= oldestSnapshotMs, found };
}
