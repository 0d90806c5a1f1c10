import { compareSeeds } from '#ingest/compare-seeds.ts';
import { wasSeeded } from '#ingest/seed.ts';
import { problemLine } from '#ledger/write/proposal.ts';
import type { Database } from '#postgres/open-database.ts';
import { seedsFolder } from '../seed-once.ts';
import { type Finding, ok, warning } from './finding.ts';

const check = 'seeds';

/** Checks whether the seed files were imported, and have changed since. */
export async function checkSeeds(database: Database): Promise<Finding> {
  if (!(await wasSeeded(database))) {
    return warning(
      check,
      'The seed files have not been imported yet.',
      'The next start, or concord seed, imports them.',
    );
  }
  const { changes, problems } = await compareSeeds(database, seedsFolder);
  const [first] = problems;
  if (first !== undefined) {
    const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
    return warning(
      check,
      `The seed files cannot be imported: ${problemLine(first)}${more}.`,
      'Run concord check seeds.',
    );
  }
  const changed = Object.entries(changes).map(([table, rows]) => `${table} ${rows}`);
  if (changed.length === 0) return ok(check, 'The ledger matches the seed files.');
  const found = `The seed files have changed since they were imported (rows: ${changed.join(', ')}).`;
  return warning(check, found, 'Run concord seed to import the changes.');
}
