import { expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';

const server = useServer(useDatabase('seeded'), { limits: { pageSize: 3, maxPageSize: 5 } });

const keys = async (args: string) => {
  const { issues } = await server.dataOf<{ issues: { nodes: unknown[] } }>(`{ issues${args} { nodes { key } } }`);
  return issues.nodes.length;
};

test('a server may be set to other pages', async () => {
  expect([await keys(''), await keys('(first: 5)')]).toEqual([3, 5]);
  expect(await server.errorOf('{ issues(first: 6) { totalCount } }')).toMatchObject({
    code: 'BAD_INPUT',
    message: 'first: found 6, expected a number from 0 to 5.',
  });
});
