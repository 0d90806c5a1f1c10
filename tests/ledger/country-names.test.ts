import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { countryNames } from '#ledger/names/country-names.ts';
import { nameForm } from '#ledger/names/name-form.ts';
import { meaningsOfCountries, meaningsOfParties, sensesOf } from '#ledger/names/party-names.ts';

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
  ['G-77', 'g77'],
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

const anyCountry = fc.constantFrom(...countries);

const anyName = anyCountry.chain(({ key, names }) =>
  fc.record({ key: fc.constant(key), name: fc.constantFrom(...names) }),
);

/** A name in another order of words, with other capitals, marks and signs between the words. */
const rewritten = anyName.chain(({ key, name }) => {
  const words = name.replace(/['’.]/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return fc.record({
    key: fc.constant(key),
    words: fc.shuffledSubarray(words, { minLength: words.length }),
    capitals: fc.boolean(),
    between: fc.constantFrom(' ', '  ', ', ', '-', ' & ', ' (', ' the '),
    decomposed: fc.boolean(),
  });
});

test('a name means the same country however it is written', () => {
  const ofNobody = meaningsOfParties([]);
  fc.assert(
    fc.property(rewritten, ({ key, words, capitals, between, decomposed }) => {
      const joined = words.join(between);
      const cased = capitals ? joined.toUpperCase() : joined.toLowerCase();
      const text = decomposed ? cased.normalize('NFD') : cased;
      expect(sensesOf(ofNobody, text).first.map((sense) => sense.key)).toContain(key);
    }),
  );
});

test('any text means some countries, or none', () => {
  const ofNobody = meaningsOfParties([]);
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 500 }));
  fc.assert(
    fc.property(text, (anything) => {
      for (const { key } of sensesOf(ofNobody, anything).first) expect(countryNames().has(key)).toBe(true);
    }),
  );
});
