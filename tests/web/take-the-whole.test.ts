import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { List } from '../api/running-server.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { noBrowser } from './open-browser.ts';
import { useExplorer } from './use-explorer.ts';

const count = 260;
const each = <Text>(length: number, text: (number: number) => Text) => Array.from({ length }, (_, at) => text(at));

/** More of everything than any view shows at once. */
const many = `
issues: [{ key: many, name: Many }]
documents:
  - { key: minutes, title: Minutes, kind: DECLARATION, date: 2001-01-01, verification: VERIFIED, addresses: [{ url: 'https://example.org/minutes', read: true }] }
${each(60, (n) => `  - { key: signed-${n}, title: Signed ${n}, kind: TREATY, date: 2002-01-01, verification: VERIFIED, signed: [CN, RU] }`).join('\n')}
propositions:
${each(
  count,
  (n) => `  - key: many-${n}
    issues: [many]
    text: Sentence ${n}.
    stances:
      - { party: CN, from: 2001-01-01, position: SUPPORT, basis: OWN_STATEMENT, confidence: HIGH, citations: [{ document: minutes, locator: para ${n}, keyPhrase: so be it, verification: VERIFIED }] }
      - { party: RU, from: 2001-01-01, position: OPPOSE, basis: OWN_STATEMENT, confidence: HIGH, citations: [{ document: minutes, locator: para ${n}, verification: VERIFIED }] }`,
).join('\n')}
`;

const database = useDatabase('seeded');
beforeAll(async () => expect((await say(database, many)).status).toBe('REVISED'));

describe.skipIf(noBrowser !== null)(`what is taken away is the whole (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer(database);

  async function take(path: string, form: 'CSV' | 'JSON'): Promise<Buffer> {
    const page = await explorer.open(path);
    // Of a chart it is folded.
    if (path.startsWith('/matrix')) await page.getByText('Take it away').click();
    const button = page.getByRole('button', { name: form, exact: true });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return readFile(await download.path());
  }
  const rowsOf = async (path: string): Promise<Record<string, string>[]> =>
    parse(await take(path, 'CSV'), { columns: true });

  const source = { document: 'minutes', document_title: 'Minutes', address: 'https://example.org/minutes' };
  const known = { as_of: '2022-02-04', as_known_at: '2' };

  test('of a comparison: all rows, each with its source and with what was asked', async () => {
    const rows = await rowsOf('/compare?parties=CN,RU&issues=many&asOf=2022-02-04');
    expect(rows.length).toBe(2 * count);
    for (const row of rows) expect(row).toMatchObject({ ...source, ...known, verdict: 'DIVIDED' });
    expect(new Set(rows.map(({ locator }) => locator)).size).toBe(count);
    expect(new Set(rows.map(({ key_phrase }) => key_phrase))).toEqual(new Set(['so be it', '']));
    expect(JSON.parse(rows[0]?.scope ?? '')).toMatchObject({
      scope: { issues: ['many'], asOf: '2022-02-04', asKnownAt: 2 },
      policy: { measure: 'AGREEMENT' },
      verdicts: expect.arrayContaining(['DIVIDED']),
    });
  });

  test('of a comparison as JSON: all documents too', async () => {
    const path = '/compare?parties=CN,RU&issues=many&asOf=2022-02-04';
    const { comparison, revision } = JSON.parse((await take(path, 'JSON')).toString());
    expect([revision, comparison.rows.length]).toEqual([2, count]);
    expect(comparison.rows[0].cells[0].stance.citations[0].address).toBe(source.address);
    const keys = comparison.jointDocuments.map(({ key }: { key: string }) => key);
    expect(keys).toEqual(expect.arrayContaining(each(60, (n) => `signed-${n}`)));
  });

  test('of a party: every position that it ever held', async () => {
    const { stances } = await explorer.server.dataOf<{ stances: List<unknown> }>(
      '{ stances(inForce: false, filter: { parties: ["CN"] }) { totalCount } }',
    );
    const rows = await rowsOf('/party/CN?asOf=2022-02-04');
    expect(new Set(rows.map(({ stance }) => stance)).size).toBe(stances.totalCount);
    expect(rows.find(({ proposition }) => proposition === 'many-7')).toMatchObject({
      ...source,
      ...known,
      locator: 'para 7',
    });
    const { party } = JSON.parse((await take('/party/CN?asOf=2022-02-04', 'JSON')).toString());
    expect(party.stances.length).toBe(stances.totalCount);
  });

  test('of an issue: every proposition, with the documents that show who holds what', async () => {
    const rows = await rowsOf('/issue/many?asOf=2022-02-04');
    expect(rows.length).toBe(count);
    for (const row of rows) expect(row).toMatchObject({ ...known, support: '1', oppose: '1', documents: 'minutes' });
  });

  test('of a document: every position that it shows', async () => {
    const rows = await rowsOf('/document/minutes');
    expect(rows.length).toBe(2 * count);
    expect(rows[0]).toMatchObject({ ...source, as_of: '', as_known_at: '2' });
  });

  test('of a matrix: what was asked, and where the evidence of each pair is', async () => {
    const rows = await rowsOf('/matrix?parties=CN,RU,US&asOf=2022-02-04');
    expect(rows.length).toBe(3);
    for (const { scope, evidence, party_key, other_key, ...row } of rows) {
      expect(row).toMatchObject(known);
      expect(JSON.parse(scope ?? '')).toMatchObject({
        scope: { asOf: '2022-02-04' },
        policy: { measure: 'AGREEMENT' },
      });
      expect(evidence).toContain(`/compare?parties=${party_key},${other_key}&`);
      expect((await fetch(evidence ?? '')).status).toBe(200);
    }
  });
});
