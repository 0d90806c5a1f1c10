import type { Rights } from '#postgres/examine/rights.ts';
import type { WriteAccess } from '#postgres/read-write-access.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

/** Checks the database user's rights: read everything, write, and use the extension that migrations need. */
export function checkRights({ who, unreadable, extension }: Rights, { obstacle }: WriteAccess): Finding[] {
  return [access(who, unreadable, obstacle), extensionFinding(extension)];
}

function access(who: string, unreadable: readonly string[], obstacle: string | null): Finding {
  if (unreadable.length > 0) {
    const found = `The user ${who} may not read ${unreadable.join(', ')}.`;
    return problem('rights', found, `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${who}.`);
  }
  if (obstacle === null) return ok('rights', `The user ${who} may read and write.`);
  return warning(
    'rights',
    `The database is not writable: ${obstacle}.`,
    'Serving works; to migrate, seed or import, set DATABASE_URL to a writable server and a user that may write.',
  );
}

function extensionFinding(extension: Rights['extension']): Finding {
  const check = 'btree_gist';
  if (extension === 'THERE') return ok(check, 'The extension btree_gist is installed.');
  if (extension === 'CREATABLE') return ok(check, 'The extension btree_gist is available; migrating creates it.');
  if (extension === 'UNAVAILABLE') {
    return problem(
      check,
      'The server lacks the extension btree_gist.',
      "Install PostgreSQL's contrib modules on the server.",
    );
  }
  return problem(
    check,
    'The extension btree_gist is not installed, and this user may not create it.',
    'Let an administrator run CREATE EXTENSION btree_gist in the database.',
  );
}
