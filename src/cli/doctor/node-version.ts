import { type Finding, ok, problem } from './finding.ts';

const neededMajor = 24;

/** Checks the version of Node, such as `24.1.0`. */
export function checkNode(version: string): Finding {
  if (Number.parseInt(version, 10) >= neededMajor) return ok('node', `Node is ${version}.`);
  return problem(
    'node',
    `Node is ${version}; Concord needs ${neededMajor} or newer.`,
    'Run it through npm (npm start, npm run concord -- …), which uses the Node that npm ci installed.',
  );
}
