import { describe, expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { type Keyed, type List, useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

interface Stance {
  heldFrom: string;
  inForceUntil: string | null;
  position: string;
  changeKind: string | null;
  previous: Keyed | null;
  next: Keyed | null;
}

const turns = [
  {
    country: 'FI',
    proposition: 'nato-finland',
    before: { heldFrom: '2022-01-19', position: 'LEAN_OPPOSE' },
    after: { heldFrom: '2022-05-12', position: 'SUPPORT' },
  },
  {
    country: 'SE',
    proposition: 'nato-sweden',
    before: { heldFrom: '2022-03-08', position: 'OPPOSE' },
    after: { heldFrom: '2022-05-16', position: 'SUPPORT' },
  },
  {
    country: 'US',
    proposition: 'nato-stop-enlargement',
    before: { heldFrom: '2022-01-26', position: 'OPPOSE' },
    after: { heldFrom: '2025-12-04', position: 'LEAN_SUPPORT' },
  },
  {
    country: 'US',
    proposition: 'dem-contest',
    before: { heldFrom: '2022-10-12', position: 'SUPPORT' },
    after: { heldFrom: '2025-12-04', position: 'NEUTRAL' },
  },
];

describe.each(turns)('$country on $proposition', ({ country, proposition, before, after }) => {
  test('changed its mind, and each stance leads to the other', async () => {
    const { party } = await server.dataOf<{ party: { stances: List<Stance> } }>(
      `query ($country: String!, $proposition: String!) {
        party(key: $country) {
          stances(filter: { propositions: [$proposition] }, inForce: false, orderBy: HELD_FROM_ASC) {
            totalCount
            nodes { heldFrom inForceUntil position changeKind previous { key } next { key } }
          }
        }
      }`,
      { country, proposition },
    );
    const keyOf = ({ heldFrom }: { heldFrom: string }) => `${country.toLowerCase()}--${proposition}--${heldFrom}`;
    expect(party.stances.nodes).toEqual([
      { ...before, inForceUntil: after.heldFrom, changeKind: null, previous: null, next: { key: keyOf(after) } },
      { ...after, inForceUntil: null, changeKind: 'POLICY_CHANGE', previous: { key: keyOf(before) }, next: null },
    ]);
  });

  test.each([
    ['before it spoke', '2022-01-01', []],
    ['the day before the change', dayBefore(after.heldFrom), [before.position]],
    ['on the day of the change', after.heldFrom, [after.position]],
    ['today', undefined, [after.position]],
  ])('%s', async (_when, asOf, positions) => {
    const { stances } = await server.dataOf<{ stances: List<{ position: string }> }>(
      `query ($filter: StanceFilter!, $asOf: Date) {
        stances(filter: $filter, asOf: $asOf) { totalCount nodes { position } }
      }`,
      { filter: { parties: [country], propositions: [proposition] }, asOf },
    );
    expect(stances.nodes.map(({ position }) => position)).toEqual(positions);
  });
});

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

test("China's claim on Taiwan is cited to China's own documents, never to the paragraph that speaks of Russia alone", async () => {
  interface Claim {
    basis: string;
    citations: { locator: string | null; document: { key: string; signatories: { party: Keyed }[] } }[];
  }
  const { stances } = await server.dataOf<{ stances: List<Claim> }>(`{
    stances(inForce: false, filter: { parties: ["CN"], propositions: ["tw-inalienable"] }) {
      totalCount
      nodes { basis citations { locator document { key signatories { party { key } } } } }
    }
  }`);
  expect(stances.totalCount).toBe(1);
  const citations = stances.nodes.flatMap((stance) => stance.citations);
  expect(citations).not.toEqual([]);
  for (const { document } of citations) {
    expect(document.key).not.toBe('seed-gt-2022-02-04');
    expect(document.signatories.map(({ party }) => party.key)).toContain('CN');
  }
});
