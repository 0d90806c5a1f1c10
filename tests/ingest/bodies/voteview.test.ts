import { expect, test } from 'vitest';
import { readBody } from './read.ts';
import { type Changes, openers, replacing, sampleOf, sampleWith } from './sample.ts';

const read = (folder = sampleOf('voteview')) => readBody(openers.voteview([folder]), folder);

const problemsOf = async (changes: Changes) => (await read(await sampleWith('voteview', changes))).problems;

test('only who voted has a position: pairs, announcements, "present" and not voting are absences', async () => {
  const { votes, problems } = await read();
  expect(problems).toEqual([]);
  expect(votes).toEqual([
    'voteview-117-house-1 voteview-90001 SUPPORT',
    'voteview-117-house-1 voteview-90002 OPPOSE',
    'voteview-117-house-1 voteview-90003 ABSENT',
    'voteview-117-house-2 voteview-90001 ABSENT',
    'voteview-117-house-2 voteview-90002 ABSENT',
    'voteview-117-house-2 voteview-90003 ABSENT',
    'voteview-117-senate-1 voteview-90004 SUPPORT',
    'voteview-118-house-1 voteview-90001 SUPPORT',
  ]);
});

test.each([
  ['0', []],
  ['1', ['SUPPORT']],
  ...['2', '3', '4', '5', '7', '8', '9'].map((code) => [code, ['ABSENT']] as const),
  ['6', ['OPPOSE']],
] as const)('the cast code %s says %j', async (code, said) => {
  const votes = `congress,chamber,rollnumber,icpsr,cast_code,prob\n118,House,1,90001,${code},99.8\n`;
  const { votes: found } = await read(
    await sampleWith('voteview', { 'HS117_votes.csv': null, 'HS118_votes.csv': votes }),
  );
  expect(found).toEqual(said.map((position) => `voteview-118-house-1 voteview-90001 ${position}`));
});

test('a president has no vote, though the files give positions of presidents', async () => {
  const { notes, parties } = await read();
  expect(notes).toEqual(['Left out: positions of presidents, who have no vote in Congress (1).']);
  expect(parties.filter(({ name }) => name.includes('President'))).toEqual([]);
});

test('members are persons with one key in both chambers, parties are groups', async () => {
  const { parties } = await read();
  expect(parties.map(({ key, kind, name }) => `${kind} ${key}: ${name}`)).toEqual([
    'PERSON voteview-90001: AARON, Ada',
    'PERSON voteview-90002: BAKER, Ben (Benny), Jr.',
    'PERSON voteview-90003: CLARK, Cleo',
    'PERSON voteview-90004: DAVIS, Dee',
    'GROUP voteview-party-100: Democratic Party',
    'GROUP voteview-party-200: Republican Party',
    'GROUP voteview-party-328: Independent',
  ]);
});

test('Congresses in a row are one membership in a party, from the day on which the first began', async () => {
  expect((await read()).memberships).toEqual([
    'voteview-90001 in voteview-party-100 2021-01-03 2025-01-03 APPROXIMATE',
    'voteview-90002 in voteview-party-200 2021-01-03 2025-01-03 APPROXIMATE',
    'voteview-90003 in voteview-party-100 2021-01-03 2023-01-03 APPROXIMATE',
    'voteview-90004 in voteview-party-328 2021-01-03 2023-01-03 APPROXIMATE',
  ]);
});

