import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { rememberedComparisons } from '#comparison/comparison.ts';
import type { Database } from '#postgres/open-database.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import { type Followed, listFollowed } from '#webhooks/deliveries.ts';
import type { Subscriptions } from './live/subscriptions.ts';
import type { RequestObserver } from './log-request.ts';

/** The figures of a server for Prometheus. */
export interface Metrics {
  /** Counts a request. */
  readonly observe: RequestObserver;
  /** All figures in Prometheus' text format. */
  page(): Promise<string>;
  readonly contentType: string;
}

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const costBuckets = [10, 100, 1_000, 10_000, 100_000, 1_000_000];

/** What figures are read from, besides the database. */
export interface Measured {
  readonly snapshots: Snapshots;
  readonly subscriptions: Pick<Subscriptions, 'figures'>;
  /** Names of the destinations of webhooks whose deliveries are counted. */
  readonly webhooks: readonly string[];
}

export function createMetrics({ pool }: Database, { snapshots, subscriptions, webhooks }: Measured): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });

  const duration = new Histogram({
    name: 'concord_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its response, by stored operation (or "adhoc") and HTTP status.',
    labelNames: ['operation', 'status'],
    buckets: secondsBuckets,
    registers,
  });
  const errors = new Counter({
    name: 'concord_request_errors_total',
    help: 'Errors in responses, by code (docs/errors.md).',
    labelNames: ['code'],
    registers,
  });
  const cost = new Histogram({
    name: 'concord_query_cost_points',
    help: 'Cost of queries in points, including queries refused for their cost.',
    buckets: costBuckets,
    registers,
  });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge('concord_database_connections', 'Open database connections.', () => pool.totalCount);
  gauge('concord_database_connections_idle', 'Idle database connections.', () => pool.idleCount);
  gauge('concord_database_waiting', 'Statements waiting for a database connection.', () => pool.waitingCount);
  gauge(
    'concord_snapshot_revision',
    'Ledger revision that is served; -1 before the first snapshot.',
    () => snapshots.current?.revision ?? -1,
  );
  gauge(
    'concord_snapshot_stances',
    'Stances in the snapshot, including retired ones.',
    () => snapshots.current?.stances.length ?? 0,
  );
  gauge(
    'concord_snapshot_age_seconds',
    'Time since the snapshot was last confirmed to match the ledger; -1 before the first time.',
    () => (snapshots.checkedAt === null ? -1 : (Date.now() - snapshots.checkedAt.getTime()) / 1000),
  );
  gauge('concord_comparisons_remembered', 'Large comparisons cached with the snapshot.', () =>
    snapshots.current === null ? 0 : rememberedComparisons(snapshots.current).size,
  );
  gauge('concord_comparisons_remembered_bytes', 'Estimated memory used by cached comparisons.', () =>
    snapshots.current === null ? 0 : rememberedComparisons(snapshots.current).calculatedSize,
  );

  const counter = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  gauge('concord_subscribers', 'Open subscriptions.', () => subscriptions.figures.subscribers);
  gauge('concord_subscriptions_distinct', 'Different questions among them.', () => subscriptions.figures.questions);
  counter('concord_subscription_events_total', 'Events sent to subscribers.', () => subscriptions.figures.told);
  counter(
    'concord_subscribers_cut_total',
    'Subscribers cut because they did not read.',
    () => subscriptions.figures.cut,
  );
  if (webhooks.length > 0) addWebhookGauges(pool, registers);

  return {
    observe(_request, record, { status, milliseconds }) {
      // A stream lasts as long as its client likes.
      if (!record.isStream)
        duration.observe({ operation: record.storedOperation ?? 'adhoc', status }, milliseconds / 1000);
      for (const code of record.errorCodes) errors.inc({ code });
      if (record.cost !== null) cost.observe(record.cost);
    },
    page: () => register.metrics(),
    contentType: register.contentType,
  };
}

/** Gauges of the deliveries of webhooks, read from the database whenever they are asked for; without it they are left out. */
function addWebhookGauges(pool: Database['pool'], registers: Registry[]): void {
  let reading: Promise<readonly Followed[]> | null = null;
  // All gauges are collected at once.
  const readOnce = () => {
    reading ??= listFollowed(pool)
      .catch(() => [])
      .finally(() => {
        reading = null;
      });
    return reading;
  };
  const gauge = (name: string, help: string, read: (one: Followed) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['destination'],
      registers,
      async collect() {
        const followed = await readOnce();
        this.reset();
        for (const one of followed) this.set({ destination: one.name }, read(one));
      },
    });
  gauge('concord_webhooks_waiting', 'Webhooks that are still to be delivered.', ({ waiting }) => waiting);
  gauge('concord_webhooks_dead', 'Webhooks that were given up.', ({ dead }) => dead);
  gauge('concord_webhooks_revision', 'Ledger revision up to which webhooks were made.', ({ revision }) => revision);
  gauge('concord_webhooks_blocked', '1 while no webhooks can be made of later revisions.', ({ problem }) =>
    problem === null ? 0 : 1,
  );
}
