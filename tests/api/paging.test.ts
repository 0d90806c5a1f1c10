import { beforeAll, describe, expect, test } from 'vitest';
import { useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  edges: { cursor: string }[];
  nodes: object[];
}

const comparison = 'comparison(parties: ["CN", "RU", "US"], scope: { kinds: [CLAIM, ROLL_CALL] })';

/** A list: the field, the field above it, its other arguments, and enough of a row to tell it from the others. */
const lists = [
  { list: 'parties', row: 'key' },
  { list: 'countries', args: 'orderBy: KEY', row: 'key' },
  { list: 'blocs', row: 'key' },
  { list: 'issues', row: 'key' },
  { list: 'propositions', row: 'key' },
  { list: 'documents', args: 'dateFrom: "2020-01-01"', row: 'key' },
  { list: 'stances', args: 'inForce: false, filter: { issues: ["aukus"] }', row: 'key' },
  { list: 'revisions', row: 'number' },
  { list: 'members', above: 'party(key: "nato")', row: 'member { key }' },
  { list: 'passages', above: 'document(key: "seed-gt-2022-02-04")', row: 'key' },
  { list: 'rows', above: comparison, row: 'proposition { key }' },
  { list: 'jointDocuments', above: comparison, row: 'key' },
  {
    list: 'evidence',
    above: `${comparison.replace('comparison', 'agreement')}`,
    row: 'parties { key } proposition { key }',
  },
];

async function pageOf({ list, above, args = '', row }: (typeof lists)[number], page: string): Promise<Page> {
  const field = `list: ${list}(${page}, ${args}) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor } nodes { ${row} }
  }`;
  const data = await server.dataOf<{ list: Page; above: { list: Page } }>(
    above ? `{ above: ${above} { ${field} } }` : `{ ${field} }`,
  );
  return above ? data.above.list : data.list;
}

describe.each(lists)('$list', (list) => {
  let whole: Page;
  let size: number;
  beforeAll(async () => {
    whole = await pageOf(list, 'first: 250');
    size = Math.max(1, Math.floor(whole.totalCount / 3) - 1); // several pages, the last of them not full
  });

  test('is short enough to be had at once, and no row is in it twice', () => {
    expect(whole.nodes.length).toBe(whole.totalCount);
    expect(whole.nodes).not.toEqual([]);
    expect(new Set(whole.nodes.map((row) => JSON.stringify(row))).size).toBe(whole.totalCount);
    expect([whole.pageInfo.hasNextPage, whole.pageInfo.hasPreviousPage]).toEqual([false, false]);
  });

  test('page after page gives each row once', async () => {
    const rows: object[] = [];
    let page = await pageOf(list, `first: ${size}`);
    expect(page.pageInfo.hasPreviousPage).toBe(false);
    for (;;) {
      rows.push(...page.nodes);
      expect(page.totalCount).toBe(whole.totalCount);
      expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor);
      expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor);
      expect(page.pageInfo.hasNextPage).toBe(rows.length < whole.totalCount);
      if (!page.pageInfo.hasNextPage) break;
      page = await pageOf(list, `first: ${size}, after: "${page.pageInfo.endCursor}"`);
      expect(page.pageInfo.hasPreviousPage).toBe(true);
    }
    expect(rows).toEqual(whole.nodes);
  });

  // Documents cannot be paged backwards: a bug, see documents.test.ts.
  test('page before page gives each row once', async () => {
    const rows: object[] = [];
    let page = await pageOf(list, `last: ${size}`);
    expect(page.pageInfo.hasNextPage).toBe(false);
    for (;;) {
      rows.unshift(...page.nodes);
      expect(page.pageInfo.hasPreviousPage).toBe(rows.length < whole.totalCount);
      if (!page.pageInfo.hasPreviousPage) break;
      page = await pageOf(list, `last: ${size}, before: "${page.pageInfo.startCursor}"`);
      expect(page.pageInfo.hasNextPage).toBe(true);
    }
    expect(rows).toEqual(whole.nodes);
  });

  test('a page of no rows still says how many there are', async () => {
    const page = await pageOf(list, 'first: 0');
    expect([page.nodes, page.totalCount, page.pageInfo.startCursor]).toEqual([[], whole.totalCount, null]);
  });
});

test('without a size there are at most fifty rows', async () => {
  const { stances } = await server.dataOf<{ stances: { nodes: object[] } }>('{ stances { nodes { key } } }');
  expect(stances.nodes.length).toBe(50);
});

test('what lies between two cursors', async () => {
  const { nodes, edges } = await pageOf({ list: 'parties', row: 'key' }, 'first: 10');
  const between = await pageOf(
    { list: 'parties', row: 'key' },
    `after: "${edges[2]?.cursor}", before: "${edges[6]?.cursor}", first: 50`,
  );
  expect(between.nodes).toEqual(nodes.slice(3, 6));
});
