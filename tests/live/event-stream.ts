import type { GraphQLFormattedError } from 'graphql';
import { onTestFinished, vi } from 'vitest';

/** One block of a stream of events. */
export interface Block {
  readonly event: string | null;
  readonly id: string | null;
  readonly data: string | null;
}

export interface Told<Data> {
  readonly id: string;
  readonly data: Data;
}

/** A stream as it comes over the wire. */
export interface Stream {
  readonly status: number;
  readonly headers: Headers;
  /** What has come so far, comments left out. */
  readonly blocks: Block[];
  /** All bytes so far. */
  readonly text: () => string;
  readonly isOver: () => boolean;
  /** Ends it from the side of the client. */
  readonly quit: () => void;
  /** The first events, once so many have come. */
  events<Data>(count: number): Promise<Told<Data>[]>;
  /** The errors of the answer, once there are any. */
  errors(): Promise<readonly GraphQLFormattedError[]>;
}

export interface Asked {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Subscribes and reads on until the test is over. */
export async function subscribe(url: string, { query, variables = {}, headers = {} }: Asked): Promise<Stream> {
  const control = new AbortController();
  onTestFinished(() => control.abort());
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: control.signal,
  });
  return reading(response, () => control.abort());
}

function reading(response: Response, quit: () => void): Stream {
  let text = '';
  let isOver = false;
  const blocks: Block[] = [];
  const read = async () => {
    let rest = '';
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      const came = Buffer.from(chunk).toString();
      text += came;
      const parts = (rest + came).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) if (!part.startsWith(':')) blocks.push(blockOf(part));
    }
  };
  void read()
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  const told = () => blocks.filter(({ event, id }) => event === 'next' && id !== null);
  return {
    status: response.status,
    headers: response.headers,
    blocks,
    text: () => text,
    isOver: () => isOver,
    quit,
    async events<Data>(count: number) {
      await vi.waitUntil(() => told().length >= count || isOver, { timeout: 120_000, interval: 5 });
      if (told().length < count) throw new Error(`the stream ended: ${text}`);
      return told()
        .slice(0, count)
        .map(({ id, data }) => ({ id: id ?? '', data: JSON.parse(data ?? '').data as Data }));
    },
    async errors() {
      const failed = () => blocks.find(({ event, id }) => event === 'next' && id === null);
      await vi.waitUntil(() => failed() !== undefined, { timeout: 30_000, interval: 5 });
      return JSON.parse(failed()?.data ?? '').errors;
    },
  };
}

function blockOf(part: string): Block {
  const lines = new Map(
    part.split('\n').map((line) => {
      const middle = line.indexOf(':');
      return [line.slice(0, middle), line.slice(middle + 1).trimStart()] as const;
    }),
  );
  return { event: lines.get('event') ?? null, id: lines.get('id') ?? null, data: lines.get('data') ?? null };
}
