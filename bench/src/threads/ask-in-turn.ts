import { connect } from 'node:net';
import { createInterface } from 'node:readline';

// A load that takes as little of the processor as it can, for the server and it share the cores: prepared requests over plain sockets, each connection
// asking again when it has its answer. A line of standard input is a `Load`, a line of standard output an `Asked`.

/** What is asked for. */
export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly milliseconds: number;
  /** Bodies of requests of the API, asked one after another. Empty: those of the load before. */
  readonly bodies: readonly string[];
}

/** What came of it. */
export interface Asked {
  readonly answers: number;
  readonly failed: number;
  readonly milliseconds: number;
  /** Processor time that the load itself took. */
  readonly cpuMilliseconds: number;
}

const endOfHead = '\r\n\r\n';

function requestOf(body: string): Buffer {
  const head = ['POST /graphql HTTP/1.1', 'host: 127.0.0.1', 'content-type: application/json'];
  return Buffer.from([...head, `content-length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'));
}

async function ask({ port, connections, milliseconds }: Load, requests: readonly Buffer[]): Promise<Asked> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const end = start + milliseconds;
  let [asked, answers, failed] = [0, 0, 0];
  const onOneConnection = () =>
    new Promise<void>((done) => {
      const socket = connect(port, '127.0.0.1').setNoDelay(true);
      let missing = 0;
      const next = () => {
        if (performance.now() > end) return socket.destroy();
        socket.write(requests[asked++ % requests.length] as Buffer);
        return socket;
      };
      socket.on('connect', next);
      socket.on('error', () => failed++);
      socket.on('close', () => done());
      socket.on('data', (data: Buffer) => {
        if (missing === 0) {
          const head = data.toString('latin1', 0, data.indexOf(endOfHead));
          if (!head.startsWith('HTTP/1.1 200')) failed++;
          missing = head.length + endOfHead.length + Number(/content-length: (\d+)/i.exec(head)?.[1]);
        }
        missing -= data.length;
        if (missing > 0) return;
        missing = 0;
        answers++;
        next();
      });
    });
  await Promise.all(Array.from({ length: connections }, onOneConnection));
  const { user, system } = process.cpuUsage(cpu);
  return { answers, failed, milliseconds: performance.now() - start, cpuMilliseconds: (user + system) / 1_000 };
}

let requests: readonly Buffer[] = [];
for await (const line of createInterface({ input: process.stdin })) {
  const load = JSON.parse(line) as Load; // as threads.ts writes it
  if (load.bodies.length > 0) requests = load.bodies.map(requestOf);
  console.log(JSON.stringify(await ask(load, requests)));
}
