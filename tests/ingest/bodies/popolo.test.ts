import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPopolo } from '#ingest/roll-calls/popolo/read-popolo.ts';
import { readBody } from './read.ts';
import { type Changes, sampleOf, sampleWith } from './sample.ts';

const read = (file: string, folder = sampleOf('popolo'), explained = new Map([['both', null]])) =>
  readBody(openPopolo([join(folder, file)], { explained }), folder);

async function problemsOf(file: string, change: Changes[string]) {
  return (await read(file, await sampleWith('popolo', { [file]: change }))).problems;
}

test('the options of Popolo: yes, no and abstain are positions, absent, paired and not voting absences', async () => {
  const { votes, problems } = await read('parliament.json');
  expect(problems).toEqual([]);
  expect(votes).toEqual([
    'popolo-vote-42 popolo-john-q-public SUPPORT',
    'popolo-vote-42 popolo-jane-roe OPPOSE',
    'popolo-vote-42 popolo-pat-paired ABSENT',
    'popolo-vote-43 popolo-john-q-public ABSENT',
    'popolo-vote-43 popolo-group-reds NEUTRAL',
    'popolo-vote-43 popolo-jane-roe ABSENT',
  ]);
});

test('who votes for two options has taken no side, and of a teller without an option nothing is known', async () => {
  expect((await read('parliament.json')).notes).toEqual([
    'Left out: votes without an option, as of tellers (1).',
    'Recorded as absences: votes for two options in one event (1).',
    'Left out: memberships without a first day (1).',
  ]);
});

test('persons are parties, and so are the organizations that vote or to which voters belong', async () => {
  const { parties } = await read('parliament.json');
  expect(parties.map(({ key, kind, name, aliases }) => [key, kind, name, ...aliases])).toEqual([
    ['popolo-john-q-public', 'PERSON', 'John Q. Public', 'Jack Public'],
    ['popolo-jane-roe', 'PERSON', 'Jane Roe'],
    ['popolo-17', 'PERSON', 'Jo Seventeen'],
    ['popolo-pat-paired', 'PERSON', 'Pat Paired'],
    ['popolo-group-reds', 'GROUP', 'The Reds'],
    ['popolo-group-greens', 'GROUP', 'The Greens'],
  ]);
});

test('a membership is that in a party, or one in a parliament on its behalf, with the days of its period', async () => {
  expect((await read('parliament.json')).memberships).toEqual([
    'popolo-jane-roe in popolo-group-reds 2011-01-01 2012-07-01 YEAR',
    'popolo-jane-roe in popolo-group-greens 2012-07-01 null DAY',
    'popolo-john-q-public in popolo-group-greens 2011-06-02 2015-08-03 DAY',
  ]);
});

test('a vote event is a roll call of the organization whose members vote, in the words of its motion', async () => {
  const { rollCalls } = await read('parliament.json');
  expect(rollCalls).toMatchObject([
    {
      ...{
        body: 'House of Samples',
        session: 41,
        series: '41-2',
        symbol: 'C-7',
        tabledOn: '2013-01-01',
        precision: 'DAY',
      },
      text: 'That the Bill is to be read a second time.',
    },
    { body: 'Committee of the Whole', session: 2013, series: null, tabledOn: '2013-02-01', precision: 'MONTH' },
  ]);
});

test('motions with vote events within them are read; the party of a vote is a group from that day on', async () => {
  const { rollCalls, votes, memberships, problems } = await read('motions.json');
  expect(problems).toEqual([]);
  expect(rollCalls).toMatchObject([
    {
      key: 'popolo-example-2008-03-04-112',
      body: 'example.commons',
      address: 'https://example.org/division?number=112',
    },
  ]);
  expect(votes.slice(2)).toEqual([
    'popolo-example-2008-03-04-112 popolo-cy-cole SUPPORT',
    'popolo-example-2008-03-04-112 popolo-dot-dane ABSENT',
    'popolo-example-2008-03-04-112 popolo-ed-eng ABSENT',
  ]);
  expect(memberships[0]).toBe('popolo-ann-able in popolo-group-con 2008-03-04 null APPROXIMATE');
});

test('what another option means is for the user to say', async () => {
  const { problems } = await read('motions.json', sampleOf('popolo'), new Map());
  expect(problems).toEqual([
    'motions.json:26  found option: "both", expected one of yes, no, abstain, absent, not voting, paired, present, excused; --option says what another one means',
  ]);
});

test('counts that are not those of the votes are told', async () => {
  const folder = await sampleWith('popolo', { 'motions.json': (text) => text.replace('"value": 2', '"value": 3') });
  expect((await read('motions.json', folder)).notes).toContain(
    `Counts that differ from the votes themselves (1): ${join(folder, 'motions.json')}:10.`,
  );
});

test('what cannot be is refused with its file and line', async () => {
  expect(
    await problemsOf('motions.json', (text) =>
      text.replace('"option": "yes", "party_id"', '"option" "yes", "party_id"'),
    ),
  ).toEqual(['motions.json:25:71  found an error in the JSON: ColonExpected, expected JSON as RFC 8259 defines it']);
  expect(await problemsOf('motions.json', (text) => text.replace('"id": "bob_beck"', '"id": "ann_able"'))).toEqual([
    'motions.json:24  found a second vote of Ann Able in one vote event, expected one (first at motions.json:19)',
  ]);
  expect(await problemsOf('parliament.json', (text) => text.replace('2013-01-01T12:30Z', 'New Year'))).toEqual([
    'parliament.json:47  found start_date: "New Year", expected a date',
  ]);
  expect(await problemsOf('parliament.json', '['.repeat(200_000))).toEqual([
    'parliament.json  found lists or mappings within each other without end, expected Popolo records',
  ]);
  expect(await problemsOf('parliament.json', '[{"name": "Nobody"}]')).toEqual([
    'parliament.json:1  found a list of records whose class cannot be told, expected a mapping such as {"vote_events": […]}',
  ]);
  expect(await problemsOf('parliament.json', '{"persons": []}')).toEqual([
    'parliament.json  found no vote event, expected at least one, in a list or within a motion',
  ]);
});
