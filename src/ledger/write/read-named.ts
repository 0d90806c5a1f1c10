import type { ClientBase } from 'pg';
import { dayOf } from '#agreement/day.ts';
import type { StanceKey } from '../stance-key.ts';
import { columnsNaming } from '../tables/column-sql.ts';
import { anyTables, type TableName, tableNames } from '../tables/ledger-rows.ts';
import type { MembershipRow } from '../tables/parties.ts';
import type { AnyRow } from '../tables/table.ts';
import { type SelectedRow, selectUnsourcedSql } from '../tables/table-sql.ts';
import type { LiveLedger, LiveRow } from './proposal.ts';

// A writer may change what anybody said, so nobody asks who it was.
const anybody = '';

const among = (column: string, set: string) => `t.${column} = ANY(ARRAY(SELECT id FROM ${set}))`;

/** The rows of each table that are reached from names; none of a table that no write of the API changes. */
const reached: { readonly [Name in TableName]?: string } = {
  party: among('id', 'parties'),
  membership: among('id', 'memberships'),
  issue: 't.key = ANY($2)',
  document: among('id', 'documents'),
  signatory: among('document_id', 'documents'),
  proposition: 't.key = ANY($3)',
  propositionIssue: among('proposition_id', 'propositions'),
  stance: among('id', 'stances'),
  citation: among('stance_id', 'stances'),
  passage: among('id', 'passages'),
  passageParty: among('passage_id', 'passages'),
  passageStance: among('passage_id', 'passages'),
};

const ofTable = (name: TableName, condition: string) =>
  `SELECT '${name}', id, row, retired FROM (${selectUnsourcedSql(anyTables[name], condition)}) ${name}`;

/** The documents that rows name, in whichever columns. */
const documentsOf = (name: TableName, condition: string) =>
  columnsNaming(anyTables[name], 'document')
    .map((column) => `UNION SELECT ${column} FROM ${anyTables[name].name} WHERE ${condition}`)
    .join(' ');

// One statement sees the ledger at one moment. Every row is looked up by an index, however large the ledger is: that is why the sets are made one after
// the other and stances are found by LATERAL subqueries, which the planner does not turn into joins of whole tables.
const text = `
  WITH named_parties AS MATERIALIZED (SELECT id, lower(key) AS key FROM party WHERE lower(key) = ANY($1::text[])),
  propositions AS MATERIALIZED (SELECT id, key FROM proposition WHERE key = ANY($3::text[])),
  keys AS MATERIALIZED (
    SELECT named_parties.id AS party, propositions.id AS proposition, day
    FROM unnest($6::text[], $7::text[], $8::date[]) AS named(party, proposition, day)
    JOIN named_parties ON named_parties.key = named.party JOIN propositions ON propositions.key = named.proposition),
  stances AS MATERIALIZED (
    SELECT said.id FROM keys CROSS JOIN LATERAL (
      SELECT id FROM stance WHERE party_id = party AND proposition_id = proposition AND held_from = day AND retired_in IS NULL OFFSET 0) said),
  passages AS MATERIALIZED (
    SELECT id FROM passage WHERE key = ANY($5::text[])
    UNION SELECT shown.id FROM keys CROSS JOIN LATERAL (
      SELECT passage_id AS id FROM passage_stance
      WHERE party_id = party AND proposition_id = proposition AND held_from = day AND retired_in IS NULL OFFSET 0) shown),
  documents AS MATERIALIZED (
    SELECT id FROM document WHERE key = ANY($4::text[])
    ${documentsOf('citation', 'stance_id = ANY(ARRAY(SELECT id FROM stances)) AND retired_in IS NULL')}
    ${documentsOf('proposition', 'key = ANY($3)')}
    ${documentsOf('passage', 'id = ANY(ARRAY(SELECT id FROM passages))')}),
  parties AS MATERIALIZED (
    SELECT id FROM named_parties
    UNION SELECT party_id FROM passage_party WHERE passage_id = ANY(ARRAY(SELECT id FROM passages)) AND retired_in IS NULL),
  memberships AS MATERIALIZED (
    SELECT found.id FROM unnest($9::text[], $10::text[]) AS named(bloc, member) CROSS JOIN LATERAL (
      SELECT id FROM membership WHERE bloc_id = (SELECT id FROM party WHERE key = bloc)
        AND member_id = (SELECT id FROM party WHERE key = member) AND retired_in IS NULL OFFSET 0) found)
  SELECT NULL AS name, last AS id, NULL AS row, NULL AS retired FROM revision_counter
  UNION ALL ${tableNames.flatMap((name) => (reached[name] === undefined ? [] : [ofTable(name, reached[name])])).join('\n  UNION ALL ')}`;

