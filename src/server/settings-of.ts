import type { Config } from '#config/read-config.ts';
import type { HttpServerOptions } from './http-server.ts';

/** What the configuration says of a server. */
export const settingsOf = (config: Config): Omit<HttpServerOptions, 'database' | 'logger' | 'keySecret' | 'loops'> => ({
  requestTimeoutMs: config.requestTimeoutMs,
  destinations: config.exportDestinations,
  persistedDocuments: config.persistedDocuments,
  trustedDocuments: config.trustedDocuments,
  publicPath: config.publicPath,
  cacheSeconds: config.cacheSeconds,
  keepAliveSeconds: config.keepAliveSeconds,
  embedAncestors: config.embedAncestors,
  slowReaderSeconds: config.slowReaderSeconds,
  heartbeatSeconds: config.heartbeatSeconds,
  queryThreads: config.queryThreads,
  startsThreads: true,
  followMs: config.followMs,
  limits: config,
});
