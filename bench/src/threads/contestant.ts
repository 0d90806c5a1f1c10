import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { short } from '../run/figures.ts';
import { summary } from '../run/measure.ts';
import type { Asked, Load } from './ask-in-turn.ts';

const asker = fileURLToPath(new URL('./ask-in-turn.ts', import.meta.url));
const connections = 16;
const milliseconds = 2_000;

/** How servers take turns. */
export const turns = { warmUp: 4, rounds: 9 };

/** A server under the load, in turns with another. */
export class Contestant {
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
export class Asking {
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
