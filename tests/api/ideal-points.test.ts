import { beforeAll, describe, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { camps, campVotes } from './camps.ts';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';

const database = useDatabase('seeded');
beforeAll(() => say(database, campVotes, { source: 'votes' }));
const server = useServer(database);

interface Points {
  readonly points: readonly {
    readonly party: Keyed;
    readonly value: number;
    readonly standardError: number;
    readonly voted: number;
  }[];
  readonly reason: string | null;
  readonly positive: Keyed | null;
  readonly propositions: List<{
    readonly proposition: Keyed;
    readonly discrimination: number;
    readonly lowerCut: number | null;
    readonly upperCut: number | null;
    readonly support: number;
    readonly neutral: number;
    readonly oppose: number;
  }>;
  readonly silentParties: readonly { readonly party: Keyed; readonly voted: number }[];
  readonly undivided: List<{ readonly proposition: Keyed; readonly minority: number }>;
  readonly converged: boolean;
  readonly scope: { readonly rollCalls: { readonly wholeTextOnly: boolean } | null };
  readonly revision: number;
}

const chamber = { rollCalls: { bodies: ['CHAMBER'] } };

async function idealPoints(args: object = {}): Promise<Points> {
  const { idealPoints } = await server.dataOf<{ idealPoints: Points }>(
    `query ($parties: [String!], $scope: ScopeInput, $policy: PolicyInput, $minimumVoted: Float, $minimumMinority: Float, $positive: String) {
      idealPoints(parties: $parties, scope: $scope, policy: $policy, minimumVoted: $minimumVoted, minimumMinority: $minimumMinority, positive: $positive) {
        points { party { key } value standardError voted } reason positive { key }
        propositions { totalCount nodes { proposition { key } discrimination lowerCut upperCut support neutral oppose } }
        silentParties { party { key } voted } undivided { totalCount nodes { proposition { key } minority } }
        converged scope { rollCalls { wholeTextOnly } } revision
      }
    }`,
    { scope: chamber, ...args },
  );
  return idealPoints;
}

const orderOf = ({ points }: Points) => points.map(({ party }) => party.key);

describe('two camps and one between', () => {
  test('the United States and theirs are at one end, the others at the other, and India is between', async () => {
    const found = await idealPoints();
    expect(found).toMatchObject({ reason: null, converged: true, positive: { key: 'US' }, revision: 2 });
    expect(orderOf(found)).toEqual([...camps.west, camps.between, ...camps.east]);
    const placeOf = (key: string) => found.points.find(({ party }) => party.key === key)?.value ?? Number.NaN;
    expect(placeOf('US')).toBeGreaterThan(0.9);
    expect(placeOf('CN')).toBeLessThan(-0.9);
    expect(Math.abs(placeOf('IN'))).toBeLessThan(0.5);
  });

  test('each vote says how it cuts: for the west or against it', async () => {
    const { propositions } = await idealPoints();
    expect(propositions.totalCount).toBe(8);
    for (const { proposition, discrimination, lowerCut, upperCut, support, neutral, oppose } of propositions.nodes) {
      const even = Number(proposition.key.at(-1)) % 2 === 0;
      expect(Math.sign(discrimination)).toBe(even ? 1 : -1);
      expect(upperCut ?? Number.NaN).toBeGreaterThanOrEqual(lowerCut ?? Number.NaN);
      expect([support + oppose + neutral, neutral > 0]).toEqual([11, (upperCut ?? 0) > (lowerCut ?? 0)]);
    }
  });

  test('who voted too seldom and what divides nobody is named', async () => {
    const { silentParties, undivided } = await idealPoints();
    expect(silentParties).toEqual([{ party: { key: camps.silent }, voted: 1 }]);
    expect(undivided.nodes).toEqual([{ proposition: { key: 'camp-all' }, minority: 0 }]);
  });

  test('another party is positive when asked, and the line is the same turned round', async () => {
    const [one, other] = [await idealPoints(), await idealPoints({ positive: 'China' })];
    expect(other.positive).toEqual({ key: 'CN' });
    const values = new Map(one.points.map(({ party, value }) => [party.key, value]));
    for (const { party, value } of other.points) expect(value).toBe(-(values.get(party.key) ?? Number.NaN));
  });

  test('the order in which parties are named changes nothing', async () => {
    const parties = [...camps.west, ...camps.east, camps.between];
    expect(await idealPoints({ parties: parties.toReversed() })).toEqual(await idealPoints({ parties }));
  });

  test('votes on parts of texts are left out unless they are asked for', async () => {
    expect((await idealPoints()).scope.rollCalls).toEqual({ wholeTextOnly: true });
    const withParts = await idealPoints({ scope: { rollCalls: { bodies: ['CHAMBER'], wholeTextOnly: false } } });
    expect(withParts.scope.rollCalls).toEqual({ wholeTextOnly: false });
    expect(keysOf({ nodes: withParts.propositions.nodes.map(({ proposition }) => proposition) })).toContain(
      'camp-paragraph',
    );
    const named = await idealPoints({ scope: { propositions: ['camp-0', 'camp-1', 'camp-2', 'camp-paragraph'] } });
    expect(named.propositions.totalCount).toBe(4);
  });

  test('a smaller share lets the silent in; a number of votes keeps it out', async () => {
    const lenient = { minimumVoted: 0 };
    expect(orderOf(await idealPoints(lenient))).toContain(camps.silent);
    expect(orderOf(await idealPoints({ ...lenient, policy: { minimumShared: 2 } }))).not.toContain(camps.silent);
  });

  test('without neutral positions India votes less', async () => {
    const votedBy = async (args: object) =>
      (await idealPoints(args)).points.find(({ party }) => party.key === camps.between)?.voted;
    expect([await votedBy({}), await votedBy({ policy: { neutral: 'EXCLUDE' } })]).toEqual([8, 4]);
  });
});

test.each([
  ['two parties', { parties: ['US', 'CN'] }, 'TOO_FEW_PARTIES'],
  ['a vote on which all agree', { scope: { propositions: ['camp-all'] } }, 'TOO_FEW_PARTIES'],
  ['a scope in which nobody votes', { scope: { kinds: ['ROLL_CALL'], takenFrom: '2099-01-01' } }, 'TOO_FEW_PARTIES'],
])('%s have no line, and the answer says why', async (_, args, reason) => {
  expect(await idealPoints(args)).toMatchObject({ points: [], reason, propositions: { totalCount: 0 } });
});

test.each([
  ['minimumVoted: 1.5', 'BAD_INPUT', 'minimumVoted: found 1.5, expected a share from 0 to 1.'],
  ['minimumMinority: 0.6', 'BAD_INPUT', 'minimumMinority: found 0.6, expected a share from 0 to 0.5.'],
  ['parties: []', 'BAD_INPUT', 'parties: found 0, expected 1 to 250.'],
  ['positive: "Atlantis"', 'UNKNOWN_PARTY', expect.stringContaining('Atlantis')],
])('%s is refused', async (args, code, message) => {
  expect(await server.errorOf(`{ idealPoints(${args}) { revision } }`)).toMatchObject({ code, message });
});
