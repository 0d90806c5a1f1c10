import { expect, test } from 'vitest';
import { type Keyed, type List, useServer } from './running-server.ts';
import { everybody, useDatabaseWithTwoCamps } from './with-two-camps.ts';

const server = useServer(useDatabaseWithTwoCamps());

const firstSession = { rollCalls: { bodies: ['ASSEMBLY'], sessions: [1] } };

interface Group {
  readonly number: number;
  readonly members: readonly { readonly party: Keyed; readonly silhouette: number }[];
  readonly [field: string]: unknown;
}

interface Structure {
  readonly parties: readonly Keyed[];
  readonly leftOut: readonly { readonly party: Keyed; readonly reason: string }[];
  readonly map: {
    readonly points: readonly { readonly party: Keyed; readonly coordinates: number[]; readonly misfit: number }[];
    readonly axes: readonly { readonly eigenvalue: number; readonly share: number }[];
    readonly unmappable: number;
    readonly stress: number;
    readonly leftOut: readonly { readonly party: Keyed; readonly reason: string; readonly known: number }[];
  };
  readonly groups: readonly Group[];
  readonly numbersOfGroups: readonly { readonly count: number; readonly silhouette: number }[];
  readonly blocDay: string;
  readonly blocs: readonly { readonly bloc: Keyed; readonly [field: string]: unknown }[];
  readonly bridges: List<Record<string, unknown>>;
  readonly policy: { readonly measure: string };
  readonly revision: number;
}

const selection = `
  parties { key } leftOut { party { key } reason held known others }
  map { points { party { key } coordinates misfit } axes { eigenvalue share } unmappable stress leftOut { party { key } reason held known others } }
  groups {
    number size within outside members { party { key } silhouette } core { party { key } } edge { party { key } }
    cohesion { pairAgreement propositions } wedges(first: 2) { totalCount nodes { proposition { key } value left { side } } }
  }
  numbersOfGroups { count silhouette } blocDay
  blocs { bloc { key } group { number } jaccard adjustedRand both { key } onlyBloc { key } onlyGroup { key } absent { key } }
  bridges { totalCount nodes { party { key } own { number } first { number } second { number } withFirst withSecond between margin } }
  policy { measure } scope { asOf } revision`;

async function structureOf(variables: object): Promise<Structure> {
  const { structure } = await server.dataOf<{ structure: Structure }>(
    `query ($parties: [String!], $groups: Int, $dimensions: Int, $minimumHeld: Float, $scope: ScopeInput, $policy: PolicyInput) {
      structure(parties: $parties, groups: $groups, dimensions: $dimensions, minimumHeld: $minimumHeld, scope: $scope, policy: $policy) { ${selection} }
    }`,
    { parties: everybody, scope: firstSession, ...variables },
  );
  return structure;
}

const close = (value: number) => expect.closeTo(value, 9);
const keysOf = (members: Group['members']) => members.map(({ party }) => party.key);

test('two camps and one between them are a line on the map, with the United States on the positive side', async () => {
  const { map, leftOut, revision, policy } = await structureOf({ policy: { measure: 'S_SCORE' } });
  const places = Object.fromEntries(map.points.map(({ party, coordinates }) => [party.key, coordinates]));
  const [one, other, between] = [0.5, -0.5, 0].map((value) => [close(value), 0]);
  expect(places).toEqual({ BY: other, CA: one, CN: other, GB: one, IN: between, RU: other, US: one });
  // Six at one half from the middle: 6/4.
  expect(map.axes).toEqual([
    { eigenvalue: close(1.5), share: close(1) },
    { eigenvalue: 0, share: 0 },
  ]);
  expect(map).toMatchObject({ unmappable: close(0), stress: close(0), leftOut: [] });
  expect(leftOut).toEqual([{ party: { key: 'BR' }, reason: 'NO_POSITION', held: 0, known: 0, others: 7 }]);
  expect({ revision, policy }).toEqual({ revision: 2, policy: { measure: 'AGREEMENT' } });
});

