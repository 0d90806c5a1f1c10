import { z } from 'zod';
import { databaseUrl, expectedDatabaseUrl } from './database-url.ts';
import { exportDestinations } from './export-destinations.ts';
import { expectedWebhooks, webhooks } from './webhooks.ts';

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(from).max(to));

const listOfPaths = z
  .string()
  .nullable()
  .transform((text) => (text ?? '').split(',').map((path) => path.trim()))
  .transform((paths) => paths.filter((path) => path !== ''))
  .refine((paths) => paths.every((path) => !path.includes('\0')));

const site = /^https?:\/\/(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*(?::(?:\d{1,5}|\*))?$/i;

/** As `frame-ancestors` of a Content-Security-Policy says it. */
const embedAncestors = z.union([
  z.literal('*'),
  z.literal('none').transform(() => "'none'"),
  z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((sites) => sites.every((one) => site.test(one)))
    .transform((sites) => ["'self'", ...sites].join(' ')),
]);

/**
 * The environment variables that Concord reads: the one place where name, meaning, default and accepted values stand.
 * `expected` ends the sentence "PORT: found …, expected …". A `secret` is never shown in an error.
 */
export const variables = {
  port: {
    name: 'PORT',
    description: 'Port of the HTTP server; 0 takes any free one.',
    expected: 'a port number from 0 to 65535',
    fallback: '4000',
    schema: wholeNumber(0, 65535),
  },
  host: {
    name: 'HOST',
    description: 'Address the HTTP server listens on; 0.0.0.0 or :: for every network of the machine.',
    expected: 'a host name or an IP address',
    fallback: '127.0.0.1',
    schema: z.string().regex(/^[\w.:%-]+$/),
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    description:
      'A PostgreSQL server (version 15 or newer) to use instead of the embedded one; docs/running.md explains its parameters.',
    expected: expectedDatabaseUrl,
    fallback: null,
    secret: true,
    schema: databaseUrl,
  },
  databaseReadUrl: {
    name: 'DATABASE_READ_URL',
    description:
      'A standby of the server at DATABASE_URL, for reading; without DATABASE_URL nothing can be written. docs/running.md explains it.',
    expected: expectedDatabaseUrl,
    fallback: null,
    secret: true,
    schema: databaseUrl,
  },
  followMs: {
    name: 'CONCORD_FOLLOW_MS',
    description: 'Milliseconds between looks for a newer revision on a standby, which sends no notifications.',
    expected: 'a whole number from 20 to 5000',
    fallback: '500',
    schema: wholeNumber(20, 5_000),
  },
  writeUrl: {
    name: 'CONCORD_WRITE_URL',
    description: 'Address of a Concord that takes writes, for the refusals of one that cannot.',
    expected: 'an address such as https://write.example.org/graphql',
    fallback: null,
    schema: z
      .string()
      .refine((text) => /^https?:\/\/[^\s@]+$/i.test(text) && URL.canParse(text))
      .nullable(),
  },
  dataDirectory: {
    name: 'CONCORD_DATA_DIR',
    description: 'Folder of the embedded PostgreSQL server and its log.',
    expected: 'a folder',
    fallback: '.data',
    schema: z.string().refine((text) => !text.includes('\0')),
  },
  keySecret: {
    name: 'CONCORD_KEY_SECRET',
    description:
      'Secret for hashing API keys; the same on every server. Required for API keys when DATABASE_URL is set.',
    expected: 'at least 32 characters, such as the output of `openssl rand -base64 32`',
    fallback: null,
    secret: true,
    schema: z.string().min(32).nullable(),
  },
  logLevel: {
    name: 'LOG_LEVEL',
    description: 'How much is logged: fatal, error, warn, info, debug, trace or silent.',
    expected: 'one of fatal, error, warn, info, debug, trace, silent',
    fallback: 'info',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  },
  poolSize: {
    name: 'CONCORD_DATABASE_CONNECTIONS',
    description: 'How many database connections one process may open.',
    expected: 'a whole number from 2 to 500',
    fallback: '10',
    schema: wholeNumber(2, 500),
  },
  statementTimeoutMs: {
    name: 'CONCORD_STATEMENT_TIMEOUT_MS',
    description: 'Milliseconds after which the database gives up on one statement of a request; 0 waits for ever.',
    expected: 'a whole number from 0 to 3600000',
    fallback: '30000',
    schema: wholeNumber(0, 3_600_000),
  },
  requestTimeoutMs: {
    name: 'CONCORD_REQUEST_TIMEOUT_MS',
    description: 'Milliseconds after which a request is given up, and what it still asks of the database cancelled.',
    expected: 'a whole number from 100 to 600000',
    fallback: '10000',
    schema: wholeNumber(100, 600_000),
  },
  queryThreads: {
    name: 'CONCORD_QUERY_THREADS',
    description:
      'Threads that execute costly queries, each with up to 1 GB of memory; 0 means one per core less one, from 1 to 4.',
    expected: 'a whole number from 0 to 64',
    fallback: '0',
    schema: wholeNumber(0, 64),
  },
  threads: {
    name: 'CONCORD_THREADS',
    description:
      'Threads that answer requests, on one port and from one snapshot; 0 means one per core less one, from 1 to 8. More than one need Linux.',
    expected: 'a whole number from 0 to 64',
    fallback: '0',
    schema: wholeNumber(0, 64),
  },
  keepAliveSeconds: {
    name: 'CONCORD_KEEP_ALIVE_SECONDS',
    description:
      'Seconds for which an idle connection is kept open; must exceed the idle timeout of a load balancer in front of Concord.',
    expected: 'a whole number from 1 to 3600',
    fallback: '65',
    schema: wholeNumber(1, 3_600),
  },
  slowReaderSeconds: {
    name: 'CONCORD_SLOW_READER_SECONDS',
    description: 'Seconds after which a client is cut that takes nothing of its answer.',
    expected: 'a whole number from 1 to 3600',
    fallback: '30',
    schema: wholeNumber(1, 3_600),
  },
  lockTimeoutMs: {
    name: 'CONCORD_LOCK_TIMEOUT_MS',
    description:
      'Milliseconds for which a start or a command waits for another process that is migrating or seeding the database.',
    expected: 'a whole number from 100 to 86400000',
    fallback: '600000',
    schema: wholeNumber(100, 86_400_000),
  },
  metricsPort: {
    name: 'CONCORD_METRICS_PORT',
    description: 'Port on which /metrics is served for Prometheus; 0 takes any free port. Unset: no metrics.',
    expected: 'a port number from 0 to 65535',
    fallback: null,
    schema: wholeNumber(0, 65535).nullable(),
  },
  shutdownMs: {
    name: 'CONCORD_SHUTDOWN_MS',
    description: 'Milliseconds that requests in flight get to end when the server is stopped; then they are cut.',
    expected: 'a whole number from 0 to 3600000',
    fallback: '6000',
    schema: wholeNumber(0, 3_600_000),
  },
  drainMs: {
    name: 'CONCORD_DRAIN_MS',
    description:
      'Milliseconds for which a server that is stopped still answers while /ready returns 503, so that a load balancer sends requests elsewhere first.',
    expected: 'a whole number from 0 to 600000',
    fallback: '0',
    schema: wholeNumber(0, 600_000),
  },
  exportDestinations: {
    name: 'CONCORD_EXPORT_DESTINATIONS',
    description:
      'Destinations to which exports may be written: name=folder or name=s3://bucket/prefix?endpoint=…&region=…, separated by commas.',
    expected: 'name=folder or name=s3://bucket/prefix, separated by commas, without duplicate names',
    fallback: 'local=.data/exports',
    schema: exportDestinations,
  },
  webhooks: {
    name: 'CONCORD_WEBHOOKS',
    description:
      'Who is told of changes of the ledger or of the answer to a stored query, as JSON; docs/webhooks.md explains it.',
    expected: expectedWebhooks,
    fallback: null,
    secret: true,
    schema: webhooks,
  },
  maxBodyBytes: {
    name: 'CONCORD_MAX_BODY_BYTES',
    description: 'Most bytes of the body of a request.',
    expected: 'a whole number from 1024 to 16777216',
    fallback: '262144',
    schema: wholeNumber(1_024, 16_777_216),
  },
  maxTokens: {
    name: 'CONCORD_MAX_TOKENS',
    description: 'Most tokens of a GraphQL document.',
    expected: 'a whole number from 100 to 100000',
    fallback: '4000',
    schema: wholeNumber(100, 100_000),
  },
  maxDepth: {
    name: 'CONCORD_MAX_DEPTH',
    description: 'Most levels of fields in a query.',
    expected: 'a whole number from 3 to 100',
    fallback: '12',
    schema: wholeNumber(3, 100),
  },
  maxFields: {
    name: 'CONCORD_MAX_FIELDS',
    description: 'Most fields of a query, with its fragments written out.',
    expected: 'a whole number from 100 to 20000',
    fallback: '2000',
    schema: wholeNumber(100, 20_000),
  },
  maxAliases: {
    name: 'CONCORD_MAX_ALIASES',
    description: 'Most aliases of a query, with its fragments written out.',
    expected: 'a whole number from 0 to 10000',
    fallback: '30',
    schema: wholeNumber(0, 10_000),
  },
  maxRootFields: {
    name: 'CONCORD_MAX_ROOT_FIELDS',
    description: 'Most fields at the top of a query or mutation.',
    expected: 'a whole number from 1 to 1000',
    fallback: '20',
    schema: wholeNumber(1, 1_000),
  },
  maxDirectives: {
    name: 'CONCORD_MAX_DIRECTIVES',
    description: 'Most directives of a query, with its fragments written out.',
    expected: 'a whole number from 0 to 10000',
    fallback: '50',
    schema: wholeNumber(0, 10_000),
  },
  pageSize: {
    name: 'CONCORD_PAGE_SIZE',
    description: 'Rows of a page when neither first nor last is given; no more than CONCORD_MAX_PAGE_SIZE.',
    expected: 'a whole number from 1 to 10000',
    fallback: '50',
    schema: wholeNumber(1, 10_000),
  },
  maxPageSize: {
    name: 'CONCORD_MAX_PAGE_SIZE',
    description: 'Most rows of a page.',
    expected: 'a whole number from 1 to 10000',
    fallback: '250',
    schema: wholeNumber(1, 10_000),
  },
  maxCost: {
    name: 'CONCORD_MAX_COST',
    description: 'Most points that one query may cost; docs/limits.md says how they are counted.',
    expected: 'a whole number from 1000 to 999999999',
    fallback: '500000',
    schema: wholeNumber(1_000, 999_999_999),
  },
  rateLimit: {
    name: 'CONCORD_RATE_LIMIT',
    description: 'Points that one client may use in a minute; 0: as many as it likes.',
    expected: 'a whole number from 0 to 999999999',
    fallback: '20000000',
    schema: wholeNumber(0, 999_999_999),
  },
  rateLimitStore: {
    name: 'CONCORD_RATE_LIMIT_STORE',
    description: 'Where the used points are counted: in the memory of each process, or in postgres for all together.',
    expected: 'memory or postgres',
    fallback: 'memory',
    schema: z.enum(['memory', 'postgres']),
  },
  subscriptions: {
    name: 'CONCORD_SUBSCRIPTIONS',
    description: 'Most subscriptions that one server holds open; docs/live.md.',
    expected: 'a whole number from 0 to 100000',
    fallback: '2000',
    schema: wholeNumber(0, 100_000),
  },
  subscriptionsPerClient: {
    name: 'CONCORD_SUBSCRIPTIONS_PER_CLIENT',
    description: 'Most subscriptions that one client holds open on a server.',
    expected: 'a whole number from 0 to 100000',
    fallback: '50',
    schema: wholeNumber(0, 100_000),
  },
  heartbeatSeconds: {
    name: 'CONCORD_HEARTBEAT_SECONDS',
    description:
      'Seconds after which a subscription without events shows that it is alive; must be less than the idle timeout of a proxy in front of Concord.',
    expected: 'a whole number from 1 to 3600',
    fallback: '15',
    schema: wholeNumber(1, 3_600),
  },
  publicPath: {
    name: 'CONCORD_PUBLIC_PATH',
    description:
      'Path under which a proxy serves Concord, such as /concord; in lists of addresses, and taken from requests that still have it.',
    expected: 'a path such as /concord',
    fallback: '/',
    schema: z
      .string()
      .regex(/^(\/[\w.~-]+)*\/?$/)
      .transform((path) => path.replace(/\/+$/, '')),
  },
  embedAncestors: {
    name: 'CONCORD_EMBED_ANCESTORS',
    description:
      'Sites that may show charts (/embed/…) in a frame: * for every site, none, or addresses such as https://example.org, separated by commas.',
    expected: '*, none, or addresses such as https://example.org or https://*.example.org, separated by commas',
    fallback: '*',
    schema: embedAncestors,
  },
  trustedProxies: {
    name: 'CONCORD_TRUSTED_PROXIES',
    description: 'How many proxies stand before Concord, each adding to X-Forwarded-For; 0 believes none.',
    expected: 'a whole number from 0 to 10',
    fallback: '0',
    schema: wholeNumber(0, 10),
  },
  introspection: {
    name: 'CONCORD_INTROSPECTION',
    description: 'With 0, clients cannot ask for the schema, and errors suggest no names.',
    expected: '0 or 1',
    fallback: '1',
    schema: z.enum(['0', '1']).transform((text) => text === '1'),
  },
  persistedDocuments: {
    name: 'CONCORD_PERSISTED_DOCUMENTS',
    description:
      'Manifests of persisted documents, as written by graphql-codegen, Apollo or Relay: files or folders, separated by commas.',
    expected: 'files or folders, separated by commas',
    fallback: null,
    schema: listOfPaths,
  },
  trustedDocuments: {
    name: 'CONCORD_TRUSTED_DOCUMENTS',
    description: 'With 1, only documents of those manifests and stored queries are answered, no free text.',
    expected: '0 or 1',
    fallback: '0',
    schema: z.enum(['0', '1']).transform((text) => text === '1'),
  },
  cacheSeconds: {
    name: 'CONCORD_CACHE_SECONDS',
    description:
      'Seconds for which browsers and proxies may cache the response to a GET; 0 makes them revalidate every time.',
    expected: 'a whole number from 0 to 31536000',
    fallback: '0',
    schema: wholeNumber(0, 31_536_000),
  },
  debug: {
    name: 'CONCORD_DEBUG',
    description: 'With 1, an error of the command line also shows where in the code it arose.',
    expected: '0 or 1',
    fallback: '0',
    schema: z.enum(['0', '1']).transform((text) => text === '1'),
  },
} as const;
