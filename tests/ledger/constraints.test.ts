import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { insert } from './insert.ts';
import { rolledBack, takeRevision } from './transaction.ts';

const database = useDatabase('seeded');

const refusedBy = (constraint: string) => expect.objectContaining({ constraint });

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
