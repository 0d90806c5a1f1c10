import { beforeAll, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { stance, useWriter } from './writer.ts';

const database = useDatabase('migrated');
const writer = useWriter(database);
const other = useWriter(database, 'other');
beforeAll(() => say(database, world)); // revision 1

const cn = 'cn--tw-part--2001-07-16';
const force = 'cn--tw-force--2005-03-14';

test('a write that touches what was changed since is a conflict that lists what changed, and changes nothing', async () => {
  const { revision } = await other.write('correctStance', { stance: cn, confidence: 'LOW', message: 'It is disputed' });
  const input = { stance: cn, confidence: 'MEDIUM', baseRevision: 1 };
  const selection = '... on Conflict { changes { revision { author message } } }';
  const answer = await writer.write('correctStance', input, selection);
  expect(answer).toMatchObject({ __typename: 'Conflict', code: 'CHANGED_SINCE' });
  expect(answer.message).toContain('revision 1');
  expect(answer.changes).toEqual([
    {
      at: 'input',
      record: 'stance CN | tw-part | 2001-07-16',
      revision: { number: revision?.number, author: 'other', message: 'It is disputed' },
    },
  ]);
  // It was written by the other server, which this one follows.
  const query = `{ stance(key: "${cn}") { confidence } }`;
  await expect
    .poll(async () => (await writer.dataOf<{ stance: unknown }>(query)).stance)
    .toEqual({ confidence: 'LOW' });
});

test('a write that touches other records goes through', async () => {
  expect(await writer.write('correctStance', { stance: force, verb: 'may', baseRevision: 1 })).toMatchObject({
    changed: true,
  });
});

test('with what has been read since as its base, it goes through', async () => {
  const { dataset } = await writer.dataOf<{ dataset: { revision: number } }>('{ dataset { revision } }');
  const input = { stance: cn, confidence: 'MEDIUM', baseRevision: dataset.revision };
  expect(await writer.write('correctStance', input)).toMatchObject({ changed: true });
});

test.each([
  [
    'a text',
    'amendIssue',
    { key: 'taiwan', name: 'Taiwan Strait' },
    'amendIssue',
    { key: 'taiwan', summary: 'X.' },
    'issue taiwan',
  ],
  [
    'a signatory',
    'amendDocument',
    { key: 'letter', signatories: [{ party: 'CN' }] },
    'amendDocument',
    { key: 'letter', note: 'X.' },
    'document letter',
  ],
  [
    'a link',
    'addProposition',
    { key: 'p', text: 'P.', issues: ['taiwan'] },
    'amendProposition',
    { key: 'p', text: 'Q.' },
    'proposition p',
  ],
  [
    'a membership',
    'amendMembership',
    { bloc: 'nato', member: 'TR', from: '1952-02-18', note: 'A.' },
    'amendMembership',
    { bloc: 'nato', member: 'TR', from: '1952-02-18', until: '2030-01-01' },
    'membership nato | TR | 1952-02-18',
  ],
  [
    'a stance that was retracted',
    'retractStance',
    { stances: ['ru--tw-part--2001-07-16'] },
    'recordStances',
    {
      stances: [
        stance({
          party: 'RU',
          heldFrom: '2001-07-16',
          basis: 'CO_SIGNATURE',
          citations: [{ document: 'treaty', verification: 'VERIFIED' }],
        }),
      ],
    },
    'stance RU | tw-part | 2001-07-16',
  ],
])('%s that somebody else changed since is noticed', async (_what, first, theirs, second, ours, record) => {
  const { dataset } = await writer.dataOf<{ dataset: { revision: number } }>('{ dataset { revision } }');
  const { revision } = await other.write(first, theirs);
  const { changes } = await writer.write(second, { ...ours, baseRevision: dataset.revision });
  expect(changes?.map((change) => [change.record, change.revision.number])).toEqual([[record, revision?.number]]);
  expect(await writer.write(second, { ...ours, baseRevision: revision?.number })).toMatchObject({ changed: true });
});

test('a member that joins since is no conflict for another one', async () => {
  const { revision } = await other.write('addMembership', {
    bloc: 'nato',
    member: 'RU',
    from: '2030-01-01',
    status: 'UNCLEAR',
  });
  const base = (revision?.number ?? 0) - 1;
  const written = await writer.write('addMembership', {
    bloc: 'nato',
    member: 'CN',
    from: '2030-01-01',
    status: 'UNCLEAR',
    baseRevision: base,
  });
  expect(written.changed).toBe(true);
});

test.each([-1, 1_000_000])('%d is no base', async (baseRevision) => {
  const { problems } = await writer.write('amendIssue', { key: 'taiwan', name: 'T', baseRevision });
  expect(problems).toMatchObject([{ at: 'input.baseRevision', found: String(baseRevision) }]);
});
