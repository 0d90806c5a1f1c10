import type { Server } from 'node:http';
import type { Logger } from 'pino';
import { createEdge } from './edge/create-edge.ts';
import type { Metrics } from './metrics.ts';
import { refuse } from './refuse.ts';

/** Serves `/metrics`, and nothing else, on a port of its own; it does not listen yet. */
export const createMetricsServer = (metrics: Metrics, logger: Logger): Server =>
  createEdge({ logger }, ({ url, method }, response) => {
    if (url !== '/metrics' || method !== 'GET') {
      const message = 'request: found another path or method, expected GET of /metrics.';
      refuse(response, { status: 404, code: 'NOT_FOUND', message });
      return;
    }
    metrics.page().then(
      (page) => response.writeHead(200, { 'content-type': metrics.contentType }).end(page),
      (err) => {
        logger.error({ err }, 'the metrics cannot be read');
        refuse(response, {
          status: 500,
          code: 'INTERNAL_SERVER_ERROR',
          message: 'The metrics cannot be read at the moment.',
        });
      },
    );
  });
