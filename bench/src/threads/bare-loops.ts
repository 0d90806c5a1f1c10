import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { argv } from 'node:process';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

// A server of node:http with several event loops, as Concord has them, that computes for some time for each answer, in a few registers: what several loops
// gain where they share nothing. Arguments: threads, microseconds. Its address is a line of JSON on standard output.

const bytes = 4_000;
const sampleMs = 200;

let state = 1;
function compute(steps: number): void {
  for (let step = 0; step < steps; step++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
}

/** Steps that take a microsecond of the processor. */
function calibrate(): number {
  const steps = 100_000;
  compute(steps);
  const before = process.cpuUsage();
  const end = performance.now() + sampleMs;
  let done = 0;
  while (performance.now() < end) {
    compute(steps);
    done += steps;
  }
  const { user, system } = process.cpuUsage(before);
  return done / (user + system);
}

const body = JSON.stringify({ data: 'x'.repeat(bytes) });
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };

async function listen(port: number, steps: number): Promise<number> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      compute(steps);
      response.writeHead(200, headers).end(body);
    });
  });
  await once(server.listen({ port, host: '127.0.0.1', reusePort: true }), 'listening');
  return (server.address() as AddressInfo).port; // it listens on a port
}

if (isMainThread) {
  const [threads = 1, microseconds = 0] = argv.slice(2).map(Number);
  const steps = Math.round(calibrate() * microseconds);
  const port = await listen(0, steps);
  for (let thread = 1; thread < threads; thread++) {
    const worker = new Worker(new URL(import.meta.url), { workerData: { port, steps } });
    await once(worker, 'message');
  }
  console.log(JSON.stringify({ api: `http://127.0.0.1:${port}/` }));
} else {
  const { port, steps } = workerData as { readonly port: number; readonly steps: number };
  await listen(port, steps);
  parentPort?.postMessage('listening');
}
