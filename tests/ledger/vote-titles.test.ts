import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { mendedText } from '#ledger/titles/mended-case.ts';
import { calledTitle, voteTitle } from '#ledger/titles/vote-title.ts';

describe('a text in capitals is written as a sentence', () => {
  test.each([
    ['AMENDMENTS, RULES OF PROCEDURE', 'Amendments, rules of procedure'],
    ['U.N. EMERGENCY FORCE', 'U.N. emergency force'],
    ['NICARAGUA, ICJ RULING', 'Nicaragua, ICJ ruling'],
    ['DENUCLEARIZATION, MIDDLE EAST', 'Denuclearization, Middle East'],
    ["ISRAEL'S DECISION ON THE GOLAN HEIGHTS", "Israel's decision on the Golan Heights"],
    ['INDIANS IN SOUTH AFRICA', 'Indians in South Africa'],
    [
      'TO ADOPT A CUBAN AMENDMENT (A/3-C) TO DRAFT RESOL. III OF THE 4TH COMM. ON TRUST TERRITORIES.',
      'To adopt a Cuban amendment (A/3-C) to draft resol. III of the 4th comm. on trust territories.',
    ],
    ['TO ADOPT DRAFT RESOLUTION A (A/L.376/ADD.1).', 'To adopt draft resolution A (A/L.376/ADD.1).'],
    ['TO TAKE NOTE OF IT. THE REPORT IS SHORT.', 'To take note of it. The report is short.'],
    ['THOSE WHO ARE AIDED BY THE USSR', 'Those who are aided by the USSR'],
  ])('%s', (text, mended) => {
    expect(mendedText(text)).toBe(mended);
  });

  test('every term of the list stands in a text as it is listed', async () => {
    const lines: { written: string }[] = parse(await readFile('seeds/names/capitals.csv'), { columns: true });
    const terms = lines.flatMap(({ written }) => written.split('; '));
    expect(new Set(terms).size).toBe(terms.length);
    const wrong = terms.filter((term) => mendedText(`ON THE ${term.toUpperCase()} TODAY`) !== `On the ${term} today`);
    expect(wrong).toEqual([]);
  });

  test('whatever the letters, nothing but their case changes', () => {
    for (const text of ['SOUTH AFRICA & NAMIBIA, 1976-1977', 'ÉTATS UNIS, ÇA VA', 'II-A (XXVI)'])
      expect(mendedText(text).toUpperCase()).toBe(text);
  });
});

test.each([
  ['NUMBER OF \\MEMBERS PRESENT AND VOTING\\\\, IN', 'Number of “members present and voting”, in'],
  ['entitled _Rights of the child<d3>.', 'entitled “Rights of the child”.'],
  ['The Assembly<90>s rules', 'The Assembly’s rules'],
  ['Ends with a quote."', 'Ends with a quote.'],
  ['PARAGRAPH 4." 0 0 0 0 0 1', 'Paragraph 4.'],
  ['Nothing to mend in the UN', 'Nothing to mend in the UN'],
])('stray signs are mended in %j', (text, mended) => {
  expect(mendedText(text)).toBe(mended);
});

const title = (text: string, shortTitle: string | null = null, symbol: string | null = 'R/61/1') =>
  voteTitle({ text, shortTitle, symbol });

describe('the title of a vote', () => {
  test.each([
    [
      'what a library calls the text',
      'The right to food: resolution / adopted by the General Assembly',
      'FOOD',
      'The right to food',
    ],
    [
      'the few words of the source for a text in capitals',
      'TO CONDEMN IT.',
      'HUMAN RIGHTS, CHILE',
      'Human rights, Chile',
    ],
    ['the few words for a text that says what is to be done', 'Urges all States to act.', 'SMALL ARMS', 'Small arms'],
    [
      'a short text that is a title itself',
      'Small arms and light weapons',
      'SMALL ARMS',
      'Small arms and light weapons',
    ],
    [
      'the whole text where the few words are the beginning of it, cut off',
      'Use of mercenaries as a means of violating human rights and impeding peoples',
      'Use of mercenaries as a means of violating human rights and',
      'Use of mercenaries as a means of violating human rights and impeding peoples',
    ],
    ['headings of a catalogue with a dash', 'TO LIFT IT.', 'CUBA--UNITED STATES', 'Cuba – United States'],
    [
      'no item of an agenda',
      'A/72/251 99r - Disarmament. - DISARMAMENT',
      'Nuclear weapons : resolution / adopted by the Assembly',
      'Nuclear weapons',
    ],
  ])('is %s', (_what, text, short, expected) => {
    expect(title(text, short)).toBe(expected);
  });

  test('is at most 140 letters and ends with a word', () => {
    const long = title(`A ${'reasonably long text '.repeat(12)}`);
    expect(long?.length).toBeLessThanOrEqual(140);
    expect(long).toMatch(/(?:reasonably|long|text)…$/);
  });

  test('is not what a president said; but what was read out may be, when it is one text', () => {
    const called = 'The President: We turn to the resolution entitled _Arms transfers<d3>. I put it to the vote.';
    expect(title(called)).toBeNull();
    expect(calledTitle({ text: called })).toBe('Arms transfers');
    expect(calledTitle({ text: `${called} Then that entitled _Landmines<d3>.` })).toBeNull();
  });
});
