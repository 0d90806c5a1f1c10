import type { Pool } from 'pg';
import type { WebhookDestination } from '#config/webhooks.ts';
import { type Followed, listFollowed } from '#webhooks/deliveries.ts';
import { type Finding, ok, warning } from './finding.ts';

const check = 'webhooks';

/** Checks that the destinations of webhooks are told of changes; nothing when there are none. */
export async function checkWebhooks(pool: Pool, destinations: readonly WebhookDestination[]): Promise<Finding[]> {
  if (destinations.length === 0) return [];
  const followed = await listFollowed(pool);
  const findings = destinations.flatMap(({ name }) => problemsOf(name, followed));
  return findings.length > 0 ? findings : [ok(check, `${destinations.length} configured, nothing is in their way.`)];
}

function problemsOf(name: string, followed: readonly Followed[]): Finding[] {
  const found = followed.find((one) => one.name === name);
  if (found === undefined)
    return [warning(check, `${name} has not been followed yet.`, 'Start the server or the worker with it.')];
  const { problem, revision, dead } = found;
  const blocked =
    problem === null ? [] : [warning(check, `${name} is told of nothing after revision ${revision}.`, problem)];
  const again = `See why with: npm run concord -- webhooks deliveries ${name} --status dead. Then send them again: npm run concord -- webhooks send-again ${name}`;
  return [...blocked, ...(dead === 0 ? [] : [warning(check, `${name} did not take ${dead} webhooks.`, again)])];
}
