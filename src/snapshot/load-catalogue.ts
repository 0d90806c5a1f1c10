import type { ClientBase, QueryResultRow } from 'pg';
import { NEVER } from '#agreement/stance-columns.ts';
import {
  type Catalogue,
  catalogue,
  type Deed,
  type Document,
  type Earlier,
  type Issue,
  type Membership,
  type Party,
  type Passage,
  type Proposition,
  type PropositionIssue,
} from './catalogue.ts';
import { daySql } from './load-stances.ts';

type Unplaced<Row> = Omit<Row, 'ordinal' | 'earlier' | 'knownAt'> & QueryResultRow;

async function load<Row extends Party | Issue | Proposition | Document | Passage>(
  client: ClientBase,
  table: string,
  columns: string,
): Promise<Catalogue<Row>> {
  const fields = `id, key, added_in AS "addedIn", retired_in IS NOT NULL AS retired, ${columns}`;
  const { rows } = await client.query<Unplaced<Row>>(`SELECT ${fields} FROM ${table} ORDER BY id`);
  const before = await client.query<{ until: number } & Unplaced<Row>>(`
    SELECT until, ${fields}
    FROM (SELECT revision AS until, id AS amendment, before FROM amendment WHERE record = '${table}') amended,
      jsonb_populate_record(NULL::${table}, before) ORDER BY amendment`);
  const earlier = Map.groupBy(before.rows, ({ id }) => id);
  const placed = (row: Unplaced<Row>, ordinal: number, of: readonly Earlier<Row>[]) =>
    ({ ...row, ordinal, earlier: of, knownAt: null }) as unknown as Row; // the columns are those of Row
  return catalogue(
    rows.map((row, ordinal) =>
      placed(
        row,
        ordinal,
        (earlier.get(row.id) ?? []).map(({ until, ...old }) => ({
          until,
          row: placed(old as unknown as Unplaced<Row>, ordinal, []), // what is left besides `until`
        })),
      ),
    ),
  );
}

export const loadParties = (client: ClientBase): Promise<Catalogue<Party>> =>
  load(
    client,
    'party',
    `kind, iso3, name, coalesce(aliases, '{}') AS aliases, ${daySql('founded')} AS founded, note, verification,
     coalesce(addresses, '{}') AS addresses`,
  );

export const loadIssues = (client: ClientBase): Promise<Catalogue<Issue>> =>
  load(client, 'issue', 'name, summary, tier');

export const loadPropositions = (client: ClientBase): Promise<Catalogue<Proposition>> =>
  load(
    client,
    'proposition',
    `kind, text, note, document_id AS "documentId",
     CASE kind WHEN 'ROLL_CALL' THEN jsonb_build_object('body', body, 'session', session, 'series', coalesce(series, session::text), 'symbol', symbol,
       'shortTitle', short_title,
       'tabledOn', ${daySql('tabled_on')}, 'tabledOnPrecision', tabled_on_precision, 'textScope', text_scope,
       'important', important, 'yes', yes, 'no', no, 'abstain', abstain) END AS "rollCall"`,
  );

export const loadDocuments = (client: ClientBase): Promise<Catalogue<Document>> =>
  load(client, 'document', `title, publisher, symbol, kind, ${daySql('date')} AS date`);

export const loadPassages = (client: ClientBase): Promise<Catalogue<Passage>> =>
  load(client, 'passage', `document_id AS "documentId", locator, speaker, verb, key_phrase AS "keyPhrase", kind, note`);

/** Links between propositions and issues, by ordinals, retired ones included. */
export async function loadPropositionIssues(
  client: ClientBase,
  propositions: Catalogue<Proposition>,
  issues: Catalogue<Issue>,
): Promise<PropositionIssue[]> {
  const { rows } = await client.query<PropositionIssue>(`
    SELECT proposition_id AS proposition, issue_id AS issue, added_in AS "addedIn", coalesce(retired_in, ${NEVER}) AS "retiredIn"
    FROM proposition_issue ORDER BY id`);
  return rows.map((row) => ({
    ...row,
    proposition: ordinal(propositions, row.proposition),
    issue: ordinal(issues, row.issue),
  }));
}

/** Links between claims and votes, by ordinals, retired ones included. */
export async function loadDeeds(client: ClientBase, propositions: Catalogue<Proposition>): Promise<Deed[]> {
  const { rows } = await client.query<Deed>(`
    SELECT id, proposition_id AS proposition, body, symbol, coalesce(other_symbols, '{}') AS "otherSymbols", sign, reason, address, verification, added_in AS "addedIn",
      coalesce(retired_in, ${NEVER}) AS "retiredIn"
    FROM deed ORDER BY id`);
  return rows.map((row) => ({ ...row, proposition: ordinal(propositions, row.proposition) }));
}

/** Memberships by ordinals, retired ones included. */
export async function loadMemberships(client: ClientBase, parties: Catalogue<Party>): Promise<Membership[]> {
  const { rows } = await client.query<Membership>(`
    SELECT id, bloc_id AS bloc, member_id AS member, ${daySql('"from"')} AS "from", coalesce(${daySql('until')}, ${NEVER}) AS until,
      precision, status, role, note, added_in AS "addedIn", coalesce(retired_in, ${NEVER}) AS "retiredIn"
    FROM membership ORDER BY "from", id`);
  return rows.map((row) => ({ ...row, bloc: ordinal(parties, row.bloc), member: ordinal(parties, row.member) }));
}

const ordinal = (of: Catalogue<Party | Issue | Proposition>, id: number): number => of.byId.get(id)?.ordinal as number; // foreign keys hold, and all is read in one transaction
