import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { answerName } from './answer-name.ts';
import { latencyOf, type SteadyPlan, type SteadyResult } from './steady-plan.ts';

// Asks at a steady rate, whether or not answers come, from a process of its own: `{"start":PLAN}` on a line of standard input begins, `{"stop":true}`
// waits for what is under way and tells what came of it.

// Requests that wait for a free connection wait on the clock too.
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

class Steady {
  readonly #plan: SteadyPlan;
  readonly #milliseconds = { health: [] as number[], question: [] as number[] };
  readonly #answers = new Map<string, number>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #timer: NodeJS.Timeout;
  readonly #startedAt = performance.now();
  #asked = 0;

  constructor(plan: SteadyPlan) {
    this.#plan = plan;
    this.#timer = setInterval(() => this.#askWhatIsDue(), 1);
  }

  async stop(): Promise<SteadyResult> {
    clearInterval(this.#timer);
    await Promise.all(this.#underWay);
    const { health, question } = this.#milliseconds;
    return { health: latencyOf(health), question: latencyOf(question), answers: Object.fromEntries(this.#answers) };
  }

  #askWhatIsDue(): void {
    const { perSecond, bodies, api } = this.#plan;
    for (;;) {
      const dueAt = this.#startedAt + (this.#asked * 1_000) / perSecond;
      if (dueAt > performance.now()) return;
      const body = bodies[this.#asked++ % bodies.length] as string;
      this.#ask('question', new URL(api), dueAt, body);
      this.#ask('health', new URL('/health', api), dueAt);
    }
  }

  #ask(kind: 'health' | 'question', url: URL, dueAt: number, body?: string): void {
    const asked = ask(url, body).then((name) => {
      this.#milliseconds[kind].push(performance.now() - dueAt);
      this.#answers.set(name, (this.#answers.get(name) ?? 0) + 1);
      this.#underWay.delete(asked);
    });
    this.#underWay.add(asked);
  }
}

/** The name of the answer, or `no answer`. */
function ask(url: URL, body: string | undefined): Promise<string> {
  return new Promise((resolve) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = { 'content-type': 'application/json' };
    const asking = request(url, { method, agent, headers }, async (response) => {
      const chunks = await Array.fromAsync(response).catch(() => null);
      const status = response.statusCode ?? 0;
      resolve(chunks === null ? 'no answer' : answerName(status, Buffer.concat(chunks).toString()));
    });
    asking.on('error', () => resolve('no answer')).end(body);
  });
}

let steady: Steady | null = null;
for await (const line of createInterface({ input: process.stdin })) {
  const { start } = JSON.parse(line) as { readonly start?: SteadyPlan };
  if (start !== undefined) steady = new Steady(start);
  else console.log(JSON.stringify(await steady?.stop()));
}
