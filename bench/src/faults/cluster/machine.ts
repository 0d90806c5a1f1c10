import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { balancerConfigs } from './balancer-config.ts';
import { until } from './until.ts';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../../../..', import.meta.url));

export const nodes = ['n1', 'n2', 'n3'] as const;
export type NodeName = (typeof nodes)[number];
/** Servers of Concord: two on the primary, one that reads from standbys, one that has only those. */
export const servers = ['c1', 'c2', 'c3', 'c4'] as const;

export interface Place {
  /** The folder with the scripts of the cluster. */
  readonly scripts: string;
  /** Where data, logs and pids are. */
  readonly base: string;
  readonly firstPort: number;
}

/** A Patroni cluster of three nodes, HAProxy before it, and before the servers of Concord. */
export class Machine {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = { ...place, scripts: resolve(place.scripts), base: resolve(place.base) };
  }

  get base(): string {
    return this.#place.base;
  }

  /** The ports are those of the scripts: counted from the first. */
  port(offset: number): number {
    return this.#place.firstPort + offset;
  }
  readonly url = {
    /** Of HAProxy before the servers: it sends what has an API key to those that take writes. */
    web: () => `http://127.0.0.1:${this.port(80)}`,
    server: (name: string) => `http://127.0.0.1:${this.port(40) + Number(name.slice(1))}`,
    patroni: (node: string) => `http://127.0.0.1:${this.port(20) + Number(node.slice(1))}`,
    database: (port: number) => `postgresql://concord:concord@127.0.0.1:${port}/concord`,
  };

  #env(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
    const { base, firstPort } = this.#place;
    const each = (name: string, offset: number, count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`${name}${index + 1}`, String(this.port(offset + index + 1))]),
      );
    return {
      ...process.env,
      BASE: base,
      FIRST_PORT: String(firstPort),
      APP: project,
      TTL: '20',
      LOOP_WAIT: '2',
      RETRY_TIMEOUT: '3',
      CHECK: '1s',
      DB_PRIMARY: String(this.port(30)),
      DB_REPLICA: String(this.port(31)),
      ...each('PG', 10, 3),
      ...each('REST', 20, 3),
      ...each('WEB', 40, 4),
      ...more,
    };
  }

  async #script(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
    // What it starts goes on, and must not hold our pipes.
    const log = join(this.base, 'scripts.log');
    const out = openSync(log, 'a');
    try {
      const child = spawn('bash', [join(this.#place.scripts, name), ...args], {
        cwd: project,
        env: this.#env(env),
        stdio: ['ignore', out, out],
      });
      const { promise, resolve: end, reject } = Promise.withResolvers<number | null>();
      child.once('error', reject).once('exit', end);
      const code = await promise;
      if (code !== 0) throw new Error(`${name} ${args.join(' ')}: exit code ${code}; see ${log}`);
      return log;
    } finally {
      closeSync(out);
    }
  }

  async up(): Promise<void> {
    await mkdir(this.base, { recursive: true });
    await this.#script('up.sh', []);
    await this.#kill('haproxy');
  }

  async down(): Promise<void> {
    await this.#kill('balancer');
    for (const name of servers) await this.server(name, 'stop').catch(() => {});
    await this.#kill('c4');
    await this.#script('down.sh', []).catch(() => {});
    await rm(this.base, { recursive: true, force: true });
  }

  /** Starts HAProxy with the configurations of deploy/haproxy, or anew; it ends sessions with a node that is no longer the primary, or not. */
  async balance(endsSessions: boolean): Promise<void> {
    await this.#kill('balancer');
    const out = openSync(join(this.base, 'log', 'balancer.log'), 'a');
    const ports = {
      primary: this.port(30),
      standbys: this.port(31),
      web: this.port(80),
      nodes: [1, 2, 3].map((node) => ({ postgres: this.port(10 + node), patroni: this.port(20 + node) })),
      servers: [1, 2, 3, 4].map((server) => this.port(40 + server)),
    };
    const files: string[] = [];
    for (const [index, text] of (await balancerConfigs(ports, endsSessions)).entries()) {
      const file = join(this.base, 'etc', `balancer${index}.cfg`);
      await writeFile(file, text);
      files.push('-f', file);
    }
    const path = `${process.env.PATH}${delimiter}/usr/sbin`;
    const child = spawn('haproxy', files, {
      env: { ...this.#env(), PATH: path },
      stdio: ['ignore', out, out],
      detached: true,
    });
    child.unref();
    closeSync(out);
    await writeFile(join(this.base, 'run', 'balancer.pid'), String(child.pid));
    // Before its first checks it takes all nodes for the primary.
    const leads = async () => {
      const led = await Promise.all(
        nodes.map(() => this.sql<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby')),
      );
      return led.every(([row]) => row?.standby === false);
    };
    await until('HAProxy leads to the primary alone', leads, 60_000);
  }

  async #kill(name: string): Promise<void> {
    const pid = Number(await readFile(join(this.base, 'run', `${name}.pid`), 'utf8').catch(() => '0'));
    if (pid === 0) return;
    const isThere = () => {
      try {
        process.kill(pid, 0);
        return true;
      } catch {
        return false;
      }
    };
    if (isThere()) process.kill(pid, 'SIGTERM');
    await until(`${name} ends`, async () => !isThere(), 15_000);
  }

  node = (node: NodeName, what: string) => this.#script('node.sh', [node, what]);

  server(name: string, what: 'start' | 'stop'): Promise<unknown> {
    const readUrl = this.url.database(this.port(31));
    const env: Record<string, string> = { CONCORD_DRAIN_MS: '2000' };
    if (name === 'c3') env.DATABASE_READ_URL = readUrl;
    if (name === 'c4') env.DATABASE_URL = readUrl;
    return this.#script('concord.sh', [name, what], env);
  }

  async restartServer(name: string): Promise<void> {
    await this.#kill(name);
    await this.server(name, 'start');
    await this.untilReady(name);
  }

  /** Waits until a server is ready; when it is not, the error has the end of its log. */
  async untilReady(name: string): Promise<void> {
    const isReady = async () => (await fetch(`${this.url.server(name)}/ready`)).ok;
    await until(`${name} is ready`, isReady, 300_000).catch(async (error: Error) => {
      const log = await readFile(join(this.base, 'log', `${name}.log`), 'utf8');
      throw new Error(`${error.message}; it logged: ${log.slice(-1_000)}`);
    });
  }

  /** Runs a command of Concord to its end; its standard output. */
  async concord(...args: string[]): Promise<string> {
    const env = this.#env();
    const { stdout } = await run('bash', [join(this.#place.scripts, 'concord.sh'), 'run', '--', ...args], {
      cwd: project,
      env,
    });
    return stdout;
  }

  async patronictl(...args: string[]): Promise<string> {
    const file = join(this.base, 'etc', 'n1.yml');
    return (await run('patronictl', ['-c', file, ...args])).stdout;
  }

  /** Compares what the servers say with the database, by the script of the cluster; what it found wrong. */
  async checkServers(): Promise<string[]> {
    const args = [join(this.#place.scripts, 'check.mjs'), String(this.port(30)), ...servers.map(this.url.server)];
    const { stdout } = await run(process.execPath, args, { maxBuffer: 1e8 }).catch(
      (error) => error as { stdout: string },
    );
    return stdout.split('\n').filter((line) => line.startsWith('http') && !line.includes(': same;'));
  }

  /** Asks the primary, by HAProxy. */
  async sql<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.url.database(this.port(30)), connectionTimeoutMillis: 3_000 });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<Row>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  }
}
