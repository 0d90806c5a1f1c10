import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { insert } from './insert.ts';
import { rolledBack, takeRevision } from './transaction.ts';

const database = useDatabase('seeded');
const refusedBy = (constraint: string) => expect.objectContaining({ constraint });

describe('memberships', () => {
  const again = (from: string, until: string | null) => ({ bloc_id: 'eu', member_id: 'GB', from, until });

  // The United Kingdom was a member from 1973-01-01; 2020-02-01 is the first day on which it was not.
  test.each([
    ['within it', '1980-01-01', '1981-01-01'],
    ['across its last day', '2020-01-31', null],
    ['across its first day', '1972-01-01', '1973-01-02'],
    ['around it', '1970-01-01', null],
  ])('of the same country in the same bloc do not overlap: %s', async (_, from, until) => {
    await rolledBack(database, (client) =>
      expect(insert(client, 'membership', again(from, until))).rejects.toEqual(refusedBy('membership_one_at_a_time')),
    );
  });

  test.each([
    ['begins on the day after the last', '2020-02-01', null],
    ['ends on the first day', '1970-01-01', '1973-01-01'],
  ])('stand beside one that %s', async (_, from, until) => {
    await rolledBack(database, async (client) => {
      const { rowCount } = await insert(client, 'membership', again(from, until));
      expect(rowCount).toBe(1);
    });
  });

  test('may overlap one that was retired', async () => {
    await rolledBack(database, async (client) => {
      await client.query(
        `UPDATE membership SET retired_in = $1 FROM party bloc, party member
         WHERE bloc.id = bloc_id AND member.id = member_id AND bloc.key = 'eu' AND member.key = 'GB'`,
        [await takeRevision(client)],
      );
      const { rowCount } = await insert(client, 'membership', again('1973-01-01', '2020-01-31'));
      expect(rowCount).toBe(1);
    });
  });

  test.each([
    ['end before they begin', again('2021-01-01', '2021-01-01'), 'membership_ends_after_it_begins'],
    ['are of a bloc in itself', { bloc_id: 'eu', member_id: 'eu', from: '2021-01-01' }, 'membership_not_of_itself'],
  ])('that %s are refused', async (_, row, constraint) => {
    await rolledBack(database, (client) =>
      expect(insert(client, 'membership', { role: 'PARTICIPANT', ...row })).rejects.toEqual(refusedBy(constraint)),
    );
  });

  test.each([
    ['a country is not a bloc', { bloc_id: 'CN', member_id: 'RU', from: '2021-01-01' }],
    ['a bloc is not a member of a bloc', { bloc_id: 'nato', member_id: 'eu', from: '2021-01-01' }],
  ])('are of countries in blocs: %s', async (_, row) => {
    await rolledBack(database, (client) =>
      expect(insert(client, 'membership', row)).rejects.toMatchObject({ code: '23514' }),
    );
  });
});
