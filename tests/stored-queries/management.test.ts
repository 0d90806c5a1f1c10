import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { useWriter } from '../writers/writer.ts';

const database = useDatabase('seeded');
const writer = useWriter(database);
const other = useWriter(database, 'other'); // on another server

const document = 'query ($issue: String! = "taiwan") { issue(key: $issue) { key name } }';
const query = { name: 'one-issue', description: 'An issue.', document };
const shown =
  '... on StoredQueryChanged { changed storedQuery { name version description document columns { name path type } } }';

/** Sends a mutation, whose input has no message, and gives its result. */
async function manage(mutation: string, input: Record<string, unknown>, by = writer) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await by.ask<{ result: Record<string, unknown> }>(
    `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename ${shown}
      ... on Error { code message } ... on InvalidInput { problems { at found expected } } } }`,
    { input },
    { authorization: by.authorization() },
  );
  expect(errors).toBeUndefined();
  return data?.result;
}
const read = async (path: string) => {
  const response = await fetch(new URL(path, other.url()));
  return { status: response.status, ...(await response.json()) };
};

test('a query is stored, amended and taken away, each time a version that stays readable', async () => {
  expect(await manage('createStoredQuery', query)).toMatchObject({
    changed: true,
    storedQuery: {
      version: 1,
      columns: [{ name: 'issue_key', path: 'issue.key', type: 'STRING' }, { name: 'issue_name' }],
    },
  });
  // On another server at once.
  expect(await read('/q/one-issue?issue=aukus')).toMatchObject({ status: 200, data: { issue: { key: 'aukus' } } });
  const change = { name: 'one-issue', document: document.replace('name', 'tier'), baseVersion: 1 };
  expect(await manage('amendStoredQuery', change)).toMatchObject({
    changed: true,
    storedQuery: { version: 2, description: 'An issue.' },
  });
  expect(await manage('amendStoredQuery', change)).toMatchObject({ __typename: 'Conflict', code: 'CHANGED_SINCE' });
  expect(await manage('amendStoredQuery', { ...change, baseVersion: 2 })).toMatchObject({ changed: false });
  expect(await read('/q/one-issue')).toMatchObject({ data: { issue: { tier: 'CORE' } } });
  expect(await read('/q/one-issue?version=1')).toMatchObject({ data: { issue: { name: expect.any(String) } } });

  expect(await manage('removeStoredQuery', { name: 'one-issue' })).toMatchObject({ changed: true, storedQuery: null });
  expect((await read('/q/one-issue')).status).toBe(404);
  expect(await read('/q/one-issue?version=2')).toMatchObject({ status: 200, data: { issue: { tier: 'CORE' } } });
  expect(await manage('createStoredQuery', query)).toMatchObject({ storedQuery: { version: 4 } });
  const { storedQuery } = await writer.dataOf<{ storedQuery: unknown }>(
    '{ storedQuery(name: "one-issue") { shipped versions { totalCount nodes { version removed } } variables { name type default required } } }',
  );
  expect(storedQuery).toEqual({
    shipped: false,
    versions: {
      totalCount: 4,
      nodes: [4, 3, 2, 1].map((version) => ({ version, removed: version === 3 })),
    },
    variables: [{ name: 'issue', type: 'String!', default: 'taiwan', required: false }],
  });
});

