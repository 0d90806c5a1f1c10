import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import { withClient } from '../ledger/server.ts';
import { concordMain, withServer } from '../run/child.ts';
import { perSecond, short, times } from '../run/figures.ts';
import { inTurns, ratioOf, summary } from '../run/measure.ts';
import { note } from '../run/note.ts';
import { residentBytes } from '../run/resident-bytes.ts';
import type { Result } from '../run/table.ts';
import { query } from '../side-by-side/concord.ts';
import { questionsFrom } from '../side-by-side/question.ts';
import type { Asked, Load } from './ask-in-turn.ts';
import { bytesOfSnapshot } from './of-its-own.ts';

const asker = fileURLToPath(new URL('./ask-in-turn.ts', import.meta.url));
const connections = 16;
const milliseconds = 2_000;
const turns = { warmUp: 4, rounds: 9 };
const questions = 20_000;
const targets = { rate: 1.5, memory: 1.1 };
const threads = Math.max(2, availableParallelism());

/** The side-by-side question of one thread and of one per core, in turns: how many a second, processor time, memory. */
export async function threadsBeside(url: string): Promise<Result[]> {
  const next = await withClient(url, questionsFrom);
  const bodies = Array.from({ length: questions }, () => JSON.stringify({ query, variables: next() }));
  const environment = { DATABASE_URL: url, PORT: '0', CONCORD_RATE_LIMIT: '999999999' };
  const serve = [concordMain, 'serve', '--json'];
  return withServer(serve, { ...environment, CONCORD_THREADS: '1' }, (one, onePid) =>
    withServer(serve, { ...environment, CONCORD_THREADS: `${threads}` }, async (several, severalPid) => {
      const asking = new Asking(bodies);
      try {
        note(`side by side, one thread and ${threads} in turns`);
        const single = new Contestant(asking, one, onePid);
        const many = new Contestant(asking, several, severalPid);
        const measured = await inTurns({ single: () => single.rate(), many: () => many.rate() }, turns);
        const ratio = ratioOf(measured.many, measured.single);
        const { shared, own } = bytesOfSnapshot(await collectingGarbage(() => buildSnapshot(url)));
        const memory = (shared + own * threads) / (shared + own);
        return [
          result(
            `side by side of ${threads} threads`,
            perSecond(measured.many),
            `one thread ${perSecond(measured.single)}`,
            ratio,
            `>= ${targets.rate}x`,
            ratio >= targets.rate,
          ),
          result(
            'processor time of a request, with that of the load',
            many.told(),
            single.told(),
            many.cost / single.cost,
            '',
            null,
          ),
          result(
            'a snapshot in memory',
            megabytes(shared + own * threads),
            `${megabytes(shared)} shared and ${megabytes(own)} of each thread`,
            memory,
            `<= ${targets.memory}x`,
            memory <= targets.memory,
          ),
          result(
            'resident memory',
            megabytes(residentBytes(severalPid) ?? 0),
            megabytes(residentBytes(onePid) ?? 0),
            (residentBytes(severalPid) ?? 0) / (residentBytes(onePid) ?? 1),
            '',
            null,
          ),
        ];
      } finally {
        asking.end();
      }
    }),
  );
}

const result = (
  what: string,
  concord: string,
  peer: string,
  ratio: number,
  target: string,
  met: boolean | null,
): Result => ({
  what,
  concord,
  peer,
  ratio: times(ratio),
  target,
  met,
});

const megabytes = (bytes: number): string => `${short(bytes / 2 ** 20)} MiB`;

/** A server under the load, in turns with another. */
class Contestant {
  readonly #asking: Asking;
  readonly #port: number;
  readonly #pid: number;
  readonly #server: number[] = [];
  readonly #load: number[] = [];

  constructor(asking: Asking, api: string, pid: number) {
    this.#asking = asking;
    this.#port = Number(new URL(api).port);
    this.#pid = pid;
  }

  /** Answers a second. */
  async rate(): Promise<number> {
    const before = cpuMilliseconds(this.#pid);
    const asked = await this.#asking.ask(this.#port);
    if (asked.failed > 0 || asked.answers === 0) throw new Error(`${asked.failed} requests failed`);
    this.#server.push((cpuMilliseconds(this.#pid) - before) / asked.answers);
    this.#load.push(asked.cpuMilliseconds / asked.answers);
    return (asked.answers * 1_000) / asked.milliseconds;
  }

  /** Milliseconds of the server for a request, in the middle of all rounds that count. */
  get cost(): number {
    return summary(this.#server.slice(turns.warmUp)).median;
  }

  told(): string {
    const load = summary(this.#load.slice(turns.warmUp)).median;
    return `${short(this.cost * 1_000)} + ${short(load * 1_000)} µs`;
  }
}

/** The process that asks. */
class Asking {
  readonly #child: ChildProcess;
  readonly #lines: Interface;
  #bodies: readonly string[];

  constructor(bodies: readonly string[]) {
    this.#child = spawn(process.execPath, [asker], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface({ input: this.#child.stdout as NodeJS.ReadableStream }); // which is piped
    this.#bodies = bodies;
  }

  async ask(port: number): Promise<Asked> {
    const load: Load = { port, connections, milliseconds, bodies: this.#bodies };
    this.#bodies = []; // it has them then
    const told = once(this.#lines, 'line');
    this.#child.stdin?.write(`${JSON.stringify(load)}\n`);
    const [line] = await told;
    return JSON.parse(line) as Asked; // as ask-in-turn.ts writes it
  }

  end(): void {
    this.#child.kill();
  }
}

/** Processor time that a process has had, all its threads together. */
function cpuMilliseconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticksPerSecond = 100; // of every Linux that Node runs on
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond;
}

/** Runs `work` where garbage can be collected when it is told to. */
function collectingGarbage<T>(work: () => T): T {
  setFlagsFromString('--expose-gc');
  globalThis.gc ??= runInNewContext('gc');
  return work();
}
