import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { check } from './check.ts';
import { say } from './say.ts';
import { world } from './world.ts';

const database = useDatabase('migrated');

beforeAll(async () => {
  await say(database, world);
});

const deed = ({
  proposition = 'tw-part',
  symbol = 'A/RES/2758(XXVI)',
  sign = '1',
  rest = '',
}: Readonly<Record<string, string>>) => `
  - proposition: ${proposition}
    body: UNGA
    symbol: ${symbol}
    sign: ${sign}
    reason: It says so.
    verification: VERIFIED
    ${rest}`;

const problemsIn = (...deeds: readonly string[]) => check(database, { 'links.yaml': `deeds:${deeds.join('')}\n` });

test.each<[string, Parameters<typeof deed>[0], string]>([
  [
    'on an unknown claim',
    { proposition: 'tw-parts' },
    'links.yaml:2:18  found unknown proposition "tw-parts", expected a proposition of the ledger, such as tw-part, tw-force',
  ],
  ['on a roll call', { proposition: 'a-res-1' }, 'links.yaml:2:18  found the roll call a-res-1, expected a claim'],
  [
    'with a sign that is none',
    { sign: '0' },
    'links.yaml:5:11  found sign: 0, expected 1 (a vote in favour supports the claim) or -1 (it opposes it)',
  ],
  [
    'with a symbol that stands for an unknown number',
    { symbol: 'A/RES/79/XX' },
    'links.yaml:4:13  found symbol: "A/RES/79/XX", expected the symbol of a resolution or decision, such as A/RES/74/41',
  ],
  [
    'with another symbol that is none',
    { rest: 'otherSymbols: [R/26/2758G, 5]' },
    'links.yaml:8:32  found 5, expected text',
  ],
  [
    'with an address that is none',
    { rest: 'address: undocs.org' },
    'links.yaml:8:14  found address: "undocs.org", expected an address that begins with http:// or https://',
  ],
  [
    'with an unknown key',
    { rest: 'rollCall: unga-1190' },
    'links.yaml:8:5  found unknown key "rollCall", expected body',
  ],
])('a deed %s is a problem', async (_, what, line) => {
  const [first, ...others] = await problemsIn(deed(what));
  expect(others).toEqual([]);
  // Of several keys that could be meant all are named.
  expect(first?.startsWith(line.replace(/, expected body$/, ''))).toBe(true);
});

test('the same vote in another spelling is the same deed', async () => {
  expect(await problemsIn(deed({}), deed({ symbol: 'R/26/2758', sign: '-1' }))).toEqual([
    'links.yaml:9:5  found deed tw-part | UNGA | 26/2758 again, expected it once (first at links.yaml:2:5)',
  ]);
});

test('a deed on which there is no vote yet is no problem', async () => {
  expect(await problemsIn(deed({ symbol: 'A/RES/99/1', rest: 'otherSymbols: [R/99/1A]' }))).toEqual([]);
});
