import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { rememberedComparisons } from '#comparison/asked-comparison.ts';
import type { Database } from '#postgres/open-database.ts';
import type { Snapshots } from '#snapshot/snapshots.ts';
import { type Followed, listFollowed } from '#webhooks/deliveries.ts';
import type { Subscriptions } from './live/subscriptions.ts';
import type { RequestObserver } from './log-request.ts';

/** The figures of an event loop that are added to those of others, as prom-client has them in JSON. */
export type Figures = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

/** What an event loop counts. */
export interface Counted {
  /** Counts a request. */
  readonly observe: RequestObserver;
  figures(): Promise<Figures>;
}

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

/** The other event loops of a process. */
export interface Others {
  /** How many loops answer requests, the first one included. */
  readonly size: number;
  figures(): Promise<readonly Figures[]>;
}

/** What the figures of an event loop are read from, besides the database. */
export interface MeasuredLoop {
  readonly snapshots: Snapshots;
  readonly subscriptions: Pick<Subscriptions, 'figures'>;
}

/** What the figures of a process are read from, besides the database. */
export interface Measured extends MeasuredLoop {
  /** Names of the destinations of webhooks whose deliveries are counted. */
  readonly webhooks: readonly string[];
  /** Null when there is one event loop. */
  readonly others?: Others | null;
}

/** The metrics of a process, from its first event loop. */
export function createMetrics(database: Database, measured: Measured): Metrics {
  const { snapshots, webhooks, others = null } = measured;
  const ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  const gauge = gaugesOf([ofProcess]);
  gauge('concord_event_loops', 'Event loops that answer requests.', () => others?.size ?? 1);
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
  if (webhooks.length > 0) addWebhookGauges(database.pool, [ofProcess]);
  const own = createCounted(database, measured);
  return {
    observe: own.observe,
    async page() {
      const ofLoops = summed([await own.figures(), ...((await others?.figures()) ?? [])]);
      return `${await ofProcess.metrics()}${await ofLoops.metrics()}`;
    },
    contentType: ofProcess.contentType,
  };
}

/** The sums of what several loops count. */
const summed = (figures: readonly Figures[]): Registry => AggregatorRegistry.aggregate([...figures]);

/** What is left of the figures of a loop that has ended, and of those that ended before: counts, which never go down. */
export async function countsLeft(figures: readonly Figures[]): Promise<Figures> {
  const all = await summed(figures).getMetricsAsJSON();
  return all.filter(({ type }) => String(type) !== 'gauge');
}

const gaugesOf = (registers: Registry[]) => (name: string, help: string, read: () => number) =>
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });

/** The figures of one event loop. */
export function createCounted({ pool }: Database, { snapshots, subscriptions }: MeasuredLoop): Counted {
  const register = new Registry();
  const registers = [register];
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
  const gauge = gaugesOf(registers);
  gauge('concord_database_connections', 'Open database connections.', () => pool.totalCount);
  gauge('concord_database_connections_idle', 'Idle database connections.', () => pool.idleCount);
  gauge('concord_database_waiting', 'Statements waiting for a database connection.', () => pool.waitingCount);
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

  return {
    observe(_request, record, { status, milliseconds }) {
      // A stream lasts as long as its client likes.
      if (!record.isStream)
        duration.observe({ operation: record.storedOperation ?? 'adhoc', status }, milliseconds / 1000);
      for (const code of record.errorCodes) errors.inc({ code });
      if (record.cost !== null) cost.observe(record.cost);
    },
    figures: () => register.getMetricsAsJSON(),
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
