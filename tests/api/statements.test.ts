import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { useServer } from './running-server.ts';
import { recordStatements } from './statements.ts';

const database = useDatabase('seeded');
const server = useServer(database);

let sent: string[];
beforeAll(async () => {
  await server.dataOf('{ dataset { revision } }'); // the ledger has been read
  sent = recordStatements(database.pool);
});

async function costOf(query: string) {
  sent.length = 0;
  const data = await server.dataOf(`{ ${query} }`);
  return { statements: sent.length, sent: sent.join('\n'), size: JSON.stringify(data).length };
}

const parties = ['"CN", "RU"', '"CN", "RU", "US", "GB", "FR", "DE", "IN", "BR", "ZA", "JP", "AU", "nato"'];
const citations = 'citations { locator keyPhrase verification document { title date addresses { url } } }';
const stance = `key verb rationale tier changeKind ${citations}`;
const document = 'title signatories { party { name } role date }';

interface Size {
  readonly parties: string;
  readonly first: number;
}

/** What is asked, how many statements it takes, and the question for a number of parties and rows. */
const questions: [string, number, (size: Size) => string][] = [
  [
    'comparison',
    0,
    ({ parties, first }) => `comparison(parties: [${parties}]) {
    agreement { value measures { measure value } } issues { issue { name } verdicts { verdict count } } matrix { values }
    rows(first: ${first}) { nodes { verdict since proposition { text issues { name } } cells { party { name } position stance { heldFrom } } } }
  }`,
  ],
  [
    'comparison with citations',
    2,
    ({ parties, first }) => `comparison(parties: [${parties}]) {
    rows(first: ${first}) { nodes { proposition { key } cells { stance { heldFrom ${citations} } } } }
  }`,
  ],
  [
    'comparison with texts and citations',
    3,
    ({ parties, first }) => `comparison(parties: [${parties}]) {
    rows(first: ${first}) { nodes { cells { stance { ${stance} } } } }
  }`,
  ],
  [
    'comparison with joint documents',
    4,
    ({ first }) => `comparison(parties: ["CN", "RU"]) {
    jointDocuments(first: ${first}) { nodes { ${document} } }
  }`,
  ],
  [
    'agreement with evidence',
    0,
    ({ parties, first }) => `agreement(parties: [${parties}]) {
    value evidence(first: ${first}) { nodes { proposition { text } positions contribution stances { key } } }
  }`,
  ],
  ['matrix', 0, ({ parties }) => `agreementMatrix(parties: [${parties}]) { parties { name } values shared }`],
  ['stances', 0, ({ first }) => `stances(first: ${first}) { nodes { key position inForceUntil previous { key } } }`],
  ['stances with texts and citations', 3, ({ first }) => `stances(first: ${first}) { nodes { ${stance} } }`],
  [
    'stances that a document shows',
    4,
    ({ first }) =>
      `stances(first: ${first}, inForce: false, filter: { document: "a-res-60-1" }) { nodes { key ${citations} } }`,
  ],
  [
    'documents with signatories and passages',
    6,
    ({ first }) => `documents(first: ${first}, dateFrom: "2022-02-03", orderBy: DATE_ASC) {
    nodes { ${document} passages { nodes { locator parties { name } stances { key } } } }
  }`,
  ],
  ['search for documents', 3, ({ first }) => `documents(first: ${first}, search: "statement") { nodes { title } }`],
  [
    'issues, propositions and stances within each other',
    2,
    ({ first }) => `issues(first: ${first}) {
    nodes { name propositions(first: ${first}) { nodes { text stances(first: ${first}) { nodes { party { name } ${citations} } } } } }
  }`,
  ],
  [
    'parties with memberships',
    0,
    ({ first }) => `parties(first: ${first}) { nodes { name memberships { nodes { bloc { name } from } } } }`,
  ],
];

test.each(questions)(
  '%s: %d statements, whether 2 parties and 5 rows or 12 parties and 50 rows',
  async (_what, statements, ask) => {
    const few = await costOf(ask({ parties: parties[0] ?? '', first: 5 }));
    const many = await costOf(ask({ parties: parties[1] ?? '', first: 50 }));
    expect(few, few.sent).toMatchObject({ statements });
    expect(many, many.sent).toMatchObject({ statements });
    expect(many.size).toBeGreaterThan(few.size);
  },
);

test('the dataset: 3 statements', async () => {
  const dataset =
    'dataset { latestRevision { time } counts { stances documents } coverage { latest } verbGuide { verb } }';
  expect(await costOf(dataset)).toMatchObject({ statements: 3 });
});

test.each([
  ['documents', 'documents(first: 60) { nodes { id } }', 1],
  ['passages', 'document(key: "seed-gt-2022-02-04") { passages { nodes { id } } }', 1],
  ['stances', 'stances(first: 60) { nodes { id } }', 0],
])('%s by their ids: %# statements', async (_what, list, statements) => {
  const data = await server.dataOf(`{ ${list} }`);
  const ids = [...JSON.stringify(data).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
  const nodes = (some: unknown[]) =>
    `nodes(ids: ${JSON.stringify(some)}) { id ... on Document { title } ... on Passage { locator } }`;
  expect(await costOf(nodes(ids.slice(0, 2)))).toMatchObject({ statements });
  expect(await costOf(nodes(ids))).toMatchObject({ statements });
});

test('documents with their stances: as many statements for 50 documents as for 5', async () => {
  const ask = (first: number) =>
    `documents(first: ${first}) { nodes { title stances(inForce: false) { nodes { key } } } }`;
  expect((await costOf(ask(50))).statements).toBe((await costOf(ask(5))).statements);
});
