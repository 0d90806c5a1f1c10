import { setTimeout as delay } from 'node:timers/promises';

const proposition = 'tw-inalienable';
/** Those for whom stances are written, a writer each; of the seed files none is theirs. */
const parties = ['LU', 'IS'] as const;
const positions = ['SUPPORT', 'NEUTRAL', 'OPPOSE', 'LEAN_SUPPORT', 'LEAN_OPPOSE'] as const;

/** A write that was acknowledged. */
export interface Acknowledged {
  readonly message: string;
  readonly revision: number;
  readonly digest: string;
  /** By the clock of `performance`. */
  readonly at: number;
}

/** An answer that was given. */
export interface Given {
  readonly revision: number;
  readonly digest: string;
  /** How many stances there are on the proposition that is written to. */
  readonly count: number;
  /** Of the newest revision, read from the database; null where that was not asked. */
  readonly message: string | null;
  /** Keys of stances with the place that their citation names, read from the database. */
  readonly cited: readonly (readonly [key: string, locator: string])[];
  readonly etag: string | null;
  readonly body: string;
  readonly staleSince: string | null;
  readonly at: number;
}

/** What clients did and saw during one fault. */
export class Witness {
  readonly acknowledged: Acknowledged[] = [];
  readonly given: Given[] = [];
  /** How often an attempt ended in each way, by kind of client. */
  readonly outcomes = {
    write: new Map<string, number>(),
    memory: new Map<string, number>(),
    sources: new Map<string, number>(),
  };

  count(kind: keyof Witness['outcomes'], outcome: string): void {
    const counts = this.outcomes[kind];
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
}

const writing = `mutation ($input: RecordStancesInput!) { recordStances(input: $input) {
  __typename ... on StancesRevised { revision { number digest } stances { key } }
  ... on InvalidInput { problems { at found expected } } ... on Error { code } } }`;

const memory = `dataset { revision digest } agreement(parties: ["CN", "RU"]) { value }
  stances(filter: { propositions: ["${proposition}"], parties: ["LU", "IS"] }, inForce: false, first: 0) { totalCount }`;
export const questions = {
  memory: `{ ${memory} }`,
  sources: `{ ${memory
    .replace('digest }', 'digest latestRevision { number digest message } }')
    .replace('first: 0', 'first: 5')
    .replace('{ totalCount }', '{ totalCount nodes { key citations { locator } } }')} }`,
};

interface WriterOptions {
  readonly url: string;
  readonly key: string;
  /** Distinguishes its writes from those of all others. */
  readonly name: string;
  /** Its stances are of this party; each is of a day of its own from this on. */
  readonly writer: number;
  readonly firstDay: number;
  readonly perSecond: number;
}

/** Writes until it is told to stop; what is not acknowledged is sent again with its idempotency key until it is. How many days it used. */
export async function writer(witness: Witness, stopping: AbortSignal, options: WriterOptions): Promise<number> {
  const { url, key, name, firstDay, perSecond } = options;
  const party = parties[options.writer % parties.length];
  let count = 0;
  while (!stopping.aborted) {
    const began = performance.now();
    const message = `${name} ${count}`;
    const heldFrom = new Date(Date.UTC(1900, 0, 1) + (firstDay + count) * 864e5).toISOString().slice(0, 10);
    const stance = {
      party,
      proposition,
      position: positions[count % positions.length],
      basis: 'OWN_STATEMENT',
      confidence: 'LOW',
      heldFrom,
      citations: [{ document: 'seed-gt-2022-02-04', locator: message, verification: 'FROM_KNOWLEDGE' }],
    };
    const input = { message, idempotencyKey: message, stances: [stance] };
    for (let attempt = 0; ; attempt++) {
      const done = await send(url, key, input);
      witness.count('write', done.outcome);
      if (done.revision !== null) {
        witness.acknowledged.push({ message, ...done.revision, at: performance.now() });
        break;
      }
      if (attempt > 400) throw new Error(`${message} was not taken in ${attempt} attempts: ${done.outcome}`);
      await delay(100);
    }
    count++;
    await delay(Math.max(0, 1_000 / perSecond - (performance.now() - began)));
  }
  return count;
}

async function send(url: string, key: string, input: object) {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      signal: AbortSignal.timeout(15_000),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query: writing, variables: { input } }),
    });
    const text = await response.text();
    const { data, errors } = parsed(text);
    const done = data?.recordStances;
    if (done?.__typename === 'StancesRevised')
      return { outcome: 'done', revision: { revision: done.revision.number, digest: done.revision.digest } };
    const code = errors?.[0]?.extensions?.code ?? done?.code ?? text.slice(0, 40);
    return { outcome: `${response.status} ${code}`, revision: null };
  } catch (error) {
    return { outcome: nameOf(error), revision: null };
  }
}

/** Asks the same again and again by GET until it is told to stop. */
export async function reader(
  witness: Witness,
  stopping: AbortSignal,
  { url, kind, perSecond }: { readonly url: string; readonly kind: keyof typeof questions; readonly perSecond: number },
): Promise<void> {
  const address = `${url}/graphql?query=${encodeURIComponent(questions[kind])}`;
  while (!stopping.aborted) {
    const began = performance.now();
    witness.count(kind, await ask(witness, address));
    await delay(Math.max(0, 1_000 / perSecond - (performance.now() - began)));
  }
}

async function ask(witness: Witness, address: string): Promise<string> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(15_000) });
    const body = await response.text();
    const { data, errors } = parsed(body);
    if (response.status !== 200 || errors !== undefined || !data)
      return `${response.status} ${errors?.[0]?.extensions?.code ?? body.slice(0, 40)}`;
    const { revision, digest, latestRevision = null } = data.dataset;
    witness.given.push({
      revision,
      digest,
      count: data.stances.totalCount,
      message:
        latestRevision === null ? null : `${latestRevision.number} ${latestRevision.digest} ${latestRevision.message}`,
      cited: (data.stances.nodes ?? []).map((node: Node) => [
        node.key,
        node.citations.map(({ locator }) => locator).join(),
      ]),
      etag: response.headers.get('etag'),
      body,
      staleSince: response.headers.get('concord-stale-since'),
      at: performance.now(),
    });
    return 'good';
  } catch (error) {
    return nameOf(error);
  }
}

interface Node {
  readonly key: string;
  readonly citations: readonly { readonly locator: string | null }[];
}

// biome-ignore lint/suspicious/noExplicitAny: the shape of the answers is that of the questions above
function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const nameOf = (error: unknown): string => {
  const { cause, name } = error as Error & { readonly cause?: { readonly code?: string } };
  return cause?.code ?? name;
};
