import type { PoolClient } from 'pg';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { rolledBack, takeRevision } from './transaction.ts';

const database = useDatabase('seeded');

/** Inserts a row in a new revision, with keys of parties, propositions and documents instead of ids. */
async function insert(client: PoolClient, table: string, row: Record<string, string | number | null>) {
  const columns = Object.keys(row);
  const values = columns.map((column, index) => {
    const [, target = 'party'] = /^(?:(proposition|document|issue|stance)|\w+)_id$/.exec(column) ?? [];
    return column.endsWith('_id') ? `(SELECT id FROM ${target} WHERE key = $${index + 1})` : `$${index + 1}`;
  });
  const names = columns.map((column) => `"${column}"`).join(', ');
  const revision = await takeRevision(client);
  return client.query(
    `INSERT INTO ${table} (${names}, added_in) VALUES (${values.join(', ')}, ${revision})`,
    Object.values(row),
  );
}

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

describe('a stance', () => {
  const again = {
    party_id: 'CN',
    proposition_id: 'tw-inalienable',
    held_from: '1972-12-22',
    position: 'SUPPORT',
    basis: 'OWN_STATEMENT',
    confidence: 'HIGH',
  };

  test('stands once for a party, a proposition and a day', async () => {
    await rolledBack(database, (client) =>
      expect(insert(client, 'stance', again)).rejects.toEqual(refusedBy('stance_once')),
    );
  });

  test('can be said again once it is retired', async () => {
    await rolledBack(database, async (client) => {
      const { rowCount: retired } = await client.query(
        `UPDATE stance SET retired_in = $1 FROM party, proposition
         WHERE party.id = party_id AND proposition.id = proposition_id AND party.key = $2 AND proposition.key = $3 AND held_from = $4`,
        [await takeRevision(client), again.party_id, again.proposition_id, again.held_from],
      );
      const { rowCount: added } = await insert(client, 'stance', again);
      expect({ retired, added }).toEqual({ retired: 1, added: 1 });
    });
  });

  test('ends after it begins', async () => {
    const row = { ...again, held_from: '2001-01-01', held_until: '2001-01-01' };
    await rolledBack(database, (client) =>
      expect(insert(client, 'stance', row)).rejects.toEqual(refusedBy('stance_ends_after_it_begins')),
    );
  });
});

describe('keys', () => {
  test.each([
    ['country', 'COUNTRY', 'China'],
    ['country', 'COUNTRY', 'cn'],
    ['bloc', 'BLOC', 'The Bloc'],
    ['bloc', 'BLOC', 'a--b'],
  ])('of a %s do not look like %s %s', async (_, kind, key) => {
    await rolledBack(database, (client) =>
      expect(insert(client, 'party', { key, kind, name: 'X' })).rejects.toEqual(refusedBy('party_key_form')),
    );
  });

  test('of two parties differ by more than case, because keys of stances have them in small letters', async () => {
    await rolledBack(database, (client) =>
      expect(insert(client, 'party', { key: 'cn', kind: 'BLOC', name: 'X' })).rejects.toEqual(
        refusedBy('party_key_whatever_case'),
      ),
    );
  });
});

describe('a proposition', () => {
  test.each([
    ['roll call without its session', { kind: 'ROLL_CALL', body: 'UNGA' }],
    ['claim with a tally', { kind: 'CLAIM', yes: 5 }],
  ])('that is a %s is refused', async (_, fields) => {
    await rolledBack(database, (client) =>
      expect(insert(client, 'proposition', { key: 'x', text: 'X', ...fields })).rejects.toEqual(
        refusedBy('proposition_roll_call_is_described'),
      ),
    );
  });
});

test('a key phrase has at most eight words', async () => {
  const passage = { key: 'p', document_id: 'tac-1976', locator: 'para 1', kind: 'GENERAL' };
  const eight = 'one two three four five six seven eight';
  await rolledBack(database, async (client) => {
    const { rowCount } = await insert(client, 'passage', { ...passage, key_phrase: eight });
    expect(rowCount).toBe(1);
    await expect(insert(client, 'passage', { ...passage, key: 'q', key_phrase: `${eight} nine` })).rejects.toEqual(
      refusedBy('passage_key_phrase_is_short'),
    );
  });
});
