import type { Client } from 'pg';
import { resolveScope } from '../../../src/comparison/scope.ts';
import { searchEverything, searchKinds } from '../../../src/comparison/search-everything.ts';
import { listVotes } from '../../../src/comparison/votes/list-votes.ts';
import { titleOf } from '../../../src/comparison/votes/vote-title.ts';
import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import { searchSnapshot } from '../../../src/snapshot/search/search-snapshot.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { withClient, withDatabaseFrom } from '../ledger/server.ts';
import { milliseconds, times } from '../run/figures.ts';
import { inTurns, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';

/** As people ask: a word, several, a typo, and the beginning of one. */
const texts = ['palestine', 'human rights', 'nuclear weapons treaty', 'apartheid', 'disarmamnet', 'decoloniz'] as const;

const page = 25;
const mostMilliseconds = 100;

/** The newest votes that have all words, with their titles; and everything that has them: the snapshot's index against Postgres' full-text search. */
export async function votesSearched(url: string): Promise<Result[]> {
  note('votes by their words, and the same by full-text search');
  const snapshot = await buildSnapshot(url);
  return withDatabaseFrom(url, 'bench_votes', (copy) =>
    withClient(copy, async (client) => {
      await client.query(`
        CREATE INDEX votes_words ON proposition USING gin (to_tsvector('english', text || ' ' || coalesce(short_title, '')));
        ANALYZE proposition`);
      const turns = await inTurns(
        {
          concord: () => each((text) => newestVotes(snapshot, text)),
          everything: () => each((text) => searchEverything(snapshot, text, searchKinds, snapshot.revision)),
          sql: () => each((text) => bySql(client, text)),
        },
        { warmUp: 3, rounds: 20 },
      );
      const line = (what: string, concord: typeof turns.concord): Result => ({
        what,
        concord: milliseconds(concord),
        peer: `Postgres, GIN, without typos and synonyms ${milliseconds(turns.sql)}`,
        ratio: times(turns.sql.median / concord.median),
        target: `<= ${mostMilliseconds} ms`,
        met: concord.median <= mostMilliseconds,
      });
      return [
        line(
          `the newest ${page} of the votes that have the words, with titles; mean of ${texts.length} searches`,
          turns.concord,
        ),
        line('parties, issues, propositions, votes, documents and passages that have them', turns.everything),
      ];
    }),
  );
}

/** Milliseconds of one search, the mean over the texts. */
const each = async (search: (text: string) => unknown): Promise<number> => {
  const total = await timed(async () => {
    for (const text of texts) await search(text);
  });
  return total / texts.length;
};

function newestVotes(snapshot: Snapshot, text: string): readonly string[] {
  const scope = resolveScope(snapshot, { kinds: ['ROLL_CALL'] }, { today: 20_000 });
  const ranks = searchSnapshot(snapshot, 'propositions', text, snapshot.revision);
  const found = listVotes(snapshot, scope, {}, 'TABLED_DESC').filter(({ id }) => ranks.has(id));
  return found.slice(0, page).map((vote) => titleOf(snapshot, vote));
}

const bySql = (client: Client, text: string) =>
  client.query({
    name: 'votes by words',
    text: `SELECT key, text, short_title, symbol, tabled_on, yes, no, abstain, count(*) OVER () AS total FROM proposition
      WHERE kind = 'ROLL_CALL' AND retired_in IS NULL
        AND to_tsvector('english', text || ' ' || coalesce(short_title, '')) @@ plainto_tsquery('english', $1)
      ORDER BY tabled_on DESC, key LIMIT ${page}`,
    values: [text],
  });
