import type { ServerFacts } from '#postgres/examine/server-facts.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

const noticeableMs = 2_000;
const wrongMs = 60_000;

/** Checks the version, role, encoding, connection limit, sessions and clock of a database server. */
export function checkServerFacts(facts: ServerFacts, poolSize: number): Finding[] {
  return [
    ok('version', `PostgreSQL is ${facts.version}.`),
    role(facts),
    text(facts),
    connections(facts, poolSize),
    session(facts),
    clock(facts),
  ];
}

/** Whether a server is a primary or a standby, and whether that is kept up to date. */
export function role({ standby, receives }: Pick<ServerFacts, 'standby' | 'receives'>): Finding {
  if (!standby) return ok('role', 'The server is a primary.');
  if (receives) return ok('role', 'The server is a standby and receives from its primary: it can be read only.');
  return warning(
    'role',
    'The server is a standby that receives nothing from a primary at the moment: what is read from it may be old.',
    'Start the primary, or correct primary_conninfo of the standby.',
  );
}

function session({ zone, timeLimit }: ServerFacts): Finding {
  const found = `Sessions have the time zone ${zone} and the time limit ${timeLimit === '0' ? 'none' : timeLimit}`;
  if (zone === 'UTC') return ok('session', `${found}.`);
  return problem('session', `${found}.`, 'Set the pooler between to session mode: it drops what sessions are given.');
}

function text({ encoding, collation, collationVersion, collationVersionNow }: ServerFacts): Finding {
  const found = `The encoding is ${encoding}, the collation ${collation}`;
  if (encoding !== 'UTF8') {
    return problem(
      'text',
      `${found}.`,
      'Create a new database with ENCODING UTF8; names contain characters of many scripts.',
    );
  }
  if (collationVersion !== collationVersionNow && collationVersion !== null) {
    return warning(
      'text',
      `${found} version ${collationVersion}, but the system now has ${collationVersionNow}: indexes may be wrong.`,
      'REINDEX the database, then ALTER DATABASE … REFRESH COLLATION VERSION.',
    );
  }
  return ok('text', `${found}.`);
}

function connections({ maxConnections }: ServerFacts, poolSize: number): Finding {
  const found = `The server allows ${maxConnections} connections, of which Concord may open ${poolSize} and a few`;
  if (poolSize + 3 <= maxConnections) return ok('connections', `${found}.`);
  return warning('connections', `${found}.`, 'Lower CONCORD_DATABASE_CONNECTIONS, or raise max_connections.');
}

function clock({ aheadMs }: ServerFacts): Finding {
  const away = Math.abs(aheadMs);
  if (away < noticeableMs) return ok('clock', 'The clocks of this machine and of the database agree.');
  const found = `The clock of the database is ${(away / 1_000).toFixed(0)} s ${aheadMs > 0 ? 'ahead of' : 'behind'} the clock of this machine.`;
  const todo =
    'Synchronise both machines with NTP: the default day of a query comes from this machine, the time of a revision from the database.';
  return away < wrongMs ? warning('clock', found, todo) : problem('clock', found, todo);
}
