import { type OtherBuild, otherBuild } from '../beside/other-build.ts';
import { migrateAndSeed } from '../ledger/seeded.ts';
import { databaseOn, withClient, withDatabaseFrom } from '../ledger/server.ts';
import { importArguments } from '../ledger/unga.ts';
import { runChild } from '../run/child-run.ts';
import { seconds, times } from '../run/figures.ts';
import { inTurns, ratioOf } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';

const turns = { warmUp: 0, rounds: 3 };
const target = 1.15;

/** `concord import unga` of this build beside that of another, each into a ledger of its own with the seeds. */
export async function importBeside(url: string, data: string, folder: string): Promise<Result[]> {
  const other: OtherBuild = otherBuild(folder);
  const admin = databaseOn(url, 'postgres');
  const [ours, theirs] = [databaseOn(url, 'beside_seeded_ours'), databaseOn(url, 'beside_seeded_theirs')];
  for (const name of ['beside_seeded_ours', 'beside_seeded_theirs'])
    await withClient(admin, (client) => client.query(`CREATE DATABASE ${name}`));
  await migrateAndSeed(ours);
  for (const command of ['migrate', 'seed']) await runChild([other.main, command], theirs);
  note('import, beside the other build');
  const run = (template: string, args: readonly string[]) => async () => {
    const into = (database: string) => runChild(args, database);
    return (await withDatabaseFrom(template, 'beside_import', into)).milliseconds;
  };
  const [, ...rest] = importArguments(data);
  const measured = await inTurns(
    { ours: run(ours, importArguments(data)), theirs: run(theirs, [other.main, ...rest]) },
    turns,
  );
  const ratio = ratioOf(measured.ours, measured.theirs);
  return [
    {
      what: 'import of the General Assembly, beside the other build',
      concord: seconds(measured.ours),
      peer: `the other build ${seconds(measured.theirs)}`,
      ratio: times(ratio),
      target: `<= ${target}x`,
      met: ratio <= target,
    },
  ];
}