/**
 * Reads what stands now, as far as a write that names these rows changes it or is judged by it: the rows themselves, what belongs to them, passages
 * that show the stances with their parties, and the documents cited with their signatories. In one statement, at one moment.
 */
export async function readNamed(client: ClientBase, names: Names): Promise<LiveLedger> {
  const stances = namedStances(names);
  const memberships = names.membership ?? [];
  const { rows: found } = await client.query<Omit<SelectedRow, 'source'> & { readonly name: TableName | null }>({
    name: 'rows that a write names',
    text,
    values: [
      namedParties(names),
      [...(names.issue ?? [])],
      namedPropositions(names),
      [...(names.document ?? [])],
      [...(names.passage ?? [])],
      stances.map(({ party }) => party),
      stances.map(({ proposition }) => proposition),
      stances.map(({ heldFrom }) => heldFrom),
      memberships.map(({ bloc }) => bloc),
      memberships.map(({ member }) => member),
    ],
  });
  const rows = Object.fromEntries(tableNames.map((name) => [name, [] as LiveRow<AnyRow>[]]));
  let revision = 0;
  for (const { name, ...row } of found) {
    if (name === null) revision = row.id;
    else rows[name]?.push({ ...row, source: anybody });
  }
  return { revision, rows: rows as unknown as LiveLedger['rows'], taken: {} }; // selectSql gives the fields that Table declares
}

/**
 * The rows that a write names by their keys, whether there are any or not. Whoever names a stance or a membership names the rows in its key too. All
 * that a write can change, and all that the rules judge it by, is reached from here: see `readNamed`.
 */
export interface Names {
  /** In any case. */
  readonly party?: Iterable<string>;
  readonly issue?: Iterable<string>;
  readonly proposition?: Iterable<string>;
  readonly document?: Iterable<string>;
  readonly passage?: Iterable<string>;
  readonly stance?: readonly StanceKey[];
  readonly membership?: readonly Pick<MembershipRow, 'bloc' | 'member'>[];
}

/** The propositions that are named, also those in the keys of stances. */
export const namedPropositions = ({ proposition = [], stance = [] }: Names): string[] => [
  ...new Set([...proposition, ...stance.map((key) => key.proposition)]),
];

/** The parties that are named, in lower case, also those in the keys of stances and memberships. */
export const namedParties = ({ party = [], stance = [], membership = [] }: Names): string[] => {
  const keys = [
    ...party,
    ...stance.map((key) => key.party),
    ...membership.flatMap(({ bloc, member }) => [bloc, member]),
  ];
  return [...new Set(keys.map((key) => key.toLowerCase()))];
};

/** The keys of stances that are named, once each; without those of days that do not exist, on which nothing is held. */
export function namedStances({ stance = [] }: Names): StanceKey[] {
  const exist = stance.filter(({ heldFrom }) => heldFrom >= '0001' && !Number.isNaN(dayOf(heldFrom)));
  const keys = exist.map((key) => ({ ...key, party: key.party.toLowerCase() }));
  return [...new Map(keys.map((key) => [`${key.party} | ${key.proposition} | ${key.heldFrom}`, key])).values()];
}
