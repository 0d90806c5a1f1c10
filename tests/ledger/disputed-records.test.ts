import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { disputedRecords, readDisputedRecords } from '#ledger/disputed/disputed-records.ts';
import { countryNames } from '#ledger/names/country-names.ts';

test('the records that come with Concord name countries that there are', () => {
  const parties = disputedRecords().flatMap((record) => record.parties);
  expect(parties).toEqual(expect.arrayContaining(['GR', 'GD', 'MC', 'MN', 'CG', 'CD', 'ZW', 'TR']));
  for (const key of parties) expect([key, countryNames().has(key)]).toEqual([key, true]);
});

test.each([
  ['a day that is none', 'TR,2023-02-30,,MISSING,x,y', 'from: "2023-02-30", expected a date such as 2010-10-26'],
  [
    'an end before the start',
    'TR,2023-02-03,2023-02-03,MISSING,x,y',
    'until: "2023-02-03", expected a day after "from"',
  ],
  ['another error', 'TR,2023-02-03,,LOST,x,y', 'error: "LOST", expected EXCHANGED, MISSING or nothing'],
  ['an error of nobody', ',2023-02-03,,MISSING,x,y', 'error: "MISSING", expected an error of the parties, or neither'],
  ['one party exchanged', 'TR,2023-02-03,,EXCHANGED,x,y', 'parties: "TR", expected two parties to be exchanged'],
  ['no key', 'Turkey,2023-02-03,,MISSING,x,y', 'parties: "Turkey", expected keys of countries, joined by spaces'],
  ['no source', 'TR,2023-02-03,,MISSING,x,', 'source: "", expected text that is not empty'],
])('%s is refused with its line', async (_, line, problem) => {
  const folder = await mkdtemp(join(tmpdir(), 'concord-disputed-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'disputed.csv');
  await writeFile(path, `parties,from,until,error,what,source\nGR GD,2010-10-26,,EXCHANGED,x,y\n${line}\n`);
  expect(() => readDisputedRecords(path)).toThrow(`${path}:3: found ${problem}.`);
});
