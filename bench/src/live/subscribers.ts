import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';

/** One stream, with how many events have come and when the last did. */
export interface Subscription {
  events(): number;
  /** Resolves when so many have come; by the clock of `performance`, when. */
  reached(count: number): Promise<number>;
  quit(): void;
}

/** Subscribes and reads on; `see` gets what comes, event by event. */
export async function subscribe(api: string, body: string, see?: (event: string) => void): Promise<Subscription> {
  const asked = request(api, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
  });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`a subscription was answered ${response.statusCode}`);
  return reading(asked, response, see);
}

function reading(asked: ClientRequest, response: IncomingMessage, see?: (event: string) => void): Subscription {
  let events = 0;
  let rest = '';
  let isQuit = false;
  let wanted = Number.POSITIVE_INFINITY;
  let told = (_at: number) => {};
  response.setEncoding('latin1').on('data', (text: string) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      if (isQuit || !block.startsWith('event: next\n')) continue;
      events++;
      see?.(block);
    }
    if (events >= wanted) told(performance.now());
  });
  response.on('error', () => {}); // of one that was quit
  asked.on('error', () => {});
  return {
    events: () => events,
    reached: (count) =>
      new Promise((resolve) => {
        wanted = count;
        told = resolve;
        if (events >= count) resolve(performance.now());
      }),
    quit() {
      isQuit = true;
      asked.destroy();
    },
  };
}

/** So many at once. */
const together = 50;

/** Subscribes many times, to each of some questions in turn. */
export async function subscribeMany(api: string, bodies: readonly string[], many: number): Promise<Subscription[]> {
  const all: Subscription[] = [];
  while (all.length < many) {
    const next = Array.from({ length: Math.min(together, many - all.length) }, (_, index) =>
      subscribe(api, bodies[(all.length + index) % bodies.length] as string),
    );
    all.push(...(await Promise.all(next)));
  }
  return all;
}
