import type { Snapshots } from '#snapshot/snapshots.ts';
import type { Limits } from '../limits/limits.ts';
import { buildId } from './build-id.ts';
import { HttpCaching } from './http-caching.ts';

/** As `HttpServerOptions` has them. */
interface Options {
  readonly snapshots: Snapshots;
  readonly limits: Limits;
  readonly trustedDocuments?: boolean;
  readonly cacheSeconds?: number;
  readonly now?: () => Date;
}

/** The caching of a server: servers of one build and the same settings give the same answers, and tag them alike. */
export function openCaching(options: Options): HttpCaching {
  const { snapshots, limits, trustedDocuments = false, cacheSeconds: seconds = 0, now = () => new Date() } = options;
  const { pageSize, maxPageSize, introspection } = limits;
  const identity = JSON.stringify([buildId(), pageSize, maxPageSize, introspection, trustedDocuments]);
  return new HttpCaching({ snapshots, identity, seconds, now });
}
