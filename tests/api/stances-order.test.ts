import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { type Keyed, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

interface Stance {
  heldFrom: string;
  party: Keyed;
  proposition: Keyed;
}

const keys = (stances: readonly Stance[], keyOf: (stance: Stance) => string) => stances.map(keyOf);

test.each([
  ['HELD_FROM_ASC', ({ heldFrom }: Stance) => heldFrom, false],
  ['HELD_FROM_DESC', ({ heldFrom }: Stance) => heldFrom, true],
  ['PARTY', ({ party, proposition, heldFrom }: Stance) => `${party.key} ${proposition.key} ${heldFrom}`, false],
  ['PROPOSITION', ({ party, proposition, heldFrom }: Stance) => `${proposition.key} ${party.key} ${heldFrom}`, false],
])('stances by %s', async (order, keyOf, descending) => {
  const args = `inForce: false, orderBy: ${order}`;
  const given = keys(
    await server.everyRow<Stance>('stances', args, 'heldFrom party { key } proposition { key }'),
    keyOf,
  );
  const sorted = given.toSorted();
  expect(given).toEqual(descending ? sorted.reverse() : sorted);
});

test('without an order the latest stance comes first', async () => {
  const given = await server.everyRow<Stance>('stances', '', 'heldFrom party { key } proposition { key }');
  const days = keys(given, ({ heldFrom }) => heldFrom);
  expect(days).toEqual(days.toSorted().reverse());
});
