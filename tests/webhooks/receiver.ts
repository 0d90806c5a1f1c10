import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll } from 'vitest';

/** What a receiver was sent, after it verified it. */
export interface Received {
  readonly path: string;
  readonly id: string;
  readonly message: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Readonly<Record<string, unknown>> & { readonly revision: number };
  };
}

export const secret = `whsec_${Buffer.alloc(32, 'new').toString('base64')}`;
export const oldSecret = `whsec_${Buffer.alloc(24, 'old').toString('base64')}`;

type Answer = (response: ServerResponse) => void;
export const answers = {
  ok: (response: ServerResponse) => response.writeHead(204).end(),
  fails: (response: ServerResponse) => response.writeHead(500).end('out of order\u0000 '.repeat(10_000)),
  closes: (response: ServerResponse) => response.destroy(),
  hangs: () => {},
  moved: (response: ServerResponse) => response.writeHead(307, { location: '/elsewhere' }).end(),
  gone: (response: ServerResponse) => response.writeHead(410).end(),
} satisfies Record<string, Answer>;

/** A receiver of webhooks as one is written with the package `standardwebhooks`: it takes nothing whose signature is wrong. */
export function useReceiver() {
  const received: Received[] = [];
  const unverified: IncomingHttpHeaders[] = [];
  /** Per path the answers still to give; then `ok`. */
  const coming = new Map<string, Answer[]>();
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const path = request.url ?? '';
    const headers = request.headers as Record<string, string>;
    try {
      // The receiver may still know only the old secret.
      const message = new Webhook(path.startsWith('/old') ? oldSecret : secret).verify(body, headers);
      received.push({ path, id: headers['webhook-id'] ?? '', message: message as Received['message'] });
    } catch {
      unverified.push(headers);
    }
    (coming.get(path)?.shift() ?? answers.ok)(response);
  });
  beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    received,
    unverified,
    coming,
    url: (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    at: (path: string) => received.filter((one) => one.path === path),
    revisionsAt: (path: string) =>
      received.filter((one) => one.path === path).map(({ message }) => message.data.revision),
  };
}
