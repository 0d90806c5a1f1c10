import { request } from 'node:http';
import { addressOf, type Parameters } from '../documents/ask.ts';

/** An answer as it came over the line. */
export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly etag: string;
  readonly cacheControl: string;
}

/** Asks by GET with just these headers, which `fetch` would add some to. */
export function ask(
  api: string,
  parameters: Parameters,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const asking = request(addressOf(api, parameters), { method, headers, agent: false }, async (response) => {
    const chunks = await Array.fromAsync(response);
    const all = response.headers as Record<string, string | undefined>; // of none that an answer has there are several
    resolve({
      status: response.statusCode ?? 0,
      body: Buffer.concat(chunks).toString(),
      headers: all,
      etag: all.etag ?? '',
      cacheControl: all['cache-control'] ?? '',
    });
  });
  asking.on('error', reject).end();
  return promise;
}
