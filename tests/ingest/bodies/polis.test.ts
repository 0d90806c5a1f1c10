import { expect, test } from 'vitest';
import { openPolis } from '#ingest/roll-calls/polis/read-polis.ts';
import { readBody } from './read.ts';
import { type Changes, openers, replacing, sampleOf, sampleWith } from './sample.ts';

const read = (folder = sampleOf('polis')) => readBody(openers.polis([folder]), folder);

const readGroups = (minimumVotes: number) =>
  readBody(openPolis([sampleOf('polis')], { parties: 'groups', minimumVotes }));

const problemsOf = async (changes: Changes) => (await read(await sampleWith('polis', changes))).problems;

test('who agrees supports a statement, who passes is neutral; of who did not vote nothing is known', async () => {
  const { votes, problems } = await read();
  expect(problems).toEqual([]);
  expect(votes.filter((vote) => vote.startsWith('polis-9sample-1 '))).toEqual([
    'polis-9sample-1 polis-9sample-participant-0 SUPPORT',
    'polis-9sample-1 polis-9sample-participant-1 NEUTRAL',
    'polis-9sample-1 polis-9sample-participant-3 OPPOSE',
    'polis-9sample-1 polis-9sample-participant-4 SUPPORT',
  ]);
  expect(votes.filter((vote) => vote.endsWith('ABSENT'))).toEqual([]);
});

test('each statement is put to the vote from its day on; what moderators rejected is left out', async () => {
  const { rollCalls, notes } = await read();
  expect(rollCalls.map(({ key, tabledOn, text }) => [key, tabledOn, text])).toEqual([
    ['polis-9sample-0', '2023-11-14', 'The bridge is needed, and soon.'],
    ['polis-9sample-1', '2023-11-15', 'It costs too much.'],
    ['polis-9sample-3', '2023-11-15', 'Pedestrians need it more.'],
  ]);
  expect(rollCalls[0]).toMatchObject({ body: 'Polis: A bridge for bicycles', session: 2023, series: '9sample' });
  expect(notes).toEqual(['Left out: statements that moderators rejected, with their votes (1).']);
});

test('participants are persons in the opinion groups that Polis put them into', async () => {
  const { parties, memberships, source } = await read();
  expect(parties.map(({ kind, name }) => `${kind} ${name}`).slice(4)).toEqual([
    'PERSON Participant 4 of “A bridge for bicycles”',
    'PERSON Participant 7 of “A bridge for bicycles”',
    'GROUP Group A of “A bridge for bicycles”',
    'GROUP Group B of “A bridge for bicycles”',
  ]);
  expect(memberships.at(-1)).toBe('polis-9sample-participant-4 in polis-9sample-group-1 2023-11-14 null APPROXIMATE');
  expect(source).toMatchObject({ key: 'polis-9sample', address: 'https://pol.is/9sample', licence: null });
});

test('a group holds what more than half of its votes say, if enough of it voted', async () => {
  expect((await readGroups(2)).votes).toEqual([
    'polis-9sample-0 polis-9sample-group-0 SUPPORT',
    'polis-9sample-1 polis-9sample-group-0 NEUTRAL',
    'polis-9sample-3 polis-9sample-group-0 NEUTRAL',
    'polis-9sample-0 polis-9sample-group-1 OPPOSE',
    'polis-9sample-1 polis-9sample-group-1 NEUTRAL',
  ]);
  const { votes, parties, memberships } = await readGroups(3);
  expect(votes).toEqual(['polis-9sample-0 polis-9sample-group-0 SUPPORT']);
  expect(parties.map(({ kind }) => kind)).toEqual(['GROUP', 'GROUP']);
  expect(memberships).toEqual([]);
});

test('newer names of the files and a stated convention are read', async () => {
  const changes: Changes = {
    'participants-votes.csv': null,
    '2026-11-01-0900-r1sample-participant-votes.csv':
      'participant,group-id,n-comments,n-votes,n-agree,n-disagree,0\n0,0,0,1,1,0,1\n',
    'summary.csv': (text) => `${text}vote-convention,agree=+1;disagree=-1;pass=0;format=polis-export/1\n`,
    'format.json': '{}',
  };
  const { votes, warnings, problems } = await read(await sampleWith('polis', changes));
  expect([votes, warnings, problems]).toEqual([['polis-9sample-0 polis-9sample-participant-0 SUPPORT'], [], []]);
});

test('the signs of the database, which are the other way round, are refused', async () => {
  const signs: Record<string, string> = { '1': '-1', '-1': '1' };
  const reversed = (text: string) =>
    text
      .split('\n')
      .map((line, row) =>
        row === 0 ? line : line.split(',').map((field, at) => (at < 6 ? field : (signs[field] ?? field))),
      )
      .join('\n');
  const [problem] = await problemsOf({ 'participants-votes.csv': reversed });
  expect(problem).toContain('expected 1 to agree and -1 to disagree, as exports of Polis have them');
  const [stated] = await problemsOf({
    'summary.csv': (text) => `${text}vote-convention,agree=-1;disagree=+1;pass=0\n`,
  });
  expect(stated).toContain('expected agree=+1;disagree=-1;pass=0');
});

test('what cannot be is refused with its file and line', async () => {
  expect(await problemsOf({ 'participants-votes.csv': replacing('4,1,0,2,1,1,-1,1,,', '4,1,0,2,1,1,2,1,,') })).toEqual([
    'participants-votes.csv:6  found 0: "2", expected 1, -1, 0 or nothing',
  ]);
  expect(await problemsOf({ 'comments.csv': (text) => text.replace(/1700086402.*\n/, '') })).toEqual([
    'participants-votes.csv:2  found a vote on statement 3, expected one of comments.csv',
    'participants-votes.csv:4  found a vote on statement 3, expected one of comments.csv',
    'participants-votes.csv:7  found a vote on statement 3, expected one of comments.csv',
  ]);
  expect(await problemsOf({ 'summary.csv': null })).toEqual([
    'DIR  found no file summary.csv, expected one summary.csv, of one conversation',
  ]);
});
