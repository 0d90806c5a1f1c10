import { setTimeout as delay } from 'node:timers/promises';
import { makeScratchFolder } from '#ledger/embedded/scratch-folder.ts';
import { openSnapshots } from '#ledger/snapshot/snapshots.ts';
import { startWriter } from './api-writer.ts';
import { makeLedger, withLedgerIn } from './broken-ledger.ts';
import { checkRun } from './check-run.ts';
import { importPlan } from './import-plan.ts';
import { startImporter } from './importer.ts';
import { type Kill, killNames, kills, type Victims } from './kill.ts';
import { type Random, randomFrom } from './random.ts';
import { keepServer } from './servers.ts';
import { newTally } from './tally.ts';
import { writerPlan } from './writer-plan.ts';

export interface FaultRunOptions {
  /** How often something is killed; each time the ledger has to go on before the next. */
  readonly kills: number;
  /** The same seed gives the same writes and kills, though not at the same moments. */
  readonly seed: number;
  /** What is killed, in turn; left out: at random. */
  readonly inTurn?: readonly Kill[];
  /** Told of every kill. */
  readonly note?: (text: string) => void;
}

export interface FaultReport {
  /** How often what happened. */
  readonly counts: ReadonlyMap<string, number>;
  /** What was wrong; empty when all is well. */
  readonly wrong: readonly string[];
}

const writers = { ana: 'FR', ben: 'DE', cleo: 'JP', dan: 'BR' };
const mostWritesBetween = 12;
const mostMillisecondsMore = 80;

/**
 * Two servers on one embedded PostgreSQL, four writers and an importer, of which something is killed with -9 again and again; then looks whether the
 * ledger is as everybody was told.
 */
export async function faultRun({
  kills: times,
  seed,
  inTurn = [],
  note = () => {},
}: FaultRunOptions): Promise<FaultReport> {
  const random = randomFrom(seed);
  const tally = newTally();
  const folder = makeScratchFolder();
  const dataDirectory = `${folder.path}/data`;
  const { url, tokens, revision: before } = await makeLedger(dataDirectory, Object.keys(writers));
  const env = { CONCORD_DATA_DIR: dataDirectory };
  const servers = [keepServer(env, tally), keepServer(env, tally)];
  // Carried on through everything, as the servers do it that are not killed.
  const snapshots = openSnapshots(url, () => tally.count('snapshot cut off'));
  const importer = startImporter(folder.path, env, importPlan(randomFrom(seed + 1)), tally);
  const atWork = Object.entries(writers).map(([name, party], index) =>
    startWriter(
      tokens[index] as string, // one for each
      writerPlan(name, party, randomFrom(seed + 2 + index)),
      servers,
      randomFrom(seed + 100 + index),
      tally,
    ),
  );
  try {
    for (let count = 0; count < times; count++) {
      await tally.more('acknowledged', 1 + random.below(mostWritesBetween));
      await delay(random.below(mostMillisecondsMore));
      const name = await killOne({ servers, importer, url, dataDirectory }, random, inTurn[count % inTurn.length]);
      tally.count(`killed ${name}`);
      note(
        `${count + 1}: killed ${name}; ${tally.counts.get('acknowledged')} writes, ${tally.counts.get('imports done') ?? 0} imports`,
      );
    }
    await tally.more('acknowledged', atWork.length);
    await Promise.all([importer.stop(), ...atWork.map((writer) => writer.stop())]);
    const writes = atWork.flatMap(({ acknowledged }) => acknowledged);
    tally.wrong.push(
      ...(await withLedgerIn(dataDirectory, (database) =>
        checkRun({ database, before, writes, imports: importer.done, servers, snapshots, tally }),
      )),
    );
  } finally {
    await snapshots.close();
    importer.kill();
    await Promise.all(servers.map((server) => server.stop()));
    folder.remove();
  }
  return tally;
}

/** Kills what is named, or something at random, as soon as there is such a thing; says what. */
async function killOne(victims: Victims, random: Random, named: Kill | undefined): Promise<Kill> {
  for (;;) {
    const name = named ?? random.one(killNames);
    if (await kills[name](victims, random)) return name;
    await delay(random.below(mostMillisecondsMore));
  }
}
