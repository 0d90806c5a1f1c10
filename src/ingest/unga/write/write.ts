import type { ClientBase } from 'pg';
import { refuseDangling } from '#ledger/revise/dangling.ts';
import { records } from '../compare/compare.ts';
import { type CatalogueName, catalogue } from '../compare/compare-catalogue.ts';
import type { Report } from '../progress.ts';
import { retireCatalogue, writeCatalogue } from './write-catalogue.ts';
import { addRecords, retireRecords } from './write-records.ts';

/**
 * Writes everything that a comparison found to change, as a revision whose number was taken.
 * @throws Refusal `STILL_NAMED` when rows of another source name what would be retired.
 */
export async function write(client: ClientBase, revision: number, report: Report): Promise<void> {
  const names = Object.keys(catalogue) as CatalogueName[];
  for (const table of records) await retireRecords(client, table, revision);
  for (const name of [...names].reverse()) await retireCatalogue(client, name, revision);
  for (const name of names) await writeCatalogue(client, name, revision);
  for (const table of records) await addRecords(client, table, revision, report);
  await refuseDangling(client, await retiredCatalogue(client));
  // Otherwise queries are planned for a small ledger until the server's own round.
  await client.query('ANALYZE proposition, proposition_issue, document, stance, absence');
}

async function retiredCatalogue(client: ClientBase) {
  const { rows } = await client.query<{ record: CatalogueName; ids: number[] }>(
    'SELECT record, array_agg(id) AS ids FROM unga_gone GROUP BY record',
  );
  return Object.fromEntries(rows.map(({ record, ids }) => [record, { add: [], amend: [], retire: ids }]));
}
