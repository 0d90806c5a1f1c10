import { expect, test } from 'vitest';
import { readSources } from '#ledger/read/sources.ts';
import { say } from '../ingest/say.ts';
import { firstWords } from '../snapshot/commit.ts';
import { useDatabase } from '../support/database.ts';
import { useServer } from './running-server.ts';

const question = `{
  dataset {
    revision latestRevision { number source }
    counts { countries blocs people groups issues claims rollCalls stances absences documents citations passages }
    coverage { earliest latest }
    sources { key title licence licenceAddress citation address reviewedOn } reviewedOn
    knownGaps verbGuide { verb position }
  }
}`;

interface Dataset {
  reviewedOn: string | null;
  knownGaps: string[];
  verbGuide: { verb: string; position: string }[];
}

const seeded = useServer(useDatabase('seeded'));
const empty = useServer(useDatabase('migrated'));
const undescribed = useDatabase('migrated');
const reviewed = useDatabase('migrated');
const ofReviews = useServer(reviewed);
const withVotes = useDatabase('migrated');
const ofVotes = useServer(withVotes);

test('the dataset says what the seed files hold', async () => {
  const { dataset } = await seeded.dataOf<{ dataset: Dataset }>(question);
  expect(dataset).toMatchObject({
    revision: 1,
    latestRevision: { number: 1, source: 'seeds' },
    counts: {
      countries: 167,
      blocs: 15,
      people: 0,
      groups: 0,
      issues: 8,
      claims: 37,
      rollCalls: 0,
      stances: 1256,
      documents: 251,
      passages: 26,
    },
    coverage: { earliest: '1949-10-01', latest: '2026-06-17' },
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

test('it says when curators last reviewed it: the latest day of any source, as known at the revision', async () => {
  const { dataset } = await seeded.dataOf<{ dataset: Dataset & { sources: { reviewedOn: string }[] } }>(question);
  expect(dataset.reviewedOn).toBe(dataset.sources[0]?.reviewedOn);
  const source = (key: string, day: string) => `sources: [{ key: ${key}, title: ${key}, reviewedOn: ${day} }]`;
  await say(reviewed, `${source('one', '2026-03-01')}\n${firstWords}`, { source: 'one' });
  await say(reviewed, source('two', '2026-01-01'), { source: 'two' });
  await say(reviewed, source('two', '2026-05-01'), { source: 'two' });
  await ofReviews.seen(3);
  const { first, second, third } = await ofReviews.dataOf<Record<string, object>>(`{
    first: dataset(asKnownAt: 1) { reviewedOn }
    second: dataset(asKnownAt: 2) { reviewedOn }
    third: dataset { reviewedOn }
  }`);
  expect([first, second, third]).toEqual(
    ['2026-03-01', '2026-03-01', '2026-05-01'].map((reviewedOn) => ({ reviewedOn })),
  );
});

test('it says what is known to be missing', async () => {
  const { dataset } = await seeded.dataOf<{ dataset: Dataset }>(question);
  expect(dataset.knownGaps.join(' ')).toMatch(
    /The records of the source seeds were last reviewed on \d+ November 2026; later changes are missing\./,
  );
});

test('it names the years that have far fewer roll calls than those around them', async () => {
  const vote = (day: string, number: number) =>
    `  - { key: v${day}-${number}, kind: ROLL_CALL, text: A vote., rollCall: { body: UNGA, session: 70, tabled: ${day}, scope: WHOLE } }`;
  const votes = Object.entries({ 2020: 5, 2021: 5, 2022: 6, 2024: 1 }).flatMap(([year, count]) =>
    Array.from({ length: count }, (_, number) => vote(`${year}-03-0${number + 1}`, number)),
  );
  await say(withVotes, `propositions:\n${votes.join('\n')}`, { source: 'votes' });
  await ofVotes.seen(1);
  const { dataset } = await ofVotes.dataOf<{ dataset: Dataset }>(question);
  expect(dataset.knownGaps).toContain(
    'Of some years the ledger has far fewer roll calls of the UN General Assembly than of those around them: 0 of 2023 (around it 5 a year) and 1 of 2024 (around it 5 a year). The Assembly voted less, or most are missing.',
  );
  const { dataset: ofSeeds } = await seeded.dataOf<{ dataset: Dataset }>(question);
  expect(ofSeeds.knownGaps.join(' ')).not.toMatch(/far fewer roll calls/);
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
    reviewedOn: null,
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
