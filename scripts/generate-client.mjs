import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

// Generates the Prisma client after an installation. One without the dependencies of development has no Prisma command line: npm lends one then.
// Plain JavaScript, because the Node that installs may be older than the one that runs Concord.

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const [, version] = devDependencies['prisma-cli'].split('@');
const own = 'node_modules/prisma-cli/build/index.js';
const [command, ...before] = existsSync(own)
  ? [process.execPath, own]
  : ['npm', 'exec', '--yes', '--ignore-scripts', `--package=prisma@${version}`, '--', 'prisma'];
const { status } = spawnSync(command, [...before, 'generate'], { stdio: ['ignore', 'ignore', 'inherit'] });
process.exitCode = status ?? 1;
