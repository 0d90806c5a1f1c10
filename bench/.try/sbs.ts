import { withPostgres, withClient } from '../src/ledger/server.ts';
import { migrateAndSeed } from '../src/ledger/seeded.ts';
import { generateRollCalls } from '../src/ledger/generate.ts';
import { sideBySide } from '../src/side-by-side/side-by-side.ts';
import { markdownTable } from '../src/run/table.ts';
await withPostgres(async (url) => {
  await migrateAndSeed(url);
  await withClient(url, (c) => generateRollCalls(c, 6203));
  console.log(markdownTable(await sideBySide(url)));
});
