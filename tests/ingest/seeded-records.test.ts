import { describe, expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';

const database = useRecords(seeds);

const rowsOf = async (sql: string, ...values: unknown[]) => (await database.pool.query(sql, values)).rows;

describe('memberships', () => {
  const memberships = (bloc: string, member: string) =>
    rowsOf(
      `SELECT "from"::text, until::text, status, role FROM membership
       JOIN party bloc ON bloc.id = bloc_id JOIN party member ON member.id = member_id WHERE bloc.key = $1 AND member.key = $2 ORDER BY "from"`,
      bloc,
      member,
    );

  test('end on the day after the last: the United Kingdom left the EU at the end of 2020-01-31', async () => {
    expect(await memberships('eu', 'GB')).toEqual([
      { from: '1973-01-01', until: '2020-02-01', status: 'CONFIRMED', role: 'MEMBER' },
    ]);
  });

  test('that are unclear are kept as unclear: Saudi Arabia in BRICS', async () => {
    expect(await memberships('brics', 'SA')).toEqual([
      { from: '2024-01-01', until: null, status: 'UNCLEAR', role: 'MEMBER' },
    ]);
  });

  test('can be left and taken up again: Kiribati in the Pacific Islands Forum', async () => {
    expect(await memberships('pif', 'KI')).toEqual([
      { from: '1979-01-01', until: '2022-07-09', status: 'CONFIRMED', role: 'MEMBER' },
      { from: '2023-01-30', until: null, status: 'CONFIRMED', role: 'MEMBER' },
    ]);
  });

  test('of those who only take part are kept as such: the EU in the G7', async () => {
    expect(await memberships('g7', 'eu')).toMatchObject([{ from: '1977-05-07', role: 'PARTICIPANT' }]);
  });
});

describe('signatories', () => {
  const signatory = (document: string, party: string) =>
    rowsOf(
      `SELECT signatory.date::text, role FROM signatory JOIN document ON document.id = document_id
       JOIN party ON party.id = party_id WHERE document.key = $1 AND party.key = $2`,
      document,
      party,
    );

  test.each([
    ['signed when the document was', 'tac-1976', 'ID', '1976-02-24', 'SIGNED'],
    ['acceded on a day of its own', 'tac-1976', 'CN', '2003-10-08', 'ACCEDED'],
    ['acceded on a day of its own', 'tac-1976', 'UA', '2022-11-10', 'ACCEDED'],
    ['adopted it', 'nato-vilnius-2023', 'TR', '2023-07-11', 'ADOPTED'],
    ['associated itself with it', 'nato-vilnius-2023', 'SE', '2023-07-11', 'ASSOCIATED'],
  ])('say who %s: %s, %s', async (_, document, party, date, role) => {
    expect(await signatory(document, party)).toEqual([{ date, role }]);
  });
});

describe('stances', () => {
  const citations = (party: string, proposition: string, heldFrom: string) =>
    rowsOf(
      `SELECT document.key AS document, citation.role, locator, key_phrase, citation.verification, verified_at FROM citation
       JOIN stance ON stance.id = stance_id JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
       JOIN document ON document.id = citation.document_id
       WHERE party.key = $1 AND proposition.key = $2 AND held_from = $3 ORDER BY ordinal`,
      party,
      proposition,
      heldFrom,
    );

  test('on a joint document cite it and the report that carries its text', async () => {
    expect(await citations('CN', 'aukus-proliferation-concern', '2022-02-04')).toEqual([
      {
        document: 'seed-gt-2022-02-04',
        role: 'CARRIER',
        locator: 'para 7',
        key_phrase: 'share serious concerns over AUKUS',
        verification: 'VERIFIED',
        verified_at: null, // the fact sheet names a local file
      },
      {
        document: 'cn-ru-js-2022-02-04',
        role: 'PRIMARY',
        locator: null,
        key_phrase: null,
        verification: 'VERIFIED',
        verified_at: null,
      },
    ]);
  });

  test.each([
    ['CN', 'ni-core-interests', '2022-02-04', ['para 1', 'para 12']],
    ['brics', 'ni-unilateral-coercion', '2024-10-23', ['para 10', 'para 22']],
  ])('cite two paragraphs of a document twice: %s on %s', async (party, proposition, heldFrom, locators) => {
    const cited = await citations(party, proposition, heldFrom);
    expect(cited.map(({ locator }) => locator)).toEqual(locators);
  });

  test('keep how far they are verified, and where', async () => {
    const [citation] = await citations('CN', 'tw-meaningful-participation', '2020-04-10');
    expect(citation).toMatchObject({
      verification: 'VERIFIED',
      verified_at: 'http://www.chinaembassy.se/eng/gdxw/t1768443.htm',
    });
    const counts = await rowsOf(
      `SELECT citation.verification, count(DISTINCT stance_id)::int FROM citation GROUP BY 1 ORDER BY 1`,
    );
    expect(counts).toEqual([
      { verification: 'VERIFIED', count: 1200 },
      { verification: 'PARTLY_VERIFIED', count: 19 },
      { verification: 'FROM_KNOWLEDGE', count: 37 },
    ]);
  });

  test('keep the precision of their dates, the word used, and why', async () => {
    const [stance] = await rowsOf(
      `SELECT held_from_precision, verb, rationale, basis, confidence, tier FROM stance JOIN party ON party.id = party_id
       JOIN proposition ON proposition.id = proposition_id
       WHERE party.key = 'CN' AND proposition.key = 'tw-meaningful-participation'`,
    );
    expect(stance).toEqual({
      held_from_precision: 'YEAR',
      verb: 'opposes',
      rationale: 'China holds that Taiwan is not eligible for bodies of sovereign states such as the WHO.',
      basis: 'OWN_STATEMENT',
      confidence: 'HIGH',
      tier: 'CORE',
    });
  });
});

test('no address is the name of a local file', async () => {
  const local = await rowsOf(
    `SELECT verified_at AS address FROM citation WHERE verified_at !~ '^https?://'
     UNION ALL SELECT address ->> 'url' FROM document, jsonb_array_elements(addresses) AS address WHERE address ->> 'url' !~ '^https?://'`,
  );
  expect(local).toEqual([]);
});

test('an absence is recorded as one, not as a stance', async () => {
  const absences = await rowsOf(
    `SELECT party.key AS party, proposition.key AS proposition, absence.date::text, document.key AS document FROM absence
     JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
     JOIN document ON document.id = absence.document_id ORDER BY absence.date`,
  );
  expect(absences).toEqual([
    { party: 'IR', proposition: 'uw-annexation-invalid', date: '2014-03-27', document: 'a-res-68-262' },
    { party: 'IR', proposition: 'uw-annexation-invalid', date: '2022-10-12', document: 'a-es-11-4' },
  ]);
});
