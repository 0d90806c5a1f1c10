import type { ClientBase, QueryResult } from 'pg';
import { OutcomeUnknownError } from '#postgres/database-error.ts';
import { inOrder } from '#postgres/set-up-connection.ts';
import { commitNow } from '#postgres/transaction.ts';
import { Refusal } from '#refusal/refusal.ts';
import { anyTables, type TableName, tableNames } from '../tables/ledger-rows.ts';
import type { AnyRow } from '../tables/table.ts';
import { amendSql, insertSql, retireSql } from '../tables/table-sql.ts';
import { refuseDangling } from './dangling.ts';
import type { Compared } from './difference.ts';
import type { Difference, TableDifference } from './proposal.ts';

/** Who makes a revision, from which source, and why. */
export interface Authorship {
  readonly author: string;
  readonly source: string;
  readonly message: string;
}

/**
 * What makes one revision of a difference in the client's open transaction, in its order. The revision comes first: it takes the next number and locks
 * the counter, when all reading and checking is done. Where that is not `number`, the others fail.
 */
function revisionSteps(
  client: ClientBase,
  difference: Difference,
  by: Authorship,
  number: number,
): readonly (() => Promise<unknown>)[] {
  const backwards = [...tableNames].reverse();
  return [
    () => takeNumber(client, by, number),
    ...backwards.flatMap((name) => retire(client, name, difference, number)),
    ...tableNames.flatMap((name) => write(client, name, difference, number)),
    ...(retiresCatalogue(difference) ? [() => refuseDangling(client, difference)] : []),
  ];
}

const retiresCatalogue = (difference: Difference) =>
  tableNames.some((name) => anyTables[name].catalogue && (difference[name]?.retire.length ?? 0) > 0);

/** Another revision has taken the number that was to be taken. */
class NumberTakenError extends Error {
  override readonly name = 'NumberTakenError';
}

async function takeNumber(client: ClientBase, by: Authorship, number: number) {
  const { rows } = await client.query<{ number: number }>({
    name: 'add revision',
    text: 'INSERT INTO revision (author, source, message) VALUES ($1, $2, $3) RETURNING number',
    values: [by.author, by.source, by.message],
  });
  if (rows[0]?.number !== number) throw new NumberTakenError(`revision ${number} was made by others`);
}

// Made once: the statements follow from the declarations of the tables alone.
const statements = Object.fromEntries(
  tableNames.map((name) => {
    const table = anyTables[name];
    return [name, { add: insertSql(table), amend: amendSql(table), retire: retireSql(table) }];
  }),
) as Readonly<Record<TableName, Readonly<Record<keyof TableDifference, string>>>>;

function retire(client: ClientBase, name: TableName, difference: Difference, number: number) {
  const ids = difference[name]?.retire ?? [];
  if (ids.length === 0) return [];
  return [() => client.query({ name: `retire ${name}`, text: statements[name].retire, values: [ids, number] })];
}

function write(client: ClientBase, name: TableName, difference: Difference, number: number) {
  const { amend = [], add = [] } = difference[name] ?? {};
  const steps: (() => Promise<unknown>)[] = [];
  if (amend.length > 0) steps.push(() => client.query(statements[name].amend, [JSON.stringify(amend)]));
  if (add.length > 0) steps.push(() => insert(client, name, add, number));
  return steps;
}

async function insert(client: ClientBase, name: TableName, rows: readonly AnyRow[], number: number) {
  const values = [JSON.stringify(rows), number];
  const { rowCount } = await client.query({ name: `add ${name}`, text: statements[name].add, values });
  if (rowCount !== rows.length) {
    throw new Refusal(
      'ROWS_LOST',
      `only ${rowCount} of ${rows.length} rows of ${name} found the rows that they refer to`,
    );
  }
}

/** How often another writer may come first before giving up. */
const attempts = 20;

/**
 * Tries until an attempt gives something else than null, which says that another writer came first.
 * @throws Refusal `TOO_MANY_WRITERS`
 */
