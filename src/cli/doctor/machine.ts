import type { Config } from '#config/read-config.ts';
import { portState } from '../port-state.ts';
import { type Finding, ok, problem } from './finding.ts';

// The first with Temporal.
const neededMajor = 26;

/** Checks the version of Node, such as `24.1.0`. */
export function checkNode(version: string): Finding {
  if (Number.parseInt(version, 10) >= neededMajor) return ok('node', `Node is ${version}.`);
  return problem(
    'node',
    `Node is ${version}; Concord needs ${neededMajor} or newer.`,
    'Run it through npm (npm start, npm run concord -- …), which uses the Node that npm ci installed.',
  );
}

/** Checks that the HTTP server can listen, or that Concord is already listening. */
export async function checkPort({ port, host }: Pick<Config, 'port' | 'host'>): Promise<Finding> {
  const state = await portState({ port, host });
  const place = port === 0 ? `Any free port of ${host}` : `${host} port ${port}`;
  if (state.free) return ok('port', `${place} is free.`);
  if (state.concordAt !== null) return ok('port', `Concord runs on ${place}, at revision ${state.concordAt}.`);
  return problem('port', `Concord cannot listen on ${place}: ${state.reason}.`, 'Set PORT or HOST to another value.');
}
