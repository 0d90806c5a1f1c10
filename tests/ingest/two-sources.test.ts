import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#postgres/open-database.ts';
import { useDatabase } from '../support/database.ts';
import { say, summaryOf } from './say.ts';
import { world } from './world.ts';

const cited = (...citations: readonly string[]) => `
propositions:
  - key: tw-force
    issues: [taiwan]
    text: Force may be used.
    stances:
      - party: CN
        from: 2005-03-14
        position: LEAN_SUPPORT
        basis: OWN_STATEMENT
        confidence: MEDIUM
        citations:
${citations.map((citation) => `          - ${citation}`).join('\n')}
`;
const first = '{ document: letter, verification: VERIFIED }';
const second = '{ document: treaty, verification: VERIFIED }';
const insisting = (text: string) => text.replace('MEDIUM\n', 'MEDIUM\n        rationale: It insists.\n');
const withoutForceStance = world.replace(
  / {4}stances:\n {6}- party: CN\n {8}from: 2005[\s\S]*?(?= {2}- key: a-res-1)/,
  '',
);

/** The standing citations of China's stance on force, in order, and whether the stance that each belongs to stands. */
async function citationsIn({ pool }: Database) {
  const { rows } = await pool.query<{ document: string; stanceStands: boolean }>(
    `SELECT document.key AS document, stance.retired_in IS NULL AS "stanceStands" FROM citation
     JOIN stance ON stance.id = stance_id JOIN proposition ON proposition.id = proposition_id
     JOIN document ON document.id = citation.document_id
     WHERE citation.retired_in IS NULL AND proposition.key = 'tw-force' ORDER BY ordinal`,
  );
  return rows;
}

const both = [
  { document: 'letter', stanceStands: true },
  { document: 'treaty', stanceStands: true },
];

describe('a stance of one source to which another has added a citation', () => {
  const database = useDatabase('migrated');

  beforeAll(async () => {
    await say(database, world);
    await say(database, cited(first, second), { source: 'other' });
  });

  test('keeps the citation when its own source does not say it', async () => {
    expect(summaryOf(await say(database, world, { complete: true }))).toBe('UNCHANGED');
    expect(await citationsIn(database)).toEqual(both);
  });

  test('takes both citations along when its own source changes it', async () => {
    const outcome = await say(database, insisting(cited(first)));
    expect(outcome.status).toBe('REVISED');
    expect(await citationsIn(database)).toEqual(both);
  });
});

describe('a stance that is retired although another source has added a citation to it', () => {
  const database = useDatabase('migrated');

  beforeAll(async () => {
    await say(database, world);
    await say(database, cited(first, second), { source: 'other' });
    await say(database, withoutForceStance, { complete: true });
  });

  // differenceOf() moves citations of other sources when a stance is replaced, but leaves them when it is retired …
  test('leaves no citation standing', async () => {
    expect(await citationsIn(database)).toEqual([]);
  });

  // … and then takes them for citations of the stance that comes back, though they belong to the retired one.
  test('has all its citations again when it is said again', async () => {
    await say(database, cited(first, second));
    expect(await citationsIn(database)).toEqual(both);
  });
});

describe('a document that another source still cites', () => {
  const database = useDatabase('migrated');

  test('is not retired, and nothing else of that import happens', async () => {
    await say(database, world);
    await say(database, cited(first).replaceAll('2005-03-14', '2006-03-14'), { source: 'other' });
    const empty = 'issues: [{ key: other, name: Other }]';
    await expect(say(database, empty, { complete: true })).rejects.toMatchObject({ code: 'STILL_NAMED' });
    expect(summaryOf(await say(database, world, { complete: true }))).toBe('UNCHANGED');
  });

  test('is not retired by itself either', async () => {
    const paper = 'documents: [{ key: paper, title: Paper, kind: LAW, date: 2004-01-01, verification: VERIFIED }]';
    await say(database, paper, { source: 'papers' });
    await say(database, cited('{ document: paper, verification: VERIFIED }').replaceAll('2005-03-14', '2007-03-14'), {
      source: 'other',
    });
    await expect(say(database, 'documents: []', { source: 'papers', complete: true })).rejects.toMatchObject({
      code: 'STILL_NAMED',
      message: 'document paper cannot be retired: citation records of the source other refer to it.',
    });
  });
});
