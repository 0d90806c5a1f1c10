import { expect, test } from 'vitest';
import { readSources } from '#ledger/read/sources.ts';
import { useDatabase } from '../support/database.ts';
import { useServer } from './running-server.ts';

const question = `{
  dataset {
    revision latestRevision { number source }
    counts { countries blocs people groups issues claims rollCalls stances absences documents citations passages }
    coverage { earliest latest }
    sources { key title licence licenceAddress citation address reviewedOn }
    knownGaps verbGuide { verb position }
  }
}`;

interface Dataset {
  knownGaps: string[];
  verbGuide: { verb: string; position: string }[];
}

const seeded = useServer(useDatabase('seeded'));
const empty = useServer(useDatabase('migrated'));
const undescribed = useDatabase('migrated');

test('the dataset says what the seed files hold', async () => {
  const { dataset } = await seeded.dataOf<{ dataset: Dataset }>(question);
  expect(dataset).toMatchObject({
    revision: 1,
    latestRevision: { number: 1, source: 'seeds' },
    counts: {
      countries: 84,
      blocs: 8,
      people: 0,
      groups: 0,
      issues: 8,
      claims: 34,
      rollCalls: 0,
      stances: 572,
      documents: 152,
      passages: 23,
    },
    coverage: { earliest: '1949-10-01', latest: '2025-09-22' },
  });
  expect(dataset.verbGuide).toContainEqual({ verb: 'acknowledges', position: 'NEUTRAL' });
});

test('it says whose records they are and on which terms, and names those that nobody has described', async () => {
  const { sources } = (await seeded.dataOf<{ dataset: { sources: object[] } }>(question)).dataset;
  expect(sources).toEqual([
    expect.objectContaining({ key: 'seeds', licence: 'CC-BY-4.0', reviewedOn: expect.stringMatching(/^2026-/) }),
  ]);
  const client = await undescribed.pool.connect();
  try {
    await client.query("INSERT INTO revision (author, source, message) VALUES ('ana', 'ana', 'without a description')");
  } finally {
    client.release();
  }
  const later = await readSources(undescribed.pool, 1);
  expect(later).toEqual([expect.objectContaining({ key: 'ana', title: null, licence: null })]);
});

test('it says what is known to be missing', async () => {
  const { dataset } = await seeded.dataOf<{ dataset: Dataset }>(question);
  expect(dataset.knownGaps.join(' ')).toMatch(/autumn 2025/);
});

test('of an empty ledger every question has an answer', async () => {
  const { dataset, ...lists } = await empty.dataOf<{ dataset: Dataset }>(`{
    ${question.slice(1, -1)}
    parties { totalCount nodes { key } }
    stances { totalCount nodes { key } }
    documents { totalCount nodes { key } }
    revisions { totalCount nodes { number } }
    agreementMatrix { parties { key } values shared }
  }`);
  expect(dataset).toMatchObject({
    revision: 0,
    latestRevision: null,
    counts: { countries: 0, stances: 0, documents: 0, citations: 0 },
    coverage: { earliest: null, latest: null },
    verbGuide: [],
    sources: [],
  });
  const nothing = { totalCount: 0, nodes: [] };
  expect(lists).toEqual({
    parties: nothing,
    stances: nothing,
    documents: nothing,
    revisions: nothing,
    agreementMatrix: { parties: [], values: [], shared: [] },
  });
});
