import { beforeEach, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { useWriter } from './writer.ts';

const database = useDatabase('migrated');
const writer = useWriter(database);

// China's stance on tw-part of the small world, which the passage treaty-5 shows; each test makes one of another day.
let count = 0;
let key = '';
let day = '';
beforeEach(async () => {
  if (count === 0) await say(database, world);
  day = `2015-01-${String(++count).padStart(2, '0')}`;
  key = `cn--tw-part--${day}`;
  const said = {
    party: 'CN',
    proposition: 'tw-part',
    heldFrom: day,
    position: 'SUPPORT',
    basis: 'OWN_STATEMENT',
    confidence: 'HIGH',
    verb: 'says',
    citations: [
      { document: 'letter', verification: 'VERIFIED' },
      { document: 'treaty', verification: 'VERIFIED' },
    ],
  };
  await writer.write('recordStances', { stances: [said] });
  const passage = {
    key: `p-${count}`,
    document: 'letter',
    locator: 'para 1',
    kind: 'POSITION',
    parties: ['CN'],
    stances: [key],
  };
  await writer.write('recordPassages', { passages: [passage] });
});

const shown = `... on StancesRevised { stances {
  key position verb confidence heldUntil citations { document { key } locator } } }`;

const shownByPassage = async () => {
  const { document } = await writer.dataOf<{
    document: { passages: { nodes: { key: string; stances: { key: string }[] }[] } };
  }>('{ document(key: "letter") { passages(first: 100) { nodes { key stances { key } } } } }');
  return document.passages.nodes.find((passage) => passage.key === `p-${count}`)?.stances.map((row) => row.key);
};

test('what is left out stays, what is given changes, and null makes it unknown', async () => {
  const written = await writer.write(
    'correctStance',
    { stance: key, position: 'LEAN_SUPPORT', verb: null, heldUntil: '2016-01-01' },
    shown,
  );
  expect(written.stances).toEqual([
    {
      key,
      position: 'LEAN_SUPPORT',
      verb: null,
      confidence: 'HIGH',
      heldUntil: '2016-01-01',
      citations: [
        { document: { key: 'letter' }, locator: null },
        { document: { key: 'treaty' }, locator: null },
      ],
    },
  ]);
  expect(await shownByPassage()).toEqual([key]);
});

test('what was said before is still known at the revision before', async () => {
  const { revision } = await writer.write('correctStance', { stance: key, position: 'OPPOSE' });
  const at = (asKnownAt: number) =>
    writer.dataOf(
      `query ($known: Int!) { stances(filter: { parties: ["CN"], propositions: ["tw-part"] }, asOf: "${day}", asKnownAt: $known)
      { nodes { position } } }`,
      { known: asKnownAt },
    );
  expect(await at((revision?.number ?? 0) - 1)).toEqual({ stances: { nodes: [{ position: 'SUPPORT' }] } });
  expect(await at(revision?.number ?? 0)).toEqual({ stances: { nodes: [{ position: 'OPPOSE' }] } });
});

test('citations that are given take the place of all that there were', async () => {
  const citations = [{ document: 'treaty', locator: 'article 9', verification: 'FROM_KNOWLEDGE' }];
  const written = await writer.write('correctStance', { stance: key, citations }, shown);
  expect(written.stances).toMatchObject([{ citations: [{ document: { key: 'treaty' }, locator: 'article 9' }] }]);
});

test('a wrong day moves the stance with its citations and passages to another key', async () => {
  const written = await writer.write('correctStance', { stance: key, heldFrom: '2014-06-01' }, shown);
  const moved = 'cn--tw-part--2014-06-01';
  expect(written.stances).toMatchObject([{ key: moved, citations: [{}, {}] }]);
  expect(await writer.dataOf(`{ stance(key: "${key}") { key } }`)).toEqual({ stance: null });
  expect(await shownByPassage()).toEqual([moved]);
});

test('a wrong party leaves the passage, which is the words of another', async () => {
  const written = await writer.write('correctStance', { stance: key, party: 'RU' }, shown);
  expect(written.stances).toMatchObject([{ key: `ru--tw-part--${day}` }]);
  expect(await shownByPassage()).toEqual([]);
});

test('a stance does not take the place of another one', async () => {
  const { problems } = await writer.write('correctStance', { stance: key, heldFrom: '2001-07-16' });
  expect(problems).toMatchObject([{ at: 'input', found: expect.stringContaining('already exists') }]);
});

test.each([
  ['a key of no stance', () => ({ stance: 'cn--tw-part--1900-01-01' }), 'input.stance'],
  ['a text that is no key', () => ({ stance: 'China' }), 'input.stance'],
  ['no position', () => ({ stance: key, position: null }), 'input.position'],
  ['no party', () => ({ stance: key, party: null }), 'input.party'],
  ['an end before the beginning', () => ({ stance: key, heldUntil: '2000-01-01' }), 'input.heldUntil'],
  ['no citation', () => ({ stance: key, citations: [] }), 'input.citations'],
  ['an unknown proposition', () => ({ stance: key, proposition: 'tw-parts' }), 'input.proposition'],
])('%s is refused with its place', async (_what, input, at) => {
  const { __typename, problems } = await writer.write('correctStance', input());
  expect([__typename, problems?.[0]?.at]).toEqual(['InvalidInput', at]);
});

test('a correction that changes nothing makes no revision', async () => {
  expect(await writer.write('correctStance', { stance: key, position: 'SUPPORT' })).toMatchObject({ changed: false });
});

test('retracted stances are gone with their citations and links, and answered as they were known last', async () => {
  const written = await writer.write('retractStance', { stances: [key, 'ru--tw-part--2001-07-16'] }, shown);
  expect(written.stances).toMatchObject([{ key, position: 'SUPPORT' }, { key: 'ru--tw-part--2001-07-16' }]);
  expect(await writer.dataOf(`{ stance(key: "${key}") { key } }`)).toEqual({ stance: null });
  expect(await shownByPassage()).toEqual([]);
  const { rows } = await database.pool.query(
    `SELECT FROM citation JOIN stance ON stance.id = stance_id
     WHERE citation.retired_in IS NULL AND stance.retired_in IS NOT NULL`,
  );
  expect(rows).toEqual([]);
  const again = await writer.write('retractStance', { stances: [key] });
  expect(again.problems).toMatchObject([{ at: 'input.stances[0]', found: `unknown stance "${key}"` }]);
});
