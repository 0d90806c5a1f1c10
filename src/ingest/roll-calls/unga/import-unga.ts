import type { ClientBase } from 'pg';
import { refuseLargeLoss } from '#ledger/write/refuse-loss.ts';
import { someKept } from '#ledger/write/revise.ts';
import type { Database } from '#postgres/open-database.ts';
import { noticeLostClient } from '#postgres/set-up-connection.ts';
import { withTransaction } from '#postgres/transaction.ts';
import { Refusal } from '#refusal/refusal.ts';
import { notRead } from '../../not-read.ts';
import { checkStaged } from '../check/check-staged.ts';
import { compare } from '../compare/compare.ts';
import { indexCountries } from '../crosswalk/country-index.ts';
import { type Crosswalk, crosswalkPath, readCrosswalk } from '../crosswalk/read-crosswalk.ts';
import { asStep, ProblemList, type Report, type UngaOutcome, ungaSource } from '../outcome.ts';
import { createStaging } from '../stage/create-staging.ts';
import { countChanges, firstChanges, lackingOf } from '../write/count-changes.ts';
import { write } from '../write/write.ts';
import { findFiles, takenFiles, type UngaFile } from './read/find-files.ts';
import { stageCrosswalk } from './stage/stage-crosswalk.ts';
import { stageFiles } from './stage/stage-files.ts';

export interface ImportUngaOptions {
  readonly report?: Report;
  /** A crosswalk other than the one shipped with Concord. */
  readonly crosswalk?: string;
  /** Called after the files have been checked and before they are compared with the ledger: to import the seed files if necessary. */
  readonly beforeComparison?: () => Promise<void>;
  /** Whether the files are all that there is: what they lack is retired. Otherwise the import adds and corrects. */
  readonly complete?: boolean;
  /** How many records may be retired when they are more than goes without saying. */
  readonly retireUpTo?: number;
  /** Only says what would be changed. */
  readonly dryRun?: boolean;
  /** Is told, in a sentence, which files of the folder are not read. */
  readonly warn?: (warning: string) => void;
}

/** Attempts lost to other writers before giving up. */
const attempts = 20;

/**
 * Makes the ledger say what the roll calls of the UN General Assembly in a folder say (seeds/unga says which party is meant by which
 * country), in one revision of source `unga`, or changes nothing. What the same source said before and the files no longer say is
 * retired only with `complete`. Rows of other sources with the same key are used as they are.
 * @throws IngestError when the folder or the crosswalk cannot be read.
 * @throws Refusal `RETIRES_TOO_MUCH`, `STILL_NAMED`, `TOO_MANY_WRITERS`
 */
export async function importUnga(
  { pool }: Database,
  directory: string,
  by: { readonly author: string; readonly message: string },
  options: ImportUngaOptions = {},
): Promise<UngaOutcome> {
  const { report = () => {}, warn = () => {} } = options;
  const problems = new ProblemList();
  const crosswalk = await readCrosswalk(options.crosswalk ?? crosswalkPath, problems);
  const { files, left } = await findFiles(directory, problems);
  if (left.length > 0) warn(notRead(left, takenFiles));
  if (crosswalk === null || problems.total > 0) return problems.refusal();
  return withTransaction(
    pool,
    'WRITE',
    async (client): Promise<UngaOutcome> => {
      await client.query(`SET LOCAL work_mem = '64MB'; SET LOCAL jit = off; ${noticeLostClient('true')}`);
      await stage(client, files, crosswalk, problems, report);
      if (problems.total > 0) return problems.refusal();
      await options.beforeComparison?.();
      return revise(client, files, by, options);
    },
    ({ status }) => status === 'REVISED',
  );
}

async function stage(
  client: ClientBase,
  files: readonly UngaFile[],
  crosswalk: Crosswalk,
  problems: ProblemList,
  report: Report,
): Promise<void> {
  const countries = indexCountries(crosswalk.names);
  await createStaging(client);
  await stageCrosswalk(client, crosswalk, countries);
  const everyRollCall = await stageFiles(client, files, crosswalk, countries, { problems, report });
  if (everyRollCall) await asStep(report, 'Checking', () => checkStaged(client, files, problems));
}

/** Takes the revision number last; if another revision was committed in the meantime, compares again. */
async function revise(
  client: ClientBase,
  files: readonly UngaFile[],
  by: { readonly author: string; readonly message: string },
  { report = () => {}, complete = false, retireUpTo = 0, dryRun = false }: ImportUngaOptions,
): Promise<UngaOutcome> {
  await client.query('SAVEPOINT compared');
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { base, problems } = await asStep(report, 'Comparing with the ledger', () =>
      compare(client, files, complete),
    );
    if (problems.total > 0) return problems.refusal();
    const { changes, unsaid } = await countChanges(client, complete);
    const lacking = await lackingOf(client, unsaid);
    const kept = complete ? {} : someKept(lacking.map(({ table, held, lost }) => ({ table, rows: lost, of: held })));
    const losses = complete ? lacking : [];
    if (dryRun)
      return { status: 'DRY_RUN', base, changes, first: await firstChanges(client, complete), losses, ...kept };
    if (Object.keys(changes).length === 0) return { status: 'UNCHANGED', revision: base, ...kept };
    refuseLargeLoss(losses, ungaSource, retireUpTo);
    const taken = await client.query<{ number: number }>(
      'INSERT INTO revision (author, source, message) VALUES ($1, $2, $3) RETURNING number',
      [by.author, ungaSource, by.message],
    );
    const revision = taken.rows[0]?.number as number; // INSERT … RETURNING of one row returns one row
    if (revision === base + 1) {
      await write(client, revision, { complete, report });
      return { status: 'REVISED', revision, changes, ...kept };
    }
    await client.query('ROLLBACK TO SAVEPOINT compared');
  }
  throw new Refusal('TOO_MANY_WRITERS', `Other writers came first ${attempts} times; try again later.`);
}