test('before the Twentieth Amendment a Congress began on 4 March', async () => {
  const members =
    'congress,chamber,icpsr,party_code,bioname\n73,House,90001,100,"AARON, Ada"\n75,House,90001,100,"AARON, Ada"\n';
  const rollCalls = 'congress,chamber,rollnumber,date\n73,House,1,1933-03-09\n';
  const votes = 'congress,chamber,rollnumber,icpsr,cast_code\n73,House,1,90001,1\n';
  const files = { HSall_members: members, HSall_rollcalls: rollCalls, HSall_votes: votes };
  const none = Object.fromEntries(
    ['members', 'rollcalls', 'votes']
      .flatMap((kind) => [`HS117_${kind}.csv`, `HS118_${kind}.csv`])
      .map((name) => [name, null]),
  );
  const all = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${name}.csv`, text]));
  const { memberships, rollCalls: found } = await read(await sampleWith('voteview', { ...none, ...all }));
  expect(memberships).toEqual([
    'voteview-90001 in voteview-party-100 1933-03-04 1935-01-03 APPROXIMATE',
    'voteview-90001 in voteview-party-100 1937-01-03 1939-01-03 APPROXIMATE',
  ]);
  expect(found[0]?.text).toBe('Roll call 1 of the House in Congress 73');
});

test('a roll call has its chamber, Congress, bill, question, and page', async () => {
  const { rollCalls } = await read();
  expect(rollCalls[1]).toMatchObject({
    key: 'voteview-117-house-2',
    body: 'US House of Representatives',
    session: 117,
    symbol: 'HR1',
    text: 'On Agreeing to the Amendment: To strike section 2, and more',
    tabledOn: '2021-01-05',
    textScope: 'AMENDMENT',
    address: 'https://voteview.com/rollcall/RH1170002',
  });
});

test('the names of other parties come from the table of parties', async () => {
  const parties = 'congress,chamber,party_code,party_name,n_members\n117,Senate,328,Sample Independents,1\n';
  const { parties: found } = await read(await sampleWith('voteview', { 'HS117_parties.csv': parties }));
  expect(found.find(({ key }) => key === 'voteview-party-328')?.name).toBe('Sample Independents');
});

test('numbers as pandas writes them are read', async () => {
  const changes = { 'HS118_votes.csv': replacing('90001,1', '90001.0,1.0') };
  expect((await read(await sampleWith('voteview', changes))).votes.at(-1)).toBe(
    'voteview-118-house-1 voteview-90001 SUPPORT',
  );
});

test('columns that are not known are noticed, a missing one is refused', async () => {
  const folder = await sampleWith('voteview', {
    'HS118_votes.csv': (text) => text.replace('prob', 'mood'),
  });
  expect((await read(folder)).warnings).toEqual([
    'Warning: HS118_votes.csv:1: columns that are not known were not read: mood.',
  ]);
  expect(await problemsOf({ 'HS118_votes.csv': replacing('cast_code', 'vote') })).toEqual([
    'HS118_votes.csv:1  found no column cast_code, expected the columns congress, chamber, rollnumber, icpsr, cast_code',
  ]);
});

test('what cannot be is refused with its file and line', async () => {
  expect(
    await problemsOf({
      'HS117_votes.csv': (text) =>
        `${text.replace('90001,1,', '90001,11,').replace('117,House,2,90002', '117,House,2,90004')}117,House,9,90001,1,1\n`,
      'HS117_rollcalls.csv': replacing('2021-01-06', '6 January 2021'),
    }),
  ).toEqual(['HS117_rollcalls.csv:4  found date: "6 January 2021", expected a day, such as 2021-01-03']);
  // PostgreSQL has no year 0.
  expect(await problemsOf({ 'HS117_rollcalls.csv': replacing('2021-01-06', '0000-01-06') })).toEqual([
    'HS117_rollcalls.csv:4  found date: "0000-01-06", expected a day, such as 2021-01-03',
  ]);
  expect(
    await problemsOf({
      'HS117_votes.csv': (text) =>
        `${text.replace('90001,1,', '90001,11,').replace('117,House,2,90002', '117,House,2,90004')}117,House,9,90001,1,1\n`,
    }),
  ).toEqual([
    'HS117_votes.csv:2  found cast_code: "11", expected a code from 0 to 9',
    'HS117_votes.csv:7  found icpsr: "90004", expected a member of the House in Congress 117, by the tables of members',
    'HS117_votes.csv:10  found roll call 9 of the House in Congress 117, expected one of the tables of roll calls',
  ]);
});

test('one Congress twice is refused', async () => {
  const folder = await sampleWith('voteview', {});
  const { problems } = await readBody(openers.voteview([folder, sampleOf('voteview')]), folder);
  expect(problems[0]).toContain('90001 in the House of Congress 117 again');
});

test('a table that is missing is named by an example', async () => {
  expect(await problemsOf({ 'HS117_votes.csv': null, 'HS118_votes.csv': null })).toEqual([
    'DIR  found no file such as HSall_votes.csv, expected at least one',
  ]);
});
