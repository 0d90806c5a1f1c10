import { withPostgres, withClient } from '/work/main/bench/src/ledger/server.ts';
import { migrateAndSeed } from '/work/main/bench/src/ledger/seeded.ts';
import { generateRollCalls } from '/work/main/bench/src/ledger/generate.ts';
await withPostgres(async (url) => {
  console.time('migrate'); await migrateAndSeed(url); console.timeEnd('migrate');
  console.time('gen'); await withClient(url, (c) => generateRollCalls(c, 6203)); console.timeEnd('gen');
  await withClient(url, async (c) => {
    for (const q of ['select count(*), count(distinct party_id) p, count(distinct proposition_id) q from stance', 'select count(*) from absence', "select position, count(*) from stance group by 1", "select rolsuper, rolname from pg_roles where rolname=current_user", "select pg_size_pretty(pg_database_size(current_database()))"]) console.log((await c.query(q)).rows);
  });
});
