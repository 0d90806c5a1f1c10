import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { Database } from '#postgres/open-database.ts';
import { rollCalls } from '../../reference/published-scores.ts';

type Fields = Readonly<Record<string, string>>;

const names = ['roll_calls', 'issues', 'votes', 'absences_1946_2015'] as const;

/** Writes every tenth roll call of the UN General Assembly, with its issues, votes and absences, into a folder as `import unga` takes it. */
export async function writeTenth(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const kept = new Set<string>();
  for (const name of names) {
    const [header = '', ...lines] = gunzipSync(await readFile(join(rollCalls, `${name}.csv.gz`)))
      .toString()
      .split(/\n(?=\d+,|$)/);
    if (name === 'roll_calls')
      for (let index = 0; index < lines.length; index += 10) kept.add(rcidIn(lines[index] ?? ''));
    await writeFile(
      join(folder, `${name}.csv`),
      [header, ...lines.filter((line) => kept.has(rcidIn(line))), ''].join('\n'),
    );
  }
}

const rcidIn = (line: string) => line.slice(0, line.indexOf(','));

const readCsv = async (folder: string, name: (typeof names)[number]): Promise<Fields[]> =>
  parse(await readFile(join(folder, `${name}.csv`)), { columns: true });

const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');

/** The files write Yugoslavia to the end; who that is follows from the day, as in seeds/unga/crosswalk.yml. */
function partyCalled(country: string, day: string): string {
  if (country !== 'Yugoslavia') return country;
  if (day < '2003-02-04') return 'YUCS';
  return day < '2006-06-03' ? 'CSXX' : 'RS';
}

/**
 * Writes the votes in such a folder as a sheet in long form, with sheets of their roll calls and of the parties that the seed files lack, which are those of
 * a ledger into which the folder was imported.
 */
export async function writeSheets(folder: string, sheets: string, { pool }: Database): Promise<string[]> {
  await mkdir(sheets, { recursive: true });
  const days = new Map<string, string>();
  const propositions = [['key', 'kind', 'text', 'body', 'session', 'tabled', 'precision', 'scope', 'important']];
  for (const {
    rcid = '',
    session = '',
    date = '',
    descr,
    short,
    unres,
    amend,
    para,
    importantvote = '',
  } of await readCsv(folder, 'roll_calls')) {
    days.set(rcid, date);
    const isUnknown = (amend === '' || para === '') && Number(session) >= 40 && Number(session) <= 51;
    const scope = amend === '1' ? 'amendment' : para === '1' ? 'paragraph' : isUnknown ? 'unknown' : 'whole';
    const text = descr || short || unres || `Roll call ${rcid}`;
    propositions.push([
      `un-${rcid}`,
      'roll call',
      text,
      'UNGA',
      session,
      date,
      Number(session) <= 53 ? 'month' : 'day',
      scope,
      importantvote,
    ]);
  }
  const said = [
    ...(await readCsv(folder, 'votes')),
    ...(await readCsv(folder, 'absences_1946_2015')).filter(({ status }) => status === 'absent'),
  ];
  const votes = said.map(({ rcid = '', country = '', vote = 'absent' }) => [
    `un-${rcid}`,
    partyCalled(country, days.get(rcid) ?? ''),
    vote,
  ]);
  const { rows: parties } = await pool.query<Fields>(
    `SELECT key, kind, iso3, name, array_to_string(aliases, '; ') AS aliases FROM party
     WHERE (SELECT source FROM revision WHERE number = added_in) <> 'seeds'`,
  );
  const texts = {
    'parties.csv': csv([
      ['key', 'kind', 'iso3', 'name', 'aliases'],
      ...parties.map((party) => Object.values(party).map((cell) => cell ?? '')),
    ]),
    'roll-calls.csv': csv(propositions),
    'votes.csv': csv([['proposition', 'party', 'vote'], ...votes]),
    'columns.yaml': 'columns: { vote: position }\n',
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(sheets, name), text);
  return ['parties.csv', 'roll-calls.csv', 'votes.csv'].map((name) => join(sheets, name));
}
