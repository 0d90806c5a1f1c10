import { expect, test } from 'vitest';
import { deedsKnown } from '#comparison/deeds/known-deeds.ts';
import type { Database } from '#postgres/open-database.ts';
import { readAnew } from '../../snapshot/snapshots-of.ts';
import { useDatabase } from '../../support/database.ts';
import { importRows, rowsOf } from '../undl/files.ts';
import { importFolder, sample } from '../unga/sample.ts';

const database = useDatabase('seeded');

async function rollCallsOf(ledger: Database, claim: string, symbol: string): Promise<string[] | undefined> {
  const snapshot = await readAnew(ledger);
  const found = deedsKnown(snapshot, snapshot.revision).find(
    (known) => known.claim.key === claim && known.deed.symbol === symbol,
  );
  return found?.rollCalls.map(({ key }) => key);
}

test('the links of the seed files hold whichever record of the General Assembly is imported', async () => {
  expect(await rollCallsOf(database, 'uw-withdraw', 'ES-11/1')).toEqual([]);
  expect(await rollCallsOf(database, 'tw-sole-government', '26/2758')).toEqual([]);
  await importRows(
    database,
    rowsOf(
      { undl_id: 3959039, date: '2022-03-02', session: 'ES-11', resolution: 'A/RES/ES-11/1' },
      { USA: 'Y', RUS: 'N', CHN: 'A' },
    ),
  );
  expect(await rollCallsOf(database, 'uw-withdraw', 'ES-11/1')).toEqual(['undl-3959039']);
  await importFolder(database, sample);
  expect(await rollCallsOf(database, 'tw-sole-government', '26/2758')).toEqual(['unga-1190']);
});
