import { beside } from './beside/beside.ts';
import { blocs } from './blocs/blocs.ts';
import { byGet } from './by-get/by-get.ts';
import { deeds } from './deeds/deeds.ts';
import { exportsOf } from './exports/exports.ts';
import { groundBeside } from './ground/ground.ts';
import { ideal } from './ideal/ideal.ts';
import { importUndl, importUnga } from './import/import.ts';
import { importBeside } from './import/import-beside.ts';
import { tenTimes } from './larger/larger.ts';
import { loadRollCalls } from './ledger/load.ts';
import { migrateAndSeed } from './ledger/seeded.ts';
import { withClient, withPostgres } from './ledger/server.ts';
import { ungaFolder } from './ledger/unga.ts';
import { live } from './live/live.ts';
import { matrixAnswer } from './matrix/answer.ts';
import { matrix } from './matrix/matrix.ts';
import { mixed } from './mixed/mixed.ts';
import { type Part, readOptions } from './options.ts';
import { others } from './others/others.ts';
import { pageAudit } from './page/audit.ts';
import { firstView } from './page/first-view.ts';
import { matrixDrawn } from './page/matrix-drawn.ts';
import { pageTimings } from './page/timings.ts';
import { past } from './past/past.ts';
import { prices } from './prices/prices.ts';
import { queriesKept } from './queries-kept/queries-kept.ts';
import { machineLine } from './run/machine.ts';
import { note } from './run/note.ts';
import { markdownTable, type Result } from './run/table.ts';
import { seriesBeside } from './series/series.ts';
import { sideBySide } from './side-by-side/side-by-side.ts';
import { snapshotApply } from './snapshot/apply.ts';
import { snapshotBuild } from './snapshot/build.ts';
import { soak } from './soak/soak.ts';
import { structureOfSessions } from './structure/series.ts';
import { structureBeside } from './structure/structure.ts';
import { threadsBeside } from './threads/threads.ts';
import { unchanged } from './unchanged/unchanged.ts';
import { votesSearched } from './votes/votes.ts';
import { tenTimesWrites } from './writes/ten-times.ts';
import { writes } from './writes/writes.ts';
import { writesBeside } from './writes/writes-beside.ts';

const { parts, generated, data: given, beside: other, minutes } = readOptions(process.argv.slice(2));
const folder = generated ? null : (given ?? ungaFolder());

const importsBeside = (data: string) => (other === null ? [] : [(url: string) => importBeside(url, data, other)]);

// What changes the ledger comes after what only reads it; the last two make databases of their own.
const runs: Readonly<Record<Part, ((url: string) => Promise<Result[]>)[]>> = {
  'side-by-side': [sideBySide],
  threads: [threadsBeside],
  'by-get': [byGet],
  beside: other === null ? [] : [(url) => beside(url, other, folder)],
  unchanged: [unchanged],
  others: [others],
  'queries-kept': [queriesKept],
  matrix: [matrix, matrixAnswer],
  ground: [groundBeside],
  blocs: [blocs],
  votes: [votesSearched],
  ideal: [ideal],
  deeds: [deeds],
  structure: [structureBeside, structureOfSessions],
  series: [seriesBeside],
  exports: [exportsOf],
  snapshot: [snapshotBuild, snapshotApply],
  past: [past],
  prices: [prices],
  page: [firstView],
  'page-timings': [pageTimings],
  'page-matrix': [matrixDrawn],
  'page-audit': [pageAudit],
  import: [
    ...(folder === null ? [] : [(url: string) => importUnga(url, folder), ...importsBeside(folder)]),
    importUndl,
  ],
  writes: [writes, ...(other === null ? [] : [(url: string) => writesBeside(url, other, folder)])],
  live: [live],
  larger: [tenTimes, tenTimesWrites],
  soak: [(url) => soak(url, minutes)],
  mixed: [(url) => mixed(url, minutes)],
};

await withPostgres(async (url) => {
  note('loading the ledger');
  await migrateAndSeed(url);
  const isPageAlone = parts.size === 1 && parts.has('page');
  const data = isPageAlone ? 'the seeds alone' : await loadRollCalls(url, folder);
  const results: Result[] = [];
  for (const part of parts) {
    for (const run of runs[part]) {
      const found = await run(url);
      // Of a run that is broken off, this much is there.
      for (const { what, concord, ratio } of found) note(`  ${what}: ${concord} ${ratio}`);
      results.push(...found);
    }
  }
  console.log(`${await withClient(url, machineLine)}; ${data}\n\n${markdownTable(results)}`);
});
