import { beforeAll, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { stance, useWriter } from './writer.ts';

const database = useDatabase('migrated');
const writer = useWriter(database);
beforeAll(() => say(database, world));

test('what a key records is in the answer, in the next query, and in the history under its name', async () => {
  const selection = '... on StancesRevised { stances { key position citations { document { key } } } }';
  const written = await writer.write('recordStances', { stances: [stance()], message: 'Türkiye said so' }, selection);
  expect(written).toMatchObject({
    __typename: 'StancesRevised',
    revision: { number: 2, author: 'editor', source: 'editor', message: 'Türkiye said so' },
    changed: true,
    stances: [{ key: 'tr--tw-part--2010-05-01', position: 'SUPPORT', citations: [{ document: { key: 'letter' } }] }],
  });
  const { stance: found } = await writer.dataOf<{ stance: unknown }>(
    '{ stance(key: "tr--tw-part--2010-05-01") { position confidence heldFromPrecision tier } }',
  );
  expect(found).toEqual({ position: 'SUPPORT', confidence: 'HIGH', heldFromPrecision: 'DAY', tier: 'CORE' });
});
