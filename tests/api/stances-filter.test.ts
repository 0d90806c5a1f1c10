import { beforeAll, describe, expect, test } from 'vitest';
import { type Keyed, useServer } from './running-server.ts';
import { useDatabaseWithRollCalls } from './with-roll-calls.ts';

const server = useServer(useDatabaseWithRollCalls());

interface Stance extends Keyed {
  party: Keyed;
  proposition: Keyed & {
    kind: string;
    issues: Keyed[];
    rollCall: { body: string; session: number; textScope: string; important: boolean | null } | null;
  };
  position: string;
  basis: string;
  confidence: string;
  heldFrom: string;
  inForceUntil: string | null;
  citations: { document: Keyed }[];
}

const fields = `key position basis confidence heldFrom inForceUntil party { key } citations { document { key } }
  proposition { key kind issues { key } rollCall { body session textScope important } }`;
const stances = (args: string) => server.everyRow<Stance>('stances', args, fields);

let all: Stance[];
beforeAll(async () => {
  all = await stances('inForce: false');
});

test('without a filter and with past ones, all of them are there', () => {
  expect(all.length).toBe(1256 + 13);
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
});

const rollCall = (fits: (rollCall: NonNullable<Stance['proposition']['rollCall']>) => boolean) => (stance: Stance) =>
  stance.proposition.rollCall === null || fits(stance.proposition.rollCall);

const filters: [string, (stance: Stance) => boolean][] = [
  ['parties: ["CN", "nato"]', ({ party }) => ['CN', 'nato'].includes(party.key)],
  [
    'issues: ["taiwan", "assembly"]',
    ({ proposition }) => proposition.issues.some(({ key }) => key === 'taiwan' || key === 'assembly'),
  ],
  ['propositions: ["nato-sweden", "vote-2"]', ({ proposition }) => ['nato-sweden', 'vote-2'].includes(proposition.key)],
  ['kinds: [CLAIM]', ({ proposition }) => proposition.kind === 'CLAIM'],
  ['kinds: [ROLL_CALL]', ({ proposition }) => proposition.kind === 'ROLL_CALL'],
  ['rollCalls: { bodies: ["COUNCIL"] }', rollCall(({ body }) => body === 'COUNCIL')],
  ['rollCalls: { sessions: [1] }', rollCall(({ session }) => session === 1)],
  ['rollCalls: { wholeTextOnly: true }', rollCall(({ textScope }) => textScope === 'WHOLE' || textScope === 'UNKNOWN')],
  ['rollCalls: { importantOnly: true }', rollCall(({ important }) => important === true)],
  ['positions: [NEUTRAL, LEAN_OPPOSE]', ({ position }) => position === 'NEUTRAL' || position === 'LEAN_OPPOSE'],
  ['bases: [TREATY, CONSENSUS]', ({ basis }) => basis === 'TREATY' || basis === 'CONSENSUS'],
  ['minimumConfidence: MEDIUM', ({ confidence }) => confidence !== 'LOW'],
  ['minimumConfidence: HIGH', ({ confidence }) => confidence === 'HIGH'],
  ['takenFrom: "2022-02-04"', ({ heldFrom }) => heldFrom >= '2022-02-04'],
  ['takenBefore: "1972-12-22"', ({ heldFrom }) => heldFrom < '1972-12-22'],
  ['takenFrom: "2022-02-04", takenBefore: "2022-02-05"', ({ heldFrom }) => heldFrom === '2022-02-04'],
  [
    'document: "cn-ru-js-2022-02-04"',
    ({ citations }) => citations.some(({ document }) => document.key === 'cn-ru-js-2022-02-04'),
  ],
  ['document: "vote-1"', ({ proposition }) => proposition.key === 'vote-1'],
  [
    'parties: ["RU"], issues: ["nato-enlargement"], positions: [OPPOSE], minimumConfidence: HIGH',
    ({ party, proposition, position, confidence }) =>
      party.key === 'RU' &&
      proposition.issues.some(({ key }) => key === 'nato-enlargement') &&
      position === 'OPPOSE' &&
      confidence === 'HIGH',
  ],
];

test.each(filters)('{ %s } gives just what fits', async (filter, fits) => {
  const some = await stances(`inForce: false, filter: { ${filter} }`);
  expect(some).not.toEqual([]);
  expect(some.length).toBeLessThan(all.length);
  expect(some).toEqual(all.filter(fits));
});

// A bug: of documents no close matches are looked for.
test('a document that there is not is refused with close matches', async () => {
  const error = await server.errorOf('{ stances(filter: { document: "cn-ru-js-2022-02-4" }) { totalCount } }');
  expect(error.code).toBe('UNKNOWN_DOCUMENT');
  expect(error.extensions?.closeMatches).toContain('cn-ru-js-2022-02-04');
});

test.each(['2022-02-04', '1972-12-22', '2026-01-15'])(
  'in force on %s are those that began and did not end by then',
  async (asOf) => {
    const inForce = all.filter(
      ({ heldFrom, inForceUntil }) => heldFrom <= asOf && (inForceUntil === null || inForceUntil > asOf),
    );
    expect(await stances(`asOf: "${asOf}"`)).toEqual(inForce);
    if (asOf === '2026-01-15') expect(await stances('')).toEqual(inForce); // today, and the default
  },
);

describe('the same list hangs on', () => {
  const nested = async (owner: string) => {
    const data = await server.dataOf<{ owner: { stances: { nodes: Stance[] } } }>(
      `{ owner: ${owner} { stances(inForce: false, first: 250) { nodes { ${fields} } } } }`,
    );
    return data.owner.stances.nodes;
  };

  test.each([
    ['party(key: "CN")', ({ party }: Stance) => party.key === 'CN'],
    ['proposition(key: "nato-sweden")', ({ proposition }: Stance) => proposition.key === 'nato-sweden'],
    ['document(key: "vote-1")', ({ proposition }: Stance) => proposition.key === 'vote-1'],
  ])('%s', async (owner, fits) => {
    expect(await nested(owner)).toEqual(all.filter(fits));
  });
});
