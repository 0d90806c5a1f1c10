import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { makeScratchFolder } from '#postgres/embedded/scratch-folder.ts';
import { openSnapshots } from '#snapshot/snapshots.ts';
import { startWriter } from './api-writer.ts';
import { makeLedger, withLedgerIn } from './broken-ledger.ts';
import { checkRun } from './check-run.ts';
import { importPlan } from './import-plan.ts';
import { startImporter } from './importer.ts';
import { anyKill, type Kill, kills, type Victims } from './kill.ts';
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
  /** How many servers there are; left out: two. */
  readonly servers?: number;
  /** Ends everything that runs, when it is aborted; the run fails. */
  readonly signal?: AbortSignal;
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
 * Servers on one embedded PostgreSQL, four writers and an importer, of which something is killed with -9 again and again; then looks whether the
 * ledger is as everybody was told.
 */
export async function faultRun({ signal, ...options }: FaultRunOptions): Promise<FaultReport> {
  const over = new AbortController();
  const end = () => over.abort(new Error('the run was ended early'));
  signal?.addEventListener('abort', end);
  process.once('exit', end);
  const folder = makeScratchFolder();
  const early = once(over.signal, 'abort').then(() => Promise.reject(over.signal.reason));
  early.catch(() => {});
  try {
    return await Promise.race([runIn(folder.path, options, over.signal), early]);
  } finally {
    end();
    folder.remove();
  }
}

async function runIn(
  folder: string,
  { kills: times, seed, inTurn = [], servers: serverCount = 2, note = () => {} }: Omit<FaultRunOptions, 'signal'>,
  over: AbortSignal,
): Promise<FaultReport> {
  const random = randomFrom(seed);
  const tally = newTally();
  const dataDirectory = `${folder}/data`;
  const { url, tokens, revision: before } = await makeLedger(dataDirectory, Object.keys(writers));
  const env = { CONCORD_DATA_DIR: dataDirectory };
  const servers = Array.from({ length: serverCount }, () => keepServer(env, tally, over));
  // Carried on through everything, as servers do it that are not killed.
  const snapshots = openSnapshots(url, () => tally.count('snapshot cut off'));
  over.addEventListener('abort', () => void snapshots.close());
  const importer = startImporter(folder, env, importPlan(randomFrom(seed + 1)), tally, over);
  const atWork = Object.entries(writers).map(([name, party], index) => {
    const next = writerPlan(name, party, randomFrom(seed + 2 + index));
    const token = tokens[index] as string; // there is one for each
    return startWriter(token, next, servers, randomFrom(seed + 100 + index), tally, over);
  });
  for (let count = 0; count < times; count++) {
    await tally.more('acknowledged', 1 + random.below(mostWritesBetween));
    await delay(random.below(mostMillisecondsMore));
    const name = await killOne({ servers, importer, url, dataDirectory }, random, inTurn[count % inTurn.length]);
    tally.count(`killed ${name}`);
    const [written, imported] = ['acknowledged', 'imports done'].map((what) => tally.counts.get(what) ?? 0);
    note(`${count + 1}: killed ${name}; ${written} writes, ${imported} imports`);
  }
  await tally.more('acknowledged', atWork.length);
  await Promise.all([importer.stop(), ...atWork.map((writer) => writer.stop())]);
  const writes = atWork.flatMap(({ acknowledged }) => acknowledged);
  const imports = importer.done;
  const wrong = await withLedgerIn(dataDirectory, (database) =>
    checkRun({ database, before, writes, imports, servers, snapshots, tally }),
  );
  return { counts: tally.counts, wrong: [...tally.wrong, ...wrong] };
}

/** Kills what is named, or something at random, as soon as there is such a thing; says what. */
async function killOne(victims: Victims, random: Random, named: Kill | undefined): Promise<Kill> {
  for (;;) {
    const name = named ?? anyKill(random);
    if (await kills[name](victims, random)) return name;
    await delay(random.below(mostMillisecondsMore));
  }
}