test.each([
  ['a name that is no slug', { name: 'No Slug' }, 'input.name', /No Slug/],
  ['the name of a shipped one', { name: 'comparison' }, 'input.name', /shipped with Concord/],
  ['the name of the ledger', { name: 'ledger' }, 'input.name', /ledger/],
  ['no description', { description: ' ' }, 'input.description', /^0 characters$/],
  ['what is not GraphQL', { document: '{ a' }, 'input.document:1:4', /Syntax Error/],
  ['what does not fit the schema', { document: '{ issue(key: "x") { nme } }' }, 'input.document:1:21', /nme/],
  [
    'two queries',
    { document: 'query A { dataset { revision } } query B { dataset { revision } }' },
    'input.document',
    /^2 operations$/,
  ],
  [
    'a mutation',
    { document: 'mutation { removeExport(input: { name: "x" }) { __typename } }' },
    'input.document',
    /^a mutation$/,
  ],
  ['a variable that the document has not', { variables: { isue: 'x' } }, 'input.variables.isue', /^a value$/],
  ['a variable of another type', { variables: { issue: 7 } }, 'input.variables.issue', /^7 \(/],
  ['variables that are no object', { variables: [1] }, 'input.variables', /^\[1\]$/],
  [
    'a variable that an address cannot say',
    { document: 'query ($version: Int) { dataset(asKnownAt: $version) { revision } }' },
    'input.document',
    /\$version/,
  ],
  [
    'a path that is not selected',
    { columns: [{ name: 'x', path: 'issue.text' }] },
    'input.columns[0].path',
    /issue\.text/,
  ],
  [
    'an element of what is no list',
    { columns: [{ name: 'x', path: 'issue[0].key' }] },
    'input.columns[0].path',
    /issue\[0\]\.key/,
  ],
  ['a path to an object', { columns: [{ name: 'x', path: 'issue' }] }, 'input.columns[0].path', /issue/],
  [
    'two columns of one name',
    {
      columns: [
        { name: 'x', path: 'issue.key' },
        { name: 'x', path: 'issue.name' },
      ],
    },
    'input.columns',
    /two columns with the name x/,
  ],
  [
    'a column with another sort of name',
    { columns: [{ name: 'X-1', path: 'issue.key' }] },
    'input.columns[0].name',
    /X-1/,
  ],
  [
    'columns through lists beside one another',
    {
      document: '{ issues { nodes { key } } parties { nodes { key } } }',
      columns: [
        { name: 'a', path: 'issues.nodes.key' },
        { name: 'b', path: 'parties.nodes.key' },
      ],
    },
    'input.columns.b',
    /parties\.nodes/,
  ],
  [
    'what costs too much',
    {
      document:
        '{ comparison(parties: []) { rows(first: 250) { nodes { cells { stance { citations { document { signatories { party { memberships(first: 250) { nodes { bloc { memberships(first: 250) { nodes { note } } } } } } } } } } } } } } }',
    },
    'input.document',
    /cost|levels/,
  ],
  [
    'a document whose fragments multiply',
    {
      document: `{ dataset { ...F0 } } ${Array.from({ length: 40 }, (_, n) => `fragment F${n} on Dataset { ...F${n + 1} ... { ...F${n + 1} } }`).join(' ')} fragment F40 on Dataset { revision }`,
    },
    'input.document',
    /more than 1000000 fields/,
  ],
])('%s is refused with its place', async (_what, input, at, found) => {
  const answer = await manage('createStoredQuery', { ...query, name: 'refused', ...input });
  expect(answer).toMatchObject({ __typename: 'InvalidInput' });
  expect(answer?.problems).toEqual([{ at, found: expect.stringMatching(found), expected: expect.stringMatching(/./) }]);
});

test('a shipped one is neither amended nor taken away, an unknown one is told', async () => {
  for (const mutation of ['amendStoredQuery', 'removeStoredQuery']) {
    expect(await manage(mutation, { name: 'comparison' })).toMatchObject({
      problems: [{ at: 'input.name', found: expect.stringMatching(/shipped with Concord/) }],
    });
    expect(await manage(mutation, { name: 'nobody' })).toMatchObject({
      problems: [{ at: 'input.name', found: 'There is no stored query "nobody"' }],
    });
  }
});

test('equal writes at once, on two servers, are one version; the same key for something else is a conflict', async () => {
  const input = { ...query, name: 'race', idempotencyKey: 'race' };
  const ask = `mutation ($input: CreateStoredQueryInput!) { result: createStoredQuery(input: $input) { __typename ${shown} } }`;
  const authorization = writer.authorization();
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, place) => (place % 2 === 0 ? writer : other).ask(ask, { input }, { authorization })),
  );
  expect(answers.map(({ data }) => data)).toEqual(
    answers.map(() => ({
      result: expect.objectContaining({ changed: true, storedQuery: expect.objectContaining({ version: 1 }) }),
    })),
  );
  expect(await manage('createStoredQuery', { ...input, description: 'Another.' })).toMatchObject({
    __typename: 'Conflict',
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
});

test('amendments at once, on two servers, lose nothing', async () => {
  await manage('createStoredQuery', { ...query, name: 'busy' });
  await Promise.all(
    Array.from({ length: 10 }, (_, place) =>
      manage('amendStoredQuery', { name: 'busy', description: `Change ${place}.` }, place % 2 === 0 ? writer : other),
    ),
  );
  const { storedQuery } = await writer.dataOf<{ storedQuery: { version: number; versions: { totalCount: number } } }>(
    '{ storedQuery(name: "busy") { version versions { totalCount } } }',
  );
  expect([storedQuery.version, storedQuery.versions.totalCount]).toEqual([11, 11]);
});

test('the database keeps every version', async () => {
  await expect(database.pool.query('DELETE FROM stored_query')).rejects.toThrow(/refused/);
  await expect(database.pool.query(`UPDATE stored_query SET document = ''`)).rejects.toThrow(/refused/);
});
