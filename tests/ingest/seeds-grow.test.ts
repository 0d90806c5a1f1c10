import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { seedsFolder } from '#cli/seed-once.ts';
import { seedLedger } from '#ingest/seed.ts';
import { useDatabase } from '../support/database.ts';
import { copyOfSeeds } from './files.ts';
import { say, summaryOf } from './say.ts';

const database = useDatabase('migrated');

interface Country {
  readonly key: string;
}
interface Stance {
  readonly citations: readonly { readonly document: string }[];
}
interface SeedFile {
  countries?: Country[];
  documents?: { readonly key: string }[];
  propositions?: { stances: Stance[] }[];
}

const strategy = 'us-nss-2025';
const ofStrategy = [
  'democracy/dem-contest',
  'democracy/dem-own-people-judge',
  'nato-enlargement/nato-open-door',
  'nato-enlargement/nato-stop-enlargement',
];

/** The seed files as they were before the Collective Security Treaty Organization, Armenia and the US strategy of 2025. */
async function olderSeeds(): Promise<string> {
  const folder = await copyOfSeeds();
  const change = async (name: string, by: (file: SeedFile) => void) => {
    const content: SeedFile = parse(await readFile(join(folder, name), 'utf8'));
    by(content);
    await writeFile(join(folder, name), stringify(content));
  };
  await rm(join(folder, 'parties/blocs/csto.yaml'));
  await change('parties/members.yaml', (file) => {
    file.countries = file.countries?.filter(({ key }) => key !== 'AM') ?? [];
  });
  await change('documents/2025.yaml', (file) => {
    file.documents = file.documents?.filter(({ key }) => key !== strategy) ?? [];
  });
  for (const name of ofStrategy) {
    await change(`issues/${name}.yaml`, ({ propositions: [proposition] = [] }) => {
      const stances = proposition?.stances.filter(({ citations }) => citations[0]?.document !== strategy) ?? [];
      if (proposition) proposition.stances = stances;
    });
  }
  return folder;
}

test('seed files that have grown make one revision, which retires nothing and takes a country of another source as it is', async () => {
  await seedLedger(database, await olderSeeds());
  await say(database, 'countries: [{ key: AM, iso3: ARM, name: Armenia }]', { source: 'unga' });
  const outcome = await seedLedger(database, seedsFolder);
  expect(outcome).toMatchObject({ status: 'REVISED', revision: 3 });
  expect(summaryOf(outcome)).toEqual({
    party: { add: 1, amend: 0, retire: 0 },
    membership: { add: 7, amend: 0, retire: 0 },
    document: { add: 1, amend: 0, retire: 0 },
    stance: { add: 4, amend: 0, retire: 0 },
    citation: { add: 4, amend: 0, retire: 0 },
  });
});

test('where a position changed both stances stand, each in force in its time', async () => {
  const { rows } = await database.pool.query(
    `SELECT held_from::text AS "from", position, change_kind AS change, stance.added_in AS "addedIn" FROM stance
     JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
     WHERE party.key = 'US' AND proposition.key = 'nato-stop-enlargement' AND stance.retired_in IS NULL ORDER BY held_from`,
  );
  expect(rows).toEqual([
    { from: '2022-01-26', position: 'OPPOSE', change: null, addedIn: 1 },
    { from: '2025-12-04', position: 'LEAN_SUPPORT', change: 'POLICY_CHANGE', addedIn: 3 },
  ]);
});

test('a country that both the seed files and the crosswalk have is the same in both, so that either can be imported first', async () => {
  const countriesOf = async (name: string, list: string): Promise<Country[]> =>
    parse(await readFile(join(seedsFolder, name), 'utf8'))[list];
  const [researched = [], members = [], crosswalk = []] = await Promise.all([
    countriesOf('parties/countries.yaml', 'countries'),
    countriesOf('parties/members.yaml', 'countries'),
    countriesOf('unga/crosswalk.yml', 'parties'),
  ]);
  const ofSeeds = new Map([...researched, ...members].map((country) => [country.key, country]));
  const shared = crosswalk.filter(({ key }) => ofSeeds.has(key));
  expect(shared.length).toBeGreaterThan(50);
  for (const country of shared) expect(ofSeeds.get(country.key)).toEqual(country);
});
