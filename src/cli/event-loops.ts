import { availableParallelism } from 'node:os';
import type { Logger } from 'pino';
import type { Config } from '#config/read-config.ts';

/** How many event loops the process has, and how its database connections are divided. */
export interface LoopPlan {
  readonly loops: number;
  /** Connections of the first loop, which also has those of the export worker. */
  readonly firstPoolSize: number;
  /** Connections of each other loop. */
  readonly poolSize: number;
}

const mostUnasked = 8;
const leastConnections = 2;

/** A number that was asked for is taken as it is; 0 is one loop per core but one, which is for the export worker and costly queries. */
const wantedLoops = ({ threads }: Pick<Config, 'threads'>): number =>
  threads || Math.max(1, Math.min(mostUnasked, availableParallelism() - 1));

/** Plans as many loops as the configuration says, or one where several cannot listen on one port, which is logged. */
export async function planLoops(config: Config, logger: Logger): Promise<LoopPlan> {
  const wanted = wantedLoops(config);
  if (wanted === 1) return planOf(1, config);
  const { sharesPort } = await import('#server/loops/shares-port.ts');
  if (await sharesPort(config.host)) return planOf(wanted, config);
  logger.warn({ wanted }, 'threads cannot listen on the same port here; one thread answers all requests');
  return planOf(1, config);
}

function planOf(loops: number, { poolSize: all }: Config): LoopPlan {
  const poolSize = Math.max(leastConnections, Math.floor(all / loops));
  return { loops, poolSize, firstPoolSize: Math.max(leastConnections, all - (loops - 1) * poolSize) };
}
