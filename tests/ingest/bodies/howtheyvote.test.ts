import { expect, test } from 'vitest';
import { readBody } from './read.ts';
import { type Changes, openers, replacing, sampleOf, sampleWith } from './sample.ts';

const read = (folder = sampleOf('howtheyvote')) => readBody(openers.howtheyvote([folder]), folder);

const problemsOf = async (changes: Changes) => (await read(await sampleWith('howtheyvote', changes))).problems;

test('for, against and abstention are positions; who did not vote is absent', async () => {
  const { votes, problems, warnings } = await read();
  expect([problems, warnings]).toEqual([[], []]);
  expect(votes).toEqual([
    'howtheyvote-100001 howtheyvote-900001 SUPPORT',
    'howtheyvote-100001 howtheyvote-900002 NEUTRAL',
    'howtheyvote-100002 howtheyvote-900001 OPPOSE',
    'howtheyvote-100002 howtheyvote-900002 ABSENT',
    'howtheyvote-100003 howtheyvote-900001 SUPPORT',
    'howtheyvote-100003 howtheyvote-900003 SUPPORT',
  ]);
});

test('members are persons, political groups groups with their abbreviations', async () => {
  const { parties } = await read();
  expect(parties.map(({ key, kind, name, aliases, note }) => [key, kind, name, ...aliases, note])).toEqual([
    ['howtheyvote-900001', 'PERSON', 'Anna ADLER', 'Sits for Germany.'],
    ['howtheyvote-900002', 'PERSON', 'Bruno BOIS', 'Sits for France.'],
    ['howtheyvote-900003', 'PERSON', 'Carla CONTI', 'Sits for Italy.'],
    [
      ...['howtheyvote-group-epp', 'GROUP', 'European People’s Party', 'EPP'],
      ...['Group of the European People’s Party (Christian Democrats)', null],
    ],
    ['howtheyvote-group-ni', 'GROUP', 'Non-attached Members', 'NI', null],
  ]);
});

test('the last day of a membership belongs to it', async () => {
  expect((await read()).memberships.slice(0, 2)).toEqual([
    'howtheyvote-900001 in howtheyvote-group-epp 2019-07-02 2021-03-03 DAY',
    'howtheyvote-900001 in howtheyvote-group-ni 2021-03-03 2024-07-16 DAY',
  ]);
});

test('the session of a vote is the term of its day, its scope what the export says of it', async () => {
  const { rollCalls } = await read();
  expect(rollCalls.map(({ session, textScope, text, symbol }) => [session, textScope, text, symbol])).toEqual([
    [9, 'WHOLE', 'Climate and environmental emergency – Proposition de résolution', 'RC-B9-0209/2019'],
    [9, 'AMENDMENT', 'Climate and environmental emergency – Am 5', 'RC-B9-0209/2019'],
    [10, 'UNKNOWN', 'Sample procedure', '2024/0001(COD)'],
  ]);
  expect(rollCalls[0]).toMatchObject({ body: 'European Parliament', address: 'https://howtheyvote.eu/votes/100001' });
});

test('an older export without amendments and counts is read', async () => {
  const older =
    'id,timestamp,display_title,reference,description,is_main,is_featured,procedure_reference,procedure_title\n' +
    '100001,2024-01-01 00:00:00,Lorem Ipsum,,,False,False,,\n';
  const votes = 'vote_id,member_id,position,country_code,group_code\n100001,900001,FOR,DEU,NI\n';
  const { rollCalls, problems } = await read(
    await sampleWith('howtheyvote', { 'votes.csv': older, 'member_votes.csv': votes }),
  );
  expect(problems).toEqual([]);
  expect(rollCalls).toMatchObject([{ text: 'Lorem Ipsum', textScope: 'UNKNOWN', symbol: null, session: 9 }]);
});

test('the data come under the Open Database License', async () => {
  expect((await read()).source).toMatchObject({ key: 'howtheyvote', licence: 'ODbL-1.0', publisher: 'HowTheyVote.eu' });
});

test('a table that is missing is named', async () => {
  expect(await problemsOf({ 'group_memberships.csv': null })).toEqual([
    'DIR  found no file group_memberships.csv, expected one',
  ]);
});

test('what cannot be is refused with its file and line', async () => {
  expect(
    await problemsOf({
      'member_votes.csv': (text) => text.replace('900001,AGAINST', '900009,AGAINST').replace('DID_NOT_VOTE', 'ABSENT'),
    }),
  ).toEqual([
    'member_votes.csv:4  found member_id: "900009", expected one of members.csv',
    'member_votes.csv:5  found position: "ABSENT", expected one of FOR, AGAINST, ABSTENTION, DID_NOT_VOTE',
  ]);
  expect(await problemsOf({ 'votes.csv': replacing('2019-11-28 12:30:00', '2009-11-28 12:30:00') })).toEqual([
    'votes.csv:2  found a vote on 2009-11-28, expected a day of a term of group_memberships.csv',
  ]);
  expect(await problemsOf({ 'group_memberships.csv': replacing('2021-03-02', '2019-07-01') })).toEqual([
    'group_memberships.csv:2  found from 2019-07-02 to 2019-07-01, expected an end that is not before the start',
  ]);
});
