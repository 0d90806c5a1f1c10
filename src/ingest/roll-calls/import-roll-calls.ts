import type { ClientBase } from 'pg';
import { untilFirst } from '#ledger/write/commit.ts';
import { refuseLargeLoss } from '#ledger/write/refuse-loss.ts';
import { someKept } from '#ledger/write/revise.ts';
import type { Database } from '#postgres/open-database.ts';
import { noticeLostClient } from '#postgres/set-up-connection.ts';
import { withTransaction } from '#postgres/transaction.ts';
import { checkStaged } from './check/check-staged.ts';
import { compare } from './compare/compare.ts';
import { asStep, ProblemList, type Report, type RollCallOutcome } from './outcome.ts';
import type { RollCallFiles } from './reader.ts';
import { analyseStaged, createStaging } from './stage/create-staging.ts';
import { countChanges, firstChanges, lackingOf } from './write/count-changes.ts';
import { write } from './write/write.ts';

export interface RollCallOptions {
  readonly report?: Report;
  /** Called after the files have been checked and before they are compared with the ledger: to import the seed files if necessary. */
  readonly beforeComparison?: () => Promise<void>;
  /** Whether the files are all that there is: what they lack is retired. Otherwise the import adds and corrects. */
  readonly complete?: boolean;
  /** How many records may be retired when they are more than goes without saying. */
  readonly retireUpTo?: number;
  /** Only says what would be changed. */
  readonly dryRun?: boolean;
}

/** Who imports, and why. */
export interface Importer {
  readonly author: string;
  readonly message: string;
}

/**
 * Makes the ledger say what files say of roll calls, in one revision of their source, or changes nothing. What the same source said before and the
 * files no longer say is retired only with `complete`. Rows of other sources with the same key are used as they are.
 * @throws Refusal `RETIRES_TOO_MUCH`, `STILL_NAMED`, `TOO_MANY_WRITERS`
 */
export async function importRollCalls(
  { pool }: Pick<Database, 'pool'>,
  files: RollCallFiles,
  by: Importer,
  options: RollCallOptions = {},
): Promise<RollCallOutcome> {
  const { report = () => {} } = options;
  return withTransaction(
    pool,
    'WRITE',
    async (client): Promise<RollCallOutcome> => {
      await client.query(`SET LOCAL work_mem = '64MB'; SET LOCAL jit = off; ${noticeLostClient('true')}`);
      const problems = await stage(client, files, report);
      if (problems.total > 0) return problems.refusal();
      await options.beforeComparison?.();
      return revise(client, files, by, options);
    },
    ({ status }) => status === 'REVISED',
  );
}

async function stage(client: ClientBase, files: RollCallFiles, report: Report): Promise<ProblemList> {
  const problems = new ProblemList();
  await createStaging(client);
  const everyRollCall = await files.stage(client, { problems, report });
  await analyseStaged(client);
  if (everyRollCall) await asStep(report, 'Checking', () => checkStaged(client, files, problems));
  return problems;
}

/** Takes the revision number last; if another revision was committed in the meantime, compares again. */
async function revise(
  client: ClientBase,
  files: RollCallFiles,
  by: Importer,
  { report = () => {}, complete = false, retireUpTo = 0, dryRun = false }: RollCallOptions,
): Promise<RollCallOutcome> {
  const { source } = files;
  await client.query('SAVEPOINT compared');
  return untilFirst(async () => {
    const { base, problems } = await asStep(report, 'Comparing with the ledger', () =>
      compare(client, files, complete),
    );
    if (problems.total > 0) return problems.refusal();
    const { changes, unsaid } = await countChanges(client, complete);
    const lacking = await lackingOf(client, source, unsaid);
    const kept = complete ? {} : someKept(lacking.map(({ table, held, lost }) => ({ table, rows: lost, of: held })));
    const losses = complete ? lacking : [];
    if (dryRun)
      return { status: 'DRY_RUN', base, changes, first: await firstChanges(client, complete), losses, ...kept };
    if (Object.keys(changes).length === 0) return { status: 'UNCHANGED', revision: base, ...kept };
    refuseLargeLoss(losses, source, retireUpTo);
    const taken = await client.query<{ number: number }>(
      'INSERT INTO revision (author, source, message) VALUES ($1, $2, $3) RETURNING number',
      [by.author, source, by.message],
    );
    const revision = taken.rows[0]?.number as number; // INSERT … RETURNING of one row returns one row
    if (revision === base + 1) {
      await write(client, revision, { complete, report });
      return { status: 'REVISED', revision, changes, ...kept };
    }
    await client.query('ROLLBACK TO SAVEPOINT compared');
    return null;
  });
}