test('the one between is a group of its own, because that suits everybody best', async () => {
  const { groups, numbersOfGroups } = await structureOf({});
  expect(groups.map(({ number, members }) => [number, keysOf(members)])).toEqual([
    [1, ['BY', 'CN', 'RU']],
    [2, ['CA', 'GB', 'US']],
    [3, ['IN']],
  ]);
  expect(numbersOfGroups.slice(0, 2)).toEqual([
    { count: 2, silhouette: close(5.5 / 7) },
    { count: 3, silhouette: close(6 / 7) },
  ]);
  expect(groups[1]).toMatchObject({
    size: 3,
    within: close(1),
    outside: close(1.5 / 12),
    core: [{ party: { key: 'CA' } }, { party: { key: 'GB' } }, { party: { key: 'US' } }],
    edge: [],
    cohesion: { pairAgreement: 1, propositions: 8 },
    wedges: {
      totalCount: 8,
      nodes: [
        { proposition: { key: 'camp-5' }, value: 1, left: { side: 'SUPPORT' } },
        { proposition: { key: 'camp-6' } },
      ],
    },
  });
  expect(groups[2]).toMatchObject({ within: null, outside: close(0.5), edge: [{ party: { key: 'IN' } }] });
});

test('as many groups as are asked for, and never more than parties', async () => {
  const two = await structureOf({ groups: 2 });
  expect(two.groups.map(({ members }) => keysOf(members))).toEqual([
    ['BY', 'CN', 'IN', 'RU'],
    ['CA', 'GB', 'US'],
  ]);
  expect((await structureOf({ groups: 20 })).groups).toHaveLength(7);
});

test('blocs of the day of the last vote stand beside the groups', async () => {
  const { blocs, blocDay } = await structureOf({});
  expect(blocDay).toBe('2022-10-08');
  const beside = new Map(blocs.map(({ bloc, ...rest }) => [bloc.key, rest]));
  expect(beside.get('nato')).toMatchObject({
    group: { number: 2 },
    jaccard: 1,
    adjustedRand: 1,
    onlyBloc: [],
    onlyGroup: [],
  });
  expect(beside.get('csto')).toMatchObject({
    group: { number: 1 },
    jaccard: close(2 / 3),
    both: [{ key: 'BY' }, { key: 'RU' }],
    onlyBloc: [],
    onlyGroup: [{ key: 'CN' }],
  });
  expect(beside.get('brics')).toMatchObject({
    group: { number: 1 },
    jaccard: close(2 / 4),
    onlyBloc: [{ key: 'IN' }],
    onlyGroup: [{ key: 'BY' }],
    absent: [{ key: 'BR' }, { key: 'ZA' }],
  });
});

test('whoever agrees with both camps more than they with each other is a bridge', async () => {
  const { bridges } = await structureOf({});
  expect(bridges).toEqual({
    totalCount: 1,
    nodes: [
      {
        party: { key: 'IN' },
        own: { number: 3 },
        first: { number: 1 },
        second: { number: 2 },
        withFirst: 0.5,
        withSecond: 0.5,
        between: 0,
        margin: 0.5,
      },
    ],
  });
});

test('neither the order of the parties nor one that is silent changes anything', async () => {
  const asked = await structureOf({});
  expect(await structureOf({ parties: everybody.toReversed() })).toEqual(asked);
  const { leftOut, ...rest } = asked;
  const without = await structureOf({ parties: everybody.filter((key) => key !== 'BR') });
  expect(without).toEqual({ ...rest, leftOut: [] });
});

test('who spoke little is left out, unless that is allowed', async () => {
  const scope = { rollCalls: { bodies: ['ASSEMBLY'] } };
  const { leftOut, parties } = await structureOf({ scope, minimumHeld: 0.5 });
  expect(leftOut).toEqual([{ party: { key: 'BR' }, reason: 'HOLDS_TOO_LITTLE', held: 4, known: 7, others: 7 }]);
  expect(parties).toHaveLength(7);
  expect((await structureOf({ scope })).parties).toHaveLength(8);
});

test('who has a value with fewer than half of the others is left out', async () => {
  const rare = { policy: { minimumShared: 5 }, scope: { rollCalls: { bodies: ['ASSEMBLY'] } } };
  const { leftOut, parties } = await structureOf(rare);
  expect(leftOut).toEqual([{ party: { key: 'BR' }, reason: 'SHARES_TOO_LITTLE', held: 4, known: 0, others: 7 }]);
  expect(parties).toHaveLength(7);
});

test.each([
  ['groups: 0', 'groups: found 0, expected 1 to 20.'],
  ['groups: 21', 'groups: found 21, expected 1 to 20.'],
  ['dimensions: 6', 'dimensions: found 6, expected 1 to 5.'],
  ['minimumHeld: 1.5', 'minimumHeld: found 1.5, expected a share from 0 to 1.'],
  ['parties: ["CN", "CHN"]', 'parties: found "CN" and "CHN", which are one party, expected each party once.'],
])('%s is refused', async (args, message) => {
  expect(await server.errorOf(`{ structure(${args}) { revision } }`)).toMatchObject({ code: 'BAD_INPUT', message });
});
