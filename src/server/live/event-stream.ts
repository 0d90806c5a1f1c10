import type { GraphQLError } from 'graphql';

/** Headers of a stream: nothing on the way may keep it back, change it or store it. */
export const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** Whether a client takes a stream of events: it names the type, or takes anything. */
export const takesEvents = (accept = '*/*'): boolean =>
  accept
    .toLowerCase()
    .split(',')
    .some((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
      return (
        ['text/event-stream', 'text/*', '*/*'].includes(type) && !parameters.some((one) => /^q=0(\.0*)?$/.test(one))
      );
    });

/** An event with the JSON of an answer; who has it stands at the place of its id. */
export const nextFrame = (json: string, id: string): Buffer => Buffer.from(`event: next\nid: ${id}\ndata: ${json}\n\n`);

/** Errors, after which the stream ends; without an id, so that who comes again misses nothing. */
export const errorFrame = (errors: readonly GraphQLError[]): string =>
  `event: next\ndata: ${JSON.stringify({ errors })}\n\n`;

/** Says that nothing will come any more: clients do not come again. */
export const completeFrame = 'event: complete\ndata:\n\n';

/** Shortest and longest time after which a client whose stream broke off comes again: not all at once. */
const [soonestMs, latestMs] = [500, 2_500];

/** What a stream begins with: where it begins, and when to come again. No client takes it for an event. */
export const openingFrame = (id: string): string =>
  `retry: ${Math.round(soonestMs + Math.random() * (latestMs - soonestMs))}\nid: ${id}\n\n`;

/** Tells a client that it has everything up to a place, without an event. */
export const placeFrame = (id: string): string => `id: ${id}\n\n`;

/** Shows those between, and a client, that the stream is alive. */
export const heartbeatFrame = Buffer.from(':\n\n');
