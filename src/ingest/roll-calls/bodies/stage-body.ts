import type { ClientBase } from 'pg';
import type { SourceRow } from '#ledger/tables/sources.ts';
import { copyIn, copyLine } from '../stage/copy-in.ts';
import type { BodyFiles } from './body-files.ts';
import { mergePeriods } from './merge-periods.ts';

/** A list of texts as COPY's text format has an array. */
const textArray = (texts: readonly string[]) =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, (sign) => `\\${sign}`)}"`).join(',')}}`;

/** Fills the staged tables with what the files of a body say. Each of its parties is a voter of the same number. */
export async function stageBody(client: ClientBase, body: BodyFiles, source: SourceRow): Promise<void> {
  await stageSource(client, source);
  await copyIn(
    client,
    'staged_party',
    ['place', 'key', 'kind', 'name', 'aliases', 'note', 'addresses'],
    body.parties.map(({ place, key, kind, name, aliases, note, addresses }) =>
      copyLine([place, key, kind, name, textArray(aliases), note, textArray(addresses)]),
    ),
  );
  await copyIn(
    client,
    'staged_voter',
    ['place', 'voter', 'name', 'party', '"from"', 'until'],
    body.parties.map(({ place, key, name }, voter) => copyLine([place, voter, name, key, '-infinity', 'infinity'])),
  );
  await copyIn(
    client,
    'staged_membership',
    ['file', 'line', 'bloc', 'member', '"from"', 'until', 'precision'],
    mergePeriods(body.memberships).map(({ group, member, from, until, precision }, line) =>
      copyLine([0, line, group, member, from, until, precision]),
    ),
  );
  await stageRollCalls(client, body);
  await stageVotes(client, body);
}

async function stageSource(client: ClientBase, row: SourceRow): Promise<void> {
  await client.query(
    `INSERT INTO staged_source (file, line, key, title, publisher, citation, licence, licence_address, address, reviewed_on)
     VALUES (0, 0, $1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.key, row.title, row.publisher, row.citation, row.licence, row.licenceAddress, row.address, row.reviewedOn],
  );
}

const rollCallColumns = [
  ...['file', 'line', 'roll_call', 'name', 'key', 'body', 'session', 'series', 'symbol', 'text', 'tabled_on'],
  ...['precision', 'text_scope', 'publisher', 'document_kind', 'addresses'],
];

async function stageRollCalls(client: ClientBase, { rollCalls, documentKind }: BodyFiles): Promise<void> {
  const lines = rollCalls.map((rollCall, number) => {
    const { file, line, key, body, session, series, symbol, text, tabledOn, precision, textScope, address } = rollCall;
    const addresses = address === null ? [] : [{ url: address, read: false, note: null }];
    return copyLine([
      ...[file, line, number, key, key, body, session, series, symbol, text, tabledOn, precision, textScope],
      ...[body, documentKind, JSON.stringify(addresses)],
    ]);
  });
  await copyIn(client, 'staged_roll_call', rollCallColumns, lines);
}

/** Votes and absences stand in one file, and a connection copies into one table at a time. */
async function stageVotes(client: ClientBase, body: BodyFiles): Promise<void> {
  await client.query(
    'CREATE TEMP TABLE staged_said (file smallint, line int, roll_call int, voter int, position "Position") ON COMMIT DROP',
  );
  await copyIn(client, 'staged_said', ['file', 'line', 'roll_call', 'voter', 'position'], body.votes());
  await client.query(`
    INSERT INTO staged_vote (file, line, roll_call, voter, position)
    SELECT file, line, roll_call, voter, position FROM staged_said WHERE position IS NOT NULL`);
  await client.query(`
    INSERT INTO staged_absence (file, line, roll_call, voter, absent)
    SELECT file, line, roll_call, voter, true FROM staged_said WHERE position IS NULL`);
  await client.query('DROP TABLE staged_said');
}
