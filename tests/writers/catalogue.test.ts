import { beforeAll, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { everything } from '../ingest/standing.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';
import { useWriter } from './writer.ts';

const database = useDatabase('migrated');
const writer = useWriter(database);
beforeAll(() => say(database, world));

test('a party is added, amended in part, and found by its new name', async () => {
  const shown = '... on PartyRevised { party { key kind name iso3 aliases note } }';
  const country = {
    key: 'FR',
    kind: 'COUNTRY',
    name: 'France',
    iso3: 'FRA',
    aliases: ['French Republic'],
    note: 'A note.',
  };
  expect((await writer.write('addParty', country, shown)).party).toEqual(country);
  const amended = await writer.write('amendParty', { key: 'FR', name: 'République française', note: null }, shown);
  expect(amended.party).toEqual({ ...country, name: 'République française', note: null });
  expect(await writer.dataOf('{ parties(search: "republique") { nodes { key } } }')).toEqual({
    parties: { nodes: [{ key: 'FR' }] },
  });
});

test('a bloc has a slug, a country ISO letters', async () => {
  const bloc = await writer.write('addParty', { key: 'brics', kind: 'BLOC', name: 'BRICS', founded: '2009-06-16' });
  expect(bloc.changed).toBe(true);
  const wrong = [
    await writer.write('addParty', { key: 'France', kind: 'COUNTRY', name: 'France' }),
    await writer.write('addParty', { key: 'EU', kind: 'BLOC', name: 'European Union', iso3: 'EUU' }),
    await writer.write('addParty', { key: 'cn', kind: 'BLOC', name: 'Beside CN' }),
  ];
  expect(wrong.map(({ problems }) => problems?.map(({ at }) => at))).toEqual([
    ['input.key'],
    ['input.key', 'input.iso3'],
    ['input.key'],
  ]);
});

test('a membership begins, ends, and is corrected; the other members stay', async () => {
  const shown = '... on MembershipRevised { membership { bloc { key } member { key } from until status role } }';
  const added = await writer.write('addMembership', { bloc: 'nato', member: 'CN', from: '2020-01-01' }, shown);
  expect(added.membership).toEqual({
    bloc: { key: 'nato' },
    member: { key: 'CN' },
    from: '2020-01-01',
    until: null,
    status: 'CONFIRMED',
    role: 'MEMBER',
  });
  const which = { bloc: 'nato', member: 'CN', from: '2020-01-01' };
  await writer.write('amendMembership', { ...which, until: '2021-01-01' });
  const moved = await writer.write('amendMembership', { ...which, correctedFrom: '2019-01-01' }, shown);
  expect(moved.membership).toMatchObject({ from: '2019-01-01', until: '2021-01-01' });
  const { party } = await writer.dataOf<{ party: unknown }>(
    '{ party(key: "nato") { members(ever: true) { nodes { member { key } from } } } }',
  );
  expect(party).toEqual({
    members: {
      nodes: [
        { member: { key: 'TR' }, from: '1952-02-18' },
        { member: { key: 'CN' }, from: '2019-01-01' },
      ],
    },
  });
});

test.each([
  ['overlapping', 'addMembership', { bloc: 'nato', member: 'TR', from: '1960-01-01' }, 'input.from'],
  ['of a country', 'addMembership', { bloc: 'CN', member: 'RU', from: '1960-01-01' }, 'input.bloc'],
  ['of nobody', 'addMembership', { bloc: 'nato', member: 'XX', from: '1960-01-01' }, 'input.member'],
  ['that is not there', 'amendMembership', { bloc: 'nato', member: 'TR', from: '1953-01-01', note: 'x' }, 'input.from'],
  [
    'that ends before it begins',
    'amendMembership',
    { bloc: 'nato', member: 'TR', from: '1952-02-18', until: '1950-01-01' },
    'input.until',
  ],
])('a membership %s is refused with its place', async (_what, mutation, input, at) => {
  const { problems } = await writer.write(mutation, input);
  expect(problems?.map((problem) => problem.at)).toEqual([at]);
});

test('an issue is added and amended', async () => {
  const shown = '... on IssueRevised { issue { key name summary tier } }';
  const added = await writer.write('addIssue', { key: 'aukus', name: 'AUKUS' }, shown);
  expect(added.issue).toEqual({ key: 'aukus', name: 'AUKUS', summary: null, tier: 'CORE' });
  const amended = await writer.write('amendIssue', { key: 'aukus', summary: 'Submarines.', tier: 'EXTENDED' }, shown);
  expect(amended.issue).toEqual({ key: 'aukus', name: 'AUKUS', summary: 'Submarines.', tier: 'EXTENDED' });
});

test('a claim is added and its text and issues amended; a roll call keeps what makes it one', async () => {
  const shown = '... on PropositionRevised { proposition { key kind text issues { key } rollCall { body session } } }';
  await writer.write('addIssue', { key: 'nato', name: 'NATO' });
  const claim = { key: 'nato-stop', text: 'NATO should stop.', issues: ['nato'] };
  expect((await writer.write('addProposition', claim, shown)).proposition).toMatchObject({
    key: 'nato-stop',
    kind: 'CLAIM',
    issues: [{ key: 'nato' }],
    rollCall: null,
  });
  const both = { key: 'nato-stop', text: 'NATO should not grow.', issues: ['taiwan', 'nato'] };
  expect((await writer.write('amendProposition', both, shown)).proposition).toMatchObject({
    text: 'NATO should not grow.',
    issues: [{ key: 'nato' }, { key: 'taiwan' }],
  });
  const rollCall = await writer.write('amendProposition', { key: 'a-res-1', text: 'The resolution.' }, shown);
  expect(rollCall.proposition).toMatchObject({ kind: 'ROLL_CALL', rollCall: { body: 'UNGA', session: 60 } });
});

test('a document is added with its signatories, and amended without losing them', async () => {
  const shown = `... on DocumentRevised { document {
    key title addresses { url read } signatories { party { key } date role } } }`;
  const document = {
    key: 'pact',
    title: 'Pact',
    kind: 'TREATY',
    date: '2020-01-01',
    verification: 'VERIFIED',
    addresses: [{ url: 'https://example.org/pact' }],
    signatories: [{ party: 'CN' }, { party: 'RU', role: 'ACCEDED', date: '2021-01-01' }],
  };
  const signatories = [
    { party: { key: 'CN' }, date: '2020-01-01', role: 'SIGNED' },
    { party: { key: 'RU' }, date: '2021-01-01', role: 'ACCEDED' },
  ];
  expect((await writer.write('addDocument', document, shown)).document).toEqual({
    key: 'pact',
    title: 'Pact',
    addresses: [{ url: 'https://example.org/pact', read: true }],
    signatories,
  });
  const amended = await writer.write('amendDocument', { key: 'pact', title: 'The Pact' }, shown);
  expect(amended.document).toMatchObject({ title: 'The Pact', signatories });
  const fewer = await writer.write('amendDocument', { key: 'pact', signatories: [{ party: 'CN' }] }, shown);
  expect(fewer.document).toMatchObject({ signatories: [signatories[0]] });
});

test('passages are recorded with the stances that they show, and amended', async () => {
  const shown = '... on PassagesRevised { passages { key locator parties { key } stances { key } } }';
  const passage = {
    key: 'treaty-6',
    document: 'treaty',
    locator: 'article 6',
    kind: 'POSITION',
    parties: ['RU', 'CN'],
    stances: ['ru--tw-part--2001-07-16'],
  };
  const said = {
    key: 'treaty-6',
    locator: 'article 6',
    parties: [{ key: 'RU' }, { key: 'CN' }],
    stances: [{ key: 'ru--tw-part--2001-07-16' }],
  };
  expect((await writer.write('recordPassages', { passages: [passage] }, shown)).passages).toEqual([said]);
  const amended = await writer.write('amendPassage', { key: 'treaty-6', locator: 'art. 6', parties: ['RU'] }, shown);
  expect(amended.passages).toEqual([{ ...said, locator: 'art. 6', parties: [{ key: 'RU' }] }]);
  const { problems } = await writer.write('amendPassage', { key: 'treaty-6', parties: ['CN'] });
  expect(problems?.map(({ at }) => at)).toEqual(['input.parties']);
});

test.each([
  ['addParty', { key: 'CN', kind: 'COUNTRY', name: 'China' }, { name: 'Chine' }],
  ['addIssue', { key: 'taiwan', name: 'Taiwan' }, { name: 'Formosa' }],
  ['addProposition', { key: 'tw-part', text: 'Taiwan is a part of China.', issues: ['taiwan'] }, { issues: ['aukus'] }],
  [
    'addDocument',
    {
      key: 'treaty',
      title: 'Treaty',
      kind: 'TREATY',
      date: '2001-07-16',
      verification: 'VERIFIED',
      signatories: [{ party: 'CN' }, { party: 'RU' }],
    },
    { signatories: [{ party: 'CN' }] },
  ],
  ['addMembership', { bloc: 'nato', member: 'TR', from: '1952-02-18' }, { until: '2030-01-01' }],
])(
  '%s of what stands already changes nothing; with another content it is refused',
  async (mutation, same, different) => {
    expect(await writer.write(mutation, same)).toMatchObject({ changed: false });
    const before = await everything(database);
    const { problems } = await writer.write(mutation, { ...same, ...different });
    expect(problems).toMatchObject([
      { at: 'input', found: expect.stringContaining('already exists'), expected: expect.stringContaining('amend') },
    ]);
    expect(await everything(database)).toEqual(before);
  },
);

test.each([
  ['amendParty', { key: 'Chnia', name: 'x' }, 'unknown party "Chnia"', /CN/],
  ['amendIssue', { key: 'tawian', name: 'x' }, 'unknown issue "tawian"', /taiwan/],
  ['amendProposition', { key: 'tw-prat', text: 'x' }, 'unknown proposition "tw-prat"', /tw-part/],
  ['amendDocument', { key: 'leter', title: 'x' }, 'unknown document "leter"', /letter/],
  ['amendPassage', { key: 'treaty-4', note: 'x' }, 'unknown passage "treaty-4"', /treaty-5/],
])('%s of what is not there names what may have been meant', async (mutation, input, found, expected) => {
  const { problems } = await writer.write(mutation, input);
  expect(problems).toEqual([{ at: 'input.key', found, expected: expect.stringMatching(expected) }]);
});

test.each([
  ['amendParty', { key: 'CN', name: null }, ['input.name']],
  ['amendParty', { key: 'CN', aliases: ['a', ''] }, ['input.aliases[1]']],
  ['amendIssue', { key: 'taiwan', tier: null }, ['input.tier']],
  ['addIssue', { key: 'Not A Slug', name: ' ' }, ['input.key', 'input.name']],
  ['addIssue', { key: 'a'.repeat(3_000), name: 'x' }, ['input.key']],
  ['addProposition', { key: 'p', text: 'P.', issues: [] }, ['input.issues']],
  ['addProposition', { key: 'p', text: 'P.', issues: ['taiwan', 'taiwna'] }, ['input.issues[1]']],
  ['amendDocument', { key: 'letter', date: null }, ['input.date']],
  ['amendDocument', { key: 'letter', signatories: [{ party: 'CN' }, { party: 'CN' }] }, ['input.signatories[1]']],
  [
    'amendPassage',
    { key: 'treaty-5', stances: ['cn--tw-part--1999-01-01', 'x'] },
    ['input.stances[1]', 'input.stances[0]'],
  ],
  ['amendPassage', { key: 'treaty-5', document: null }, ['input.document']],
])('%s with %j is refused with its places', async (mutation, input, places) => {
  const { __typename, problems } = await writer.write(mutation, input);
  expect([__typename, problems?.map(({ at }) => at)]).toEqual(['InvalidInput', places]);
});

test('what a catalogue said before stays with the revision that amended it', async () => {
  const { revision } = await writer.write('amendIssue', { key: 'taiwan', name: 'Taiwan Strait' });
  const { rows } = await database.pool.query("SELECT before->>'name' AS name FROM amendment WHERE revision = $1", [
    revision?.number,
  ]);
  expect(rows).toEqual([{ name: 'Taiwan' }]);
});
