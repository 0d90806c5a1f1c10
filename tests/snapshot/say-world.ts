import type { Database } from '#postgres/open-database.ts';
import { say } from '../ingest/say.ts';
import { blocs, countries, isRollCall, partsOf, type World } from './worlds.ts';

/** Makes the ledger say what the world says and nothing else, in one revision. Keys end with the number, so that each world can have its own. */
export async function sayWorld(database: Database, world: World, number: number): Promise<void> {
  const outcome = await say(database, JSON.stringify(fileOf(world, (key) => `${key}-${number}`)), { complete: true }); // JSON is YAML
  if (outcome.status === 'REFUSED') throw new Error(JSON.stringify(outcome.problems));
}

/** A world as a ledger file; what names something that is not there is left out. */
function fileOf(world: World, keyOf: (name: string) => string) {
  const { parties, issues, propositions, memberships, deeds, documents, stances, absences } = world;
  const standing = (keys: readonly string[]) => keys.filter((key) => parties.has(key));
  const said = (key: string, texts: ReadonlyMap<string, number>) => ({
    key: keyOf(key),
    name: `${key} ${texts.get(key)}`,
  });
  const about = <Row>(proposition: string, rows: Iterable<readonly [string, Row]>) =>
    [...rows].flatMap(([name, row]) => {
      const [party, of, from] = partsOf(name);
      return of === proposition && parties.has(party) ? [{ party: keyOf(party), from, row }] : [];
    });
  return {
    documents: Array.from(documents, ([key, date]) => ({
      key: keyOf(key),
      title: key,
      kind: 'TREATY',
      date,
      verification: 'VERIFIED',
    })),
    countries: standing(countries).map((key) => said(key, parties)),
    blocs: standing(blocs).map((key) => ({
      ...said(key, parties),
      members: [...memberships].flatMap(([name, { until }]) => {
        const [bloc, country, from] = partsOf(name);
        return bloc === key && parties.has(country) ? [{ country: keyOf(country), from, until }] : [];
      }),
    })),
    deeds: [...deeds].flatMap(([name, sign]) => {
      const [claim, symbol] = partsOf(name);
      const said = { body: 'UNGA', symbol, sign, reason: 'It says so.', verification: 'VERIFIED' };
      return propositions.has(claim) ? [{ proposition: keyOf(claim), ...said }] : [];
    }),
    issues: [...issues.keys()].map((key) => said(key, issues)),
    propositions: Array.from(propositions, ([key, { text, issues: named }]) => ({
      key: keyOf(key),
      text: `${key} ${text}`,
      issues: named.filter((issue) => issues.has(issue)).map(keyOf),
      ...(isRollCall(key) && { kind: 'ROLL_CALL', rollCall }),
      stances: about(key, stances).map(({ row: { citations, ...row }, ...of }) => ({
        ...of,
        ...row,
        basis: isRollCall(key) ? 'VOTE' : 'OWN_STATEMENT',
        citations: isRollCall(key)
          ? []
          : citations.map(({ document, role }) => ({ document: keyOf(document), role, verification: 'VERIFIED' })),
      })),
      absences: about(
        key,
        [...absences].map((name) => [name, null]),
      ).map(({ party, from }) => ({ party, on: from })),
    })),
  };
}

const rollCall = { body: 'UNGA', session: 1, tabled: '2001-01-01', scope: 'WHOLE' };
