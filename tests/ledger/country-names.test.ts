import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { meaningsOfCountries } from '#comparison/party-names.ts';
import { countryNames } from '#ledger/names/country-names.ts';
import { nameForm } from '#ledger/names/name-form.ts';

const countries = [...countryNames().values()];

test('every country has a key as parties have, and a name', () => {
  for (const { key, iso3, names } of countries) {
    expect(key).toMatch(/^([A-Z]{2}|[A-Z]{4}|X-[A-Z]+)$/);
    expect(iso3 ?? 'ABC').toMatch(/^[A-Z]{3}$/);
    expect(names.length).toBeGreaterThan(0);
  }
  expect(new Set(countries.map(({ key }) => key)).size).toBe(countries.length);
});

test('only what means several countries to everyone is ambiguous', () => {
  const { codes, others } = meaningsOfCountries();
  expect([...codes].filter(([, senses]) => senses.length > 1)).toEqual([]);
  const several = [...others].filter(([form, senses]) => senses.length > 1 && !/\d/.test(form));
  expect(several.map(([form]) => form).sort()).toEqual(['congo', 'cow yug', 'cs', 'cs iso', 'korea', 'yug']);
});

test('the parties of the crosswalk and every name of the UN roll calls are in it', async () => {
  const text = await readFile(new URL('../../seeds/unga/crosswalk.yml', import.meta.url), 'utf8');
  const { parties, names } = parse(text) as {
    parties: { key: string }[];
    names: { name: string; party: string }[];
  };
  const { codes, others } = meaningsOfCountries();
  for (const { key } of parties) expect([key, codes.has(nameForm(key))]).toEqual([key, true]);
  for (const { name, party } of names) {
    const found = others.get(nameForm(name))?.map(({ key }) => key) ?? [];
    if (name !== 'Yugoslavia') expect([name, found]).toEqual([name, [party]]);
  }
});

test.each([
  ['Venezuela (Bolivarian Republic of)', 'The Bolivarian Republic of Venezuela'],
  ['U.S.A.', 'usa'],
  ["Côte d'Ivoire", 'COTE D’IVOIRE'],
  ['Antigua & Barbuda', 'Antigua and Barbuda'],
  ['St. Lucia', 'Saint Lucia'],
  ['004', '4'],
])('%s and %s are one name', (one, other) => {
  expect(nameForm(one)).toBe(nameForm(other));
});

test.each([
  ['Niger', 'Nigeria'],
  ['Guinea', 'Guinea-Bissau'],
  ['Republic of Korea', "Democratic People's Republic of Korea"],
  ['Dominica', 'Dominican Republic'],
])('%s and %s are two', (one, other) => {
  expect(nameForm(one)).not.toBe(nameForm(other));
});
