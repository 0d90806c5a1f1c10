import { readHead } from '#ledger/head.ts';
import { readTimeline } from '#postgres/database-timeline.ts';
import { readServerFacts } from '#postgres/examine/server-facts.ts';
import { openDatabase } from '#postgres/open-database.ts';
import { attempt, findingOf } from './attempt.ts';
import { type Finding, ok, problem, warning } from './finding.ts';
import { role } from './server.ts';

const check = 'standby';

/** Checks that DATABASE_READ_URL leads to a standby of the database at DATABASE_URL, and how far behind it is. */
export async function* checkStandby(url: string, primaryUrl: string): AsyncGenerator<Finding> {
  const at = `${new URL(url).host}${new URL(url).pathname}`;
  try {
    await using standby = await opened(url);
    yield* await attempt(check, async () => {
      const facts = await readServerFacts(standby.pool);
      if (facts.standby) return { ...role(facts), check };
      return warning(check, `The server at ${at} is a primary.`, 'Set DATABASE_READ_URL to a standby, or remove it.');
    });
    await using primary = await opened(primaryUrl);
    yield* await attempt(check, () => compare(standby, primary, at));
  } catch (error) {
    yield findingOf(check, error);
  }
}

async function opened(url: string) {
  const database = await openDatabase(url, { poolSize: 2 });
  return Object.assign(database, { [Symbol.asyncDispose]: database.close });
}

type Opened = Awaited<ReturnType<typeof opened>>;

async function compare(standby: Opened, primary: Opened, at: string): Promise<Finding> {
  const [there, here] = await Promise.all([standby, primary].map(({ pool }) => readTimeline(pool)));
  if (there?.systemIdentifier !== here?.systemIdentifier || there?.ledger !== here?.ledger) {
    const found = `The server at ${at} is not of the database at DATABASE_URL.`;
    return problem(check, found, 'Set DATABASE_READ_URL to a standby of that database.');
  }
  const { revision: newest } = await readHead(primary.pool);
  const { revision } = await readHead(standby.pool);
  return ok(check, `The server at ${at} has revision ${revision}; the primary had ${newest} before.`);
}
