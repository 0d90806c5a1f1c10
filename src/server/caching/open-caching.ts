import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Snapshots } from '#snapshot/snapshots.ts';
import type { Limits } from '../limits/limits.ts';
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

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Prisma's client and the explorer page do not affect responses. */
const ofOthers = /^(postgres\/generated|web)\//;

let id: string | undefined;

/** Names the code that answers: the same on all servers that run the same source, another after any change of it. */
export function buildId(): string {
  id ??= hashOfSource();
  return id;
}

function hashOfSource(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const ours = paths.filter((path) => /\.(ts|graphql|json)$/.test(path) && !ofOthers.test(path));
  for (const path of ours.sort()) hash.update(`${path}\n`).update(readFileSync(join(root, 'src', path)));
  return hash.digest('base64url');
}