export async function untilFirst<Result>(attempt: () => Promise<Result | null>): Promise<Result> {
  for (let count = 0; count < attempts; count++) {
    const result = await attempt();
    if (result !== null) return result;
  }
  throw new Refusal('TOO_MANY_WRITERS', `Other writers committed first ${attempts} times; retry later.`);
}

/** A revision that was committed. */
export interface Committed {
  readonly revision: number;
  /** 64 hex digits. */
  readonly digest: string;
  /** Whether all standbys that commits wait for have confirmed it. */
  readonly confirmed: boolean;
}

/**
 * Commits a difference, and with it the open transaction of a client, unless the ledger has moved on since it was made; then null, and the transaction
 * is undone. `alongside` writes what has to be there exactly when the revision is; `onSent` is called once the COMMIT
 * is sent, and told whether standbys will confirm it. Returns the revision with its digest.
 * @throws OutcomeUnknownError
 */
export async function commitIfFirst(
  client: ClientBase,
  { base, difference }: Pick<Compared, 'base' | 'difference'>,
  by: Authorship,
  alongside: (revision: number) => Promise<void> = async () => {},
  onSent: (confirmed: boolean) => void = () => {},
): Promise<Committed | null> {
  const revision = base + 1;
  let sealed = { digest: '', awaited: '' };
  try {
    await inOrder(client, [
      ...revisionSteps(client, difference, by, revision),
      () => alongside(revision),
      async () => {
        sealed = await seal(client, revision);
      },
    ]);
    const confirmed = confirmedByAll(sealed.awaited);
    await commitNow(client, () => onSent(confirmed));
    return { revision, digest: sealed.digest, confirmed };
  } catch (error) {
    if (error instanceof OutcomeUnknownError) throw error; // another attempt could do it twice
    await client.query('ROLLBACK').catch(() => undefined); // the connection may be gone; the first error says why
    if (error instanceof NumberTakenError) return null;
    if (await hasMovedOn(client, base)) return null; // what failed was compared with an older ledger
    throw error;
  }
}

interface Sealed {
  readonly digest: string;
  /** Standbys that its commit waits for. */
  readonly awaited: string;
}

/** Makes the digest now rather than by COMMIT, so that it is known whatever becomes of the connection. */
async function seal(client: ClientBase, revision: number): Promise<Sealed> {
  // Two statements are sent at once, of which pg gives two results and its types tell one.
  const results = (await client.query<Sealed>(
    `SET CONSTRAINTS revision_seal IMMEDIATE;
     SELECT encode(digest, 'hex') AS digest, ${awaitedStandbys} AS awaited FROM revision WHERE number = ${Number(revision)}`,
  )) as unknown as readonly QueryResult<Sealed>[];
  return results[1]?.rows[0] as Sealed; // the revision of this transaction
}

async function hasMovedOn(client: ClientBase, base: number): Promise<boolean> {
  try {
    const { rows } = await client.query<{ last: number }>('SELECT last FROM revision_counter');
    return rows[0]?.last !== base;
  } catch {
    return false;
  }
}

/** Selects the standbys that a commit of this session waits for, as `synchronous_standby_names` has them: '' where it waits for none. */
const awaitedStandbys = `CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN ''
  ELSE current_setting('synchronous_standby_names') END`;

const listed = /^(?:(?:FIRST |ANY )?\s*(?<count>\d+)\s*\((?<some>[^()]*)\)|(?<first>[^()]*))$/i;

/**
 * Whether all standbys named have confirmed what was committed while `names` were awaited. Then it survives whichever of them takes the place of the
 * primary. Where fewer confirm, one that did not may be promoted while another goes on confirming to a primary that was left behind.
 */
export function confirmedByAll(names: string): boolean {
  const { count = '1', some, first = '' } = listed.exec(names.trim())?.groups ?? {};
  const standbys = (some ?? first).split(',').map((name) => name.trim());
  return standbys.every((name) => name !== '' && name !== '*' && name !== '"*"') && Number(count) >= standbys.length;
}
