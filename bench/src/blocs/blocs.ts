import type { Client } from 'pg';
import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { withClient } from '../ledger/server.ts';
import { withServer } from '../run/child.ts';
import { milliseconds, perSecond, seconds, times } from '../run/figures.ts';
import { inTurns, ratioOf, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord } from '../side-by-side/concord.ts';
import { requestsPerSecond } from '../side-by-side/load.ts';
import { type Question, questionsFrom, randomNumbers, some } from '../side-by-side/question.ts';
import { blocsOf, cohesionBySessions, counted, derived, forgetful } from './in-memory.ts';
import { cohesionInSql, countedInSql } from './in-sql.ts';

/** Positions of blocs from their members', and their cohesion, against SQL; and questions about two blocs against those about two countries. */
export async function blocs(url: string): Promise<Result[]> {
  note('blocs: derivation and cohesion, and the same in SQL');
  const snapshot = await buildSnapshot(url);
  const inProcess = await withClient(url, async (client) => {
    await requireSameNumbers(snapshot, client);
    return [
      ...(await against(
        'eight blocs derived over all roll calls',
        60,
        () => derived(forgetful(snapshot)),
        () => countedInSql(client),
      )),
      ...(await against(
        'cohesion of eight blocs by session',
        100,
        () => cohesionBySessions(forgetful(snapshot)),
        () => cohesionInSql(client),
      )),
    ];
  });
  return [...inProcess, ...(await twoBlocs(url, snapshot))];
}

async function against(what: string, target: number, ours: () => unknown, sql: () => unknown): Promise<Result[]> {
  const alone = await inTurns({ concord: () => timed(ours) }, { warmUp: 10, rounds: 30 });
  const turns = await inTurns({ concord: () => timed(ours), sql: () => timed(sql) }, { warmUp: 1, rounds: 5 });
  return [
    {
      what,
      concord: milliseconds(alone.concord),
      peer: `SQL ${seconds(turns.sql)}`,
      ratio: times(turns.sql.median / alone.concord.median),
      target: `<= ${target} ms`,
      met: alone.concord.median <= target,
    },
  ];
}

/** Throws unless Concord and SQL count the same, and the indexes are the same to 1e-12. */
async function requireSameNumbers(snapshot: Snapshot, client: Client): Promise<void> {
  const [ours, theirs] = [counted(snapshot), await countedInSql(client)];
  const known = new Map(theirs.map((row) => [`${row.bloc} ${row.proposition}`, row]));
  if (ours.length !== theirs.length)
    throw new Error(`SQL counts ${theirs.length} positions of blocs, Concord ${ours.length}`);
  for (const row of ours) {
    const other = known.get(`${row.bloc} ${row.proposition}`);
    for (const name of ['members', 'support', 'neutral', 'oppose'] as const) {
      if (other?.[name] !== row[name])
        throw new Error(`${row.bloc} on ${row.proposition} has ${row[name]} ${name}, in SQL ${other?.[name]}`);
    }
  }
  const [sessions, inSql] = [cohesionBySessions(snapshot), await cohesionInSql(client)];
  const indexes = new Map(inSql.map((row) => [`${row.bloc} ${row.session}`, row]));
  if (sessions.length !== inSql.length)
    throw new Error(`SQL has ${inSql.length} sessions of blocs, Concord ${sessions.length}`);
  for (const { bloc, session, propositions, index } of sessions) {
    const other = indexes.get(`${bloc} ${session}`);
    if (other?.propositions !== propositions || !(Math.abs(other.index - index) <= 1e-12))
      throw new Error(`${bloc} in session ${session} has ${index} of ${propositions}, in SQL ${other?.index}`);
  }
}

/** 20 propositions and 2 blocs side by side, always another question, and the same of 2 countries, over HTTP from one server. */
async function twoBlocs(url: string, snapshot: Snapshot): Promise<Result[]> {
  note('side by side, two blocs and two countries');
  const questions = await withClient(url, questionsFrom);
  const keys = blocsOf(snapshot).map(({ key }) => key);
  const random = randomNumbers(2);
  const ofCountries = (): Question => {
    const { propositions, parties } = questions();
    return { propositions, parties: parties.slice(0, 2) };
  };
  const ofBlocs = (): Question => ({ ...questions(), parties: some(2, keys, random) });
  const server = concord(url);
  const measured = await withServer(server.args, server.environment, (api) => {
    const run = (question: () => Question) => () => requestsPerSecond(api, () => server.bodyOf(question()), 2);
    return inTurns({ blocs: run(ofBlocs), countries: run(ofCountries) }, { warmUp: 4, rounds: 9 });
  });
  const ratio = ratioOf(measured.blocs, measured.countries);
  return [
    {
      what: '20 propositions x 2 blocs, always another question',
      concord: perSecond(measured.blocs),
      peer: `2 countries ${perSecond(measured.countries)}`,
      ratio: times(ratio),
      target: '>= 0.5x',
      met: ratio >= 0.5,
    },
  ];
}
