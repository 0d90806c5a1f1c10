import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig, type Plugin } from 'vitest/config';
import type { Reporter } from 'vitest/node';
import { LongestFirst } from './tests/support/longest-first.ts';

const report = process.env.CONCORD_TEST_REPORT;

// Every command that tests start loads its code anew: what Node has compiled once is kept.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/node-compile', import.meta.url));

/** Packages as Node loads them in production: without the condition `development`, by which GraphQL looks at every value more closely. */
const asInProduction: Plugin = {
  name: 'as-in-production',
  // By the hook: lists of the configuration are only added to what Vite and Vitest have in them.
  configEnvironment(_name, { resolve }) {
    if (resolve) resolve.conditions = ['node'];
  },
};

/** Writes beside the report what was thrown outside of any test, which the report does not have though the run fails of it. */
const uncaught = (path: string): Reporter => ({
  onTestRunEnd(_modules, errors) {
    const texts = errors.map(({ stack, message }) => stack ?? message);
    if (texts.length > 0) writeFileSync(path.replace(/\.json$/, '.uncaught.txt'), texts.join('\n\n'));
  },
});

export default defineConfig({
  plugins: [asInProduction],
  test: {
    // On a machine that only checks, what fails once is tried once more, and .ci/run names it. A counterexample of a property is never tried with others.
    ...(report && { retry: { count: 1, condition: /^(?!Property failed)/ } }),
    // What a page shows next may take longer on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    // A process runs one file after the other and loads the server once: nothing of it is of the process as a whole.
    isolate: false,
    include: ['tests/**/*.test.ts'],
    // Those that start and kill many processes have some minutes of their own.
    exclude: [...configDefaults.exclude, ...(process.env.CONCORD_TEST_SLOW ? [] : ['tests/**/*.slow.test.ts'])],
    globalSetup: ['tests/support/global-setup.ts'],
    // One more than can run at once: some files wait for time limits and for other processes.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // A test that starts servers of its own needs more than the default five seconds on a small machine.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    reporters: report ? ['default', ['json', { outputFile: report }], uncaught(report)] : ['default'],
  },
});
